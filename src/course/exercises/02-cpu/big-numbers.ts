import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import type { BigDifference, CpuQuestions } from "./questions";

type BigSubtract = CpuQuestions["bigSubtract"];

const M = 0xffff_ffff_ffff_ffffn;
const TOP = 0x8000_0000_0000_0000n;

const ONE_WORD: readonly Case<BigSubtract>[] = [
  { args: [[5n], [3n]],       want: { words: [2n], lower: false, less: false, equal: false },     why: "5 - 3" },
  { args: [[3n], [5n]],       want: { words: [M - 1n], lower: true, less: true, equal: false },   why: "3 - 5: something was borrowed" },
  { args: [[5n], [5n]],       want: { words: [0n], lower: false, less: false, equal: true },      why: "5 - 5" },
  { args: [[M], [1n]],        want: { words: [M - 1n], lower: false, less: true, equal: false },  why: "2^64 - 1 is not lower than 1; -1 is less than 1" },
  { args: [[TOP], [1n]],      want: { words: [TOP - 1n], lower: false, less: true, equal: false }, why: "-2^63 is less than 1, and the difference is positive: it overflowed" },
  { args: [[TOP - 1n], [M]],  want: { words: [TOP], lower: true, less: false, equal: false },     why: "2^63 - 1 is not less than -1, and the difference is negative" },
];

const BORROWS: readonly Case<BigSubtract>[] = [
  { args: [[0n, 1n], [1n, 0n]],         want: { words: [M, 0n], lower: false, less: false, equal: false },   why: "2^64 - 1: the low word borrows from the high one" },
  { args: [[1n, 0n], [0n, 1n]],         want: { words: [1n, M], lower: true, less: true, equal: false },     why: "1 - 2^64: the low word borrows nothing, the high one does" },
  { args: [[0n, 0n, 1n], [1n, 0n, 0n]], want: { words: [M, M, 0n], lower: false, less: false, equal: false }, why: "2^128 - 1: the borrow goes through a word of zeros" },
  { args: [[0n, M, 1n], [1n, M, 0n]],   want: { words: [M, M, 0n], lower: false, less: false, equal: false }, why: "~y is 0 in the middle, and there is no carry into it" },
  { args: [[M, M], [M, M]],             want: { words: [0n, 0n], lower: false, less: false, equal: true } },
];

const COMPARED: readonly Case<BigSubtract>[] = [
  { args: [[1n, 7n], [0n, 7n]],         want: { words: [1n, 0n], lower: false, less: false, equal: false },  why: "the top words are equal; the numbers are not" },
  { args: [[0n, 7n], [1n, 7n]],         want: { words: [M, M], lower: true, less: true, equal: false },      why: "the top words are equal, and the low ones decide" },
  { args: [[7n, 0n, 9n], [7n, 1n, 9n]], want: { words: [0n, M, M], lower: true, less: true, equal: false } },
  { args: [[7n, TOP], [8n, TOP]],       want: { words: [M, M], lower: true, less: true, equal: false },      why: "both are negative: the lower is the less" },
  { args: [[0n, TOP], [1n, 0n]],        want: { words: [M, TOP - 1n], lower: false, less: true, equal: false }, why: "-2^127 is less than 1, and not lower" },
  { args: [[M, 0n], [0n, TOP]],         want: { words: [M, TOP], lower: true, less: false, equal: false },   why: "2^64 - 1 is not less than -2^127, and is lower" },
];

export const bigNumbers: Trial<BigSubtract> = {
  show: {
    call: (x, y) => `bigSubtract(${wordsText(x)}, ${wordsText(y)})`,
    answer: ({ words, lower, less, equal }) => `${wordsText(words)}, ${[lower ? "lower" : "not lower", less ? "less" : "not less", equal ? "equal" : "not equal"].join(", ")}`,
  },
  properties: [
    { title: "subtracts and compares numbers of one word", cases: () => ONE_WORD },
    { title: "carries the borrow from word to word", cases: () => BORROWS },
    { title: "compares all words, and only the top one has a sign", cases: () => COMPARED },
    {
      title: "agrees with JavaScript's own long numbers",
      cases: (draw) => draw.times(400, (): Case<BigSubtract> => {
        const n = draw.between(1, 8);
        const x = draw.times(n, () => drawWord(draw));
        const y = x.map((word) => (draw.bits(1) === 1 ? word : drawWord(draw)));
        return { args: [x, y], want: difference(x, y) };
      }),
    },
  ],
};

const drawWord = (draw: Draw): bigint => draw.pick([0n, 1n, M, M - 1n, TOP, TOP - 1n, draw.bigBits(64)]);

/** With bigints as wide as the numbers: no carry, no flags. */
function difference(x: readonly bigint[], y: readonly bigint[]): BigDifference {
  const bits = 64 * x.length;
  const [a, b] = [whole(x), whole(y)];
  const rest = BigInt.asUintN(bits, a - b);
  return {
    words: x.map((_, i) => BigInt.asUintN(64, rest >> BigInt(64 * i))),
    lower: a < b, less: BigInt.asIntN(bits, a) < BigInt.asIntN(bits, b), equal: a === b,
  };
}

const whole = (words: readonly bigint[]): bigint => words.reduce((sum, word, i) => sum + (word << BigInt(64 * i)), 0n);

/** [0x1, 0xffff], the lowest first. */
const wordsText = (words: readonly bigint[]): string => `[${words.map((word) => register(word, 64).replace(/^0x[0_]+(?=.)/, "0x")).join(", ")}]`;
