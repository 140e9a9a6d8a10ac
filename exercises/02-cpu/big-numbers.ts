import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * x - y, where x and y are numbers of n words of 64 bits, the lowest word first: the n words of the difference, and how the
 * two compare, as unsigned numbers (`lower`), as signed ones (`less`), and at all (`equal`).
 *
 * Do it as a program on our machine would: one SUBS, and an SBCS for every further word. A word's difference is
 * x + ~y + carry, and the carry that comes out goes into the next.
 */
export const bigSubtract: CpuQuestions["bigSubtract"] = (x, y) => {
  throw new Error(`Return { words, lower, less, equal } of x - y, both of ${x.length} words (y: ${y.length}).`);
};
