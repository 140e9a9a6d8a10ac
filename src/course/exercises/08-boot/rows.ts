// The exercises of chapter 8, in the order in which the chapter meets them.

import type { ExerciseRow } from "../exercise";
import { BEFORE_HEAP_EXERCISES } from "./before-heap-rows";
import { EVENT_EXERCISES } from "./event-rows";
import { MEMORY_EXERCISES } from "./memory-rows";
import { FOREIGN_VECTOR, READING_AN_ENTRY } from "./question-rows";

export const BOOT_EXERCISES: readonly ExerciseRow[] = [
  READING_AN_ENTRY, ...BEFORE_HEAP_EXERCISES, ...MEMORY_EXERCISES, FOREIGN_VECTOR, ...EVENT_EXERCISES,
];
