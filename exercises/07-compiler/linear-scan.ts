import type { BackParts } from "../../src/compiler/back/parts";

/**
 * Gives out registers. `candidates` come in the order in which their first ranges begin; a range is [from, to), and two that
 * only touch do not overlap. `taken` has a row for each register, by its number, with the ranges where it cannot be had.
 * The answer has, for each candidate, a register's number, or undefined: it lives in the frame.
 *
 *   two candidates of one register never overlap, nor does one overlap what is taken
 *   one that isFixed is not in the frame
 *   where registers are enough, nobody is in the frame; where they are not, it is rather those whose weight is small
 */
export const assign: BackParts["assign"] = (candidates, taken) => {
  throw new Error(`Return a register from 0 to ${taken.length - 1}, or undefined, for each of ${candidates.length} candidates.`);
};
