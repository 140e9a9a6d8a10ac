import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * x - y, where x and y are numbers of n words of 64 bits, the lowest word first: the n words of the difference, and how the
 * two compare, as unsigned numbers (`lower`), as signed ones (`less`), and at all (`equal`).
 *
 * Do it as a program on our machine would: one SUBS, and an SBCS for every further word. A word's difference is
 * x + ~y + carry, and the carry that comes out goes into the next.
 */
export const bigSubtract: CpuQuestions["bigSubtract"] = (x, y) => {
  let carry = 1n;
  let isZero = true;
  let [n, v] = [false, false];
  const words = x.map((word, i) => {
    const other = BigInt.asUintN(64, ~y[i]!);
    const sum = word + other + carry;
    const value = BigInt.asUintN(64, sum);
    n = value >> 63n === 1n;
    v = BigInt.asIntN(64, word) + BigInt.asIntN(64, other) + carry !== BigInt.asIntN(64, value);
    carry = sum >> 64n;
    isZero &&= value === 0n; // Z itself is that of the top word alone.
    return value;
  });
  return { words, lower: carry === 0n, less: n !== v, equal: isZero };
};
