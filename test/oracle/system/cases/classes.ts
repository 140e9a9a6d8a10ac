// The classes of cases: each a seeded generator, so that a case is the same wherever it is made.

import type { Case } from "../case";
import { Random } from "../../words";
import { QEMU_CPU } from "../qemu";
import { debugCases } from "./debug";
import { deviceMemoryCases } from "./device-memory";
import { exceptionCases } from "./exceptions";
import { flatCases } from "./flat";
import { floatingPointCases } from "./floating-point";
import { interruptCases } from "./interrupts";
import { invalidationCases } from "./invalidation";
import { registerCases } from "./registers";
import { sweeps } from "./sweep";
import { trapCases } from "./traps";
import { translationCases } from "./translation";

export interface Class {
  readonly cases: (slice: number) => readonly Case[];
  readonly cpu: string;
}

const seed = (slice: number, n: number): Random => new Random(1000 * slice + n);

export const CLASSES = {
  registers:   { cpu: QEMU_CPU, cases: (slice) => registerCases(seed(slice, 1)) },
  encodings:   { cpu: QEMU_CPU, cases: () => sweeps() },
  traps:       { cpu: QEMU_CPU, cases: (slice) => trapCases(1000, seed(slice, 3)) },
  "floating-point": { cpu: "max,pauth=off,sve=off,sme=off", cases: (slice) => floatingPointCases(seed(slice, 4)) },
  exceptions:  { cpu: QEMU_CPU, cases: (slice) => exceptionCases(seed(slice, 5)) },
  debug:       { cpu: QEMU_CPU, cases: (slice) => debugCases(seed(slice, 6)) },
  interrupts:  { cpu: QEMU_CPU, cases: (slice) => interruptCases(300, seed(slice, 7)) },
  "device-memory": { cpu: QEMU_CPU, cases: (slice) => deviceMemoryCases(500, seed(slice, 8)) },
  flat:        { cpu: QEMU_CPU, cases: (slice) => flatCases(500, seed(slice, 10)) },
  invalidation: { cpu: QEMU_CPU, cases: (slice) => invalidationCases(500, seed(slice, 9)) },
  translation: { cpu: QEMU_CPU, cases: (slice) => translationCases(4000, seed(slice, 2)) },
} as const satisfies Readonly<Record<string, Class>>;

export type ClassName = keyof typeof CLASSES;
export const CLASS_NAMES = Object.keys(CLASSES) as ClassName[];

const made = new Map<string, readonly Case[]>();

export function casesOf(name: ClassName, slice = 0): readonly Case[] {
  const key = `${name} ${slice}`;
  const cases = made.get(key) ?? CLASSES[name].cases(slice);
  made.set(key, cases);
  return cases;
}
