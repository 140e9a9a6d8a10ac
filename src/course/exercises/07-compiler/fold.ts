import { BINARY, type BinaryOp } from "../../../compiler/ir/operation";
import type { OptimizerParts } from "../../../compiler/optimize/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";

type Fold = OptimizerParts["fold"];

const ONES = 0xffff_ffff_ffff_ffffn;
const TOP = 1n << 63n;

/** By the manual's instructions of these names. */
const TELLING: readonly (readonly [operator: BinaryOp, a: bigint, b: bigint, want: bigint, why: string])[] = [
  ["add",   1n,   2n,   3n, "a sum"],
  ["add",   ONES, 1n,   0n, "what does not fit is left out"],
  ["sub",   1n,   2n,   ONES, "-1"],
  ["mul",   ONES, ONES, 1n, "-1 times -1, or the lower half of the large product"],
  ["mul",   1n << 32n, 1n << 32n, 0n, "2^64"],
  ["smulh", ONES, ONES, 0n, "-1 times -1 is 1: nothing above"],
  ["umulh", ONES, ONES, ONES - 1n, "the same words without a sign"],
  ["smulh", ONES, 2n,   ONES, "-2: ones all the way up"],
  ["smulh", TOP,  TOP,  1n << 62n, "the square of -2^63"],
  ["sdiv",  7n,   2n,   3n, "3"],
  ["sdiv",  BigInt.asUintN(64, -7n), 2n, BigInt.asUintN(64, -3n), "-3: towards zero"],
  ["udiv",  BigInt.asUintN(64, -7n), 2n, 0x7fff_ffff_ffff_fffcn, "the same words without a sign"],
  ["sdiv",  5n,   0n,   0n, "by zero: 0"],
  ["udiv",  5n,   0n,   0n, "by zero: 0"],
  ["sdiv",  TOP,  ONES, TOP, "-2^63 by -1 is 2^63, which is -2^63"],
  ["and",   0xff0n, 0x0ffn, 0x0f0n, "and"],
  ["or",    0xf00n, 0x00fn, 0xf0fn, "or"],
  ["xor",   ONES, 0xfn, ONES - 0xfn, "xor"],
  ["shl",   1n,   63n,  TOP, "as far as it goes"],
  ["shl",   1n,   64n,  1n, "64 is 0 to a shift"],
  ["shl",   ONES, 4n,   ONES - 15n, "what goes beyond is lost"],
  ["lshr",  TOP,  63n,  1n, "zeros come in"],
  ["lshr",  8n,   67n,  1n, "67 is 3"],
  ["ashr",  TOP,  63n,  ONES, "the sign comes in"],
  ["ashr",  0x4000_0000_0000_0000n, 62n, 1n, "of a positive one, zeros"],
  ["ashr",  TOP,  ONES, ONES, "2^64 - 1 is 63"],
];

const OPERATORS = Object.keys(BINARY) as BinaryOp[];

const drawWord = (draw: Draw): bigint =>
  draw.pick([BigInt(draw.below(70)), ONES - BigInt(draw.below(70)), TOP + BigInt(draw.below(3)) - 1n, draw.bigBits(64), draw.bigBits(32), 1n << BigInt(draw.below(64))]);

export const fold: Trial<Fold> = {
  show: { call: (operator, a, b) => `fold("${operator}", ${register(a, 64)}, ${register(b, 64)})`, answer: (answer) => register(answer, 64) },
  properties: [
    { title: "computes what the machine would", cases: () => TELLING.map(([operator, a, b, want, why]): Case<Fold> => ({ args: [operator, a, b], want, why })) },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(1500, (): Case<Fold> => {
        const [operator, a, b] = [draw.pick(OPERATORS), drawWord(draw), drawWord(draw)];
        return { args: [operator, a, b], want: BINARY[operator](a, b) };
      }),
    },
  ],
};
