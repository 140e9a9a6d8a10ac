// Every exercise of the course, in reading order.

import { UserFault } from "../../base/fault";
import { DECODER_EXERCISES } from "./01-decoder/rows";
import { CPU_EXERCISES } from "./02-cpu/rows";
import { SYSTEM_EXERCISES } from "./03-system-registers/rows";
import { MMU_EXERCISES } from "./04-mmu/rows";
import { EXCEPTION_EXERCISES } from "./05-exceptions/rows";
import { DEVICE_EXERCISES } from "./06-devices/rows";
import { COMPILER_EXERCISES } from "./07-compiler/rows";
import { BOOT_EXERCISES } from "./08-boot/rows";
import { SPEED_EXERCISES } from "./11-speed/rows";
import type { ExerciseRow } from "./exercise";

export const EXERCISES: readonly ExerciseRow[] = [
  ...DECODER_EXERCISES, ...CPU_EXERCISES, ...SYSTEM_EXERCISES, ...MMU_EXERCISES, ...EXCEPTION_EXERCISES,
  ...DEVICE_EXERCISES, ...COMPILER_EXERCISES, ...BOOT_EXERCISES, ...SPEED_EXERCISES,
];

/** The exercise called `id`: "decoder/field", or "field" where that says enough. */
export function exerciseCalled(id: string): ExerciseRow {
  const found = EXERCISES.filter((row) => row.id === id || row.id.endsWith(`/${id}`));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  if (found.length > 1) throw new UserFault(`"${id}" is several exercises: ${found.map((row) => row.id).join(", ")}`);
  throw new UserFault(`there is no exercise "${id}"; o2p check --list names them all`);
}

/** The exercises of chapter "01", in order. */
export const exercisesOf = (chapter: string): ExerciseRow[] => EXERCISES.filter((row) => row.file.startsWith(`${chapter}-`));

/** Chapters that have exercises: "01", ... */
export const chaptersWithExercises = (): string[] => [...new Set(EXERCISES.map((row) => row.file.slice(0, 2)))];
