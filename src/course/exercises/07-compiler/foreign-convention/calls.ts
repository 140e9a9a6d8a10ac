// Parameter lists to ask about.

import type { Draw } from "../../draw";
import type { ParameterType } from "../questions";
import { TYPES } from "./variant";

export const drawParameters = (draw: Draw, count: number): ParameterType[] =>
  ["word", ...draw.times(count - 1, () => draw.pick([...TYPES, "word", "pair", "byte"] as const))];

/** More than there are registers for. */
export const drawMany = (draw: Draw): ParameterType[] => drawParameters(draw, draw.between(8, 14));

/** Where pairs are: what is passed over, and what is not split. */
export const drawPairs = (draw: Draw): ParameterType[] =>
  draw.shuffle(["word", "pair", "pair", "word", "byte", "word", ...draw.times(draw.below(3), () => draw.pick(["pair", "byte", "byte"] as const))]);

/** What only the stack is left for. */
export const drawBytes = (draw: Draw): ParameterType[] =>
  ["word", "word", "pair", "pair", ...draw.times(draw.between(4, 8), () => draw.pick(["byte", "byte", "byte", "word", "float", "record"] as const))];
