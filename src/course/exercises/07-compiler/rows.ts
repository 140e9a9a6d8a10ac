// The exercises of chapter 7, in the order in which the chapter meets them.

import type { ExerciseRow } from "../exercise";
import { BACK_EXERCISES } from "./back-rows";
import { FRONT_EXERCISES } from "./front-rows";
import { RUN_EXERCISES } from "./run-rows";

export const COMPILER_EXERCISES: readonly ExerciseRow[] = [...FRONT_EXERCISES, ...BACK_EXERCISES, ...RUN_EXERCISES];
