import { fpRound } from "../../../machine/cpu/floating-point/round";
import { FORMATS, type FpWidth } from "../../../machine/cpu/floating-point/format";
import type { Real } from "../../../machine/cpu/floating-point/real";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import type { CpuQuestions, RoundingMode } from "./questions";

type Round = CpuQuestions["round"];

const MODES = ["TIEEVEN", "POSINF", "NEGINF", "ZERO"] as const satisfies readonly RoundingMode[];

/** What QEMU 7.2 leaves in the register, in each of FPCR's modes; exact where all four are the same. */
type Row = readonly [width: FpWidth, significand: bigint, exponent: number, results: readonly [bigint, bigint, bigint, bigint], why: string];

const same = (pattern: bigint): [bigint, bigint, bigint, bigint] => [pattern, pattern, pattern, pattern];

const EXACT: readonly Row[] = [
  // width significand      exponent  TIEEVEN, POSINF, NEGINF, ZERO                what it is
  [64, 1n,                  0,        same(0x3ff0_0000_0000_0000n),                "scvtf d2, x9 of 1"],
  [64, -1n,                 0,        same(0xbff0_0000_0000_0000n),                "scvtf d2, x9 of -1"],
  [64, 0x20_0000_0000_0000n, 0,       same(0x4340_0000_0000_0000n),                "scvtf d2, x9 of 2^53"],
  [64, 3n,                  -64,      same(0x3c08_0000_0000_0000n),                "scvtf d2, x9, #64 of 3: 3 * 2^-64"],
  [16, 65504n,              0,        same(0x7bffn),                               "scvtf h2, x9 of 65504, the largest half"],
  [16, 1n,                  -24,      same(1n),                                    "scvtf h2, x9, #24 of 1: the smallest denormal half"],
  [64, 0x10_0000_0000_0000n, -1075,   same(0x0008_0000_0000_0000n),                "half of the smallest normal number is a denormal"],
];

const NEIGHBOURS: readonly Row[] = [
  [64, 0x20_0000_0000_0001n, 0, [0x4340_0000_0000_0000n, 0x4340_0000_0000_0001n, 0x4340_0000_0000_0000n, 0x4340_0000_0000_0000n], "2^53 + 1, half way: to the even one"],
  [64, 0x20_0000_0000_0003n, 0, [0x4340_0000_0000_0002n, 0x4340_0000_0000_0002n, 0x4340_0000_0000_0001n, 0x4340_0000_0000_0001n], "2^53 + 3, half way: the even one is above"],
  [64, -0x20_0000_0000_0001n, 0, [0xc340_0000_0000_0000n, 0xc340_0000_0000_0000n, 0xc340_0000_0000_0001n, 0xc340_0000_0000_0000n], "-2^53 - 1: up is towards zero"],
  [64, 0x7fff_ffff_ffff_ffffn, 0, [0x43e0_0000_0000_0000n, 0x43e0_0000_0000_0000n, 0x43df_ffff_ffff_ffffn, 0x43df_ffff_ffff_ffffn], "2^63 - 1: the carry goes into the exponent"],
  [32, 16777217n,           0,  [0x4b80_0000n, 0x4b80_0001n, 0x4b80_0000n, 0x4b80_0000n], "scvtf s2, x9 of 2^24 + 1"],
  [32, 16777219n,           0,  [0x4b80_0002n, 0x4b80_0002n, 0x4b80_0001n, 0x4b80_0001n], "scvtf s2, x9 of 2^24 + 3"],
  [32, 33554433n,           0,  [0x4c00_0000n, 0x4c00_0001n, 0x4c00_0000n, 0x4c00_0000n], "2^25 + 1: less than half"],
  [32, 33554435n,           0,  [0x4c00_0001n, 0x4c00_0001n, 0x4c00_0000n, 0x4c00_0000n], "2^25 + 3: more than half"],
  [16, 2049n,               0,  [0x6800n, 0x6801n, 0x6800n, 0x6800n], "scvtf h2, x9 of 2^11 + 1"],
  [64, 0x10_0000_0000_0001n * 0x10_0000_0000_0001n, -104, [0x3ff0_0000_0000_0002n, 0x3ff0_0000_0000_0003n, 0x3ff0_0000_0000_0002n, 0x3ff0_0000_0000_0002n], "(1 + 2^-52) squared, an exact product of 105 bits"],
];

const TOO_LARGE: readonly Row[] = [
  [16, 65519n,              0,  [0x7bffn, 0x7c00n, 0x7bffn, 0x7bffn], "scvtf h2, x9 of 65519: nearer to 65504"],
  [16, 65520n,              0,  [0x7c00n, 0x7c00n, 0x7bffn, 0x7bffn], "65520: half way to what would come next, so infinity"],
  [16, 65536n,              0,  [0x7c00n, 0x7c00n, 0x7bffn, 0x7bffn], "65536: towards zero, no number is too large"],
  [16, -65520n,             0,  [0xfc00n, 0xfbffn, 0xfc00n, 0xfbffn], "-65520: up is towards zero"],
  [16, -70000n,             0,  [0xfc00n, 0xfbffn, 0xfc00n, 0xfbffn], "-70000"],
  [64, 0x1f_ffff_ffff_ffffn, 972, [0x7ff0_0000_0000_0000n, 0x7ff0_0000_0000_0000n, 0x7fef_ffff_ffff_ffffn, 0x7fef_ffff_ffff_ffffn], "twice the largest double"],
];

const TOO_SMALL: readonly Row[] = [
  [64, 1n,                  -1075, [0n, 1n, 0n, 0n], "half of the smallest denormal: to even, which is 0"],
  [64, 3n,                  -1075, [2n, 2n, 1n, 1n], "one and a half of it"],
  [64, -3n,                 -1075, [0x8000_0000_0000_0002n, 0x8000_0000_0000_0001n, 0x8000_0000_0000_0002n, 0x8000_0000_0000_0001n], "and negative"],
  [64, 1n,                  -1076, [0n, 1n, 0n, 0n], "a quarter of it"],
  [64, 0x1f_ffff_ffff_ffffn, -1075, [0x0010_0000_0000_0000n, 0x0010_0000_0000_0000n, 0x000f_ffff_ffff_ffffn, 0x000f_ffff_ffff_ffffn], "rounds up from the denormals to the smallest normal number"],
  [16, 1n,                  -25, [0n, 1n, 0n, 0n], "half of the smallest denormal half"],
  [16, 3n,                  -26, [1n, 1n, 0n, 0n], "three quarters of it"],
  [16, -1n,                 -26, [0x8000n, 0x8000n, 0x8001n, 0x8000n], "minus a quarter of it: zero keeps its sign"],
  [16, 2047n,               -25, [0x0400n, 0x0400n, 0x03ffn, 0x03ffn], "half way to the smallest normal half"],
  [16, 1n,                  -60, [0n, 1n, 0n, 0n], "next to nothing is not nothing, upwards"],
  [16, -1n,                 -60, [0x8000n, 0x8000n, 0x8001n, 0x8000n], "and downwards"],
];

export const round: Trial<Round> = {
  show: {
    call: ({ significand, exponent }, width, rounding) => `round({ significand: ${significand}n, exponent: ${exponent} }, ${width}, "${rounding}")`,
    answer: ({ pattern, inexact }, _value, width) => `${register(pattern, width)}, ${inexact ? "inexact" : "exact"}`,
  },
  properties: [
    { title: "finds exact numbers as QEMU does", cases: () => casesOf(EXACT) },
    { title: "chooses between two neighbours in each mode", cases: () => casesOf(NEIGHBOURS) },
    { title: "knows where there is nothing larger", cases: () => casesOf(TOO_LARGE) },
    { title: "knows where there is nothing smaller", cases: () => casesOf(TOO_SMALL) },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(800, (): Case<Round> => {
        const width = draw.pick([16, 32, 64] as const);
        const value = drawReal(draw, width);
        const rounding = draw.pick(MODES);
        return { args: [value, width, rounding], want: ours(value, width, rounding) };
      }),
    },
  ],
};

const casesOf = (rows: readonly Row[]): Case<Round>[] =>
  rows.flatMap(([width, significand, exponent, results, why]) => MODES.map((rounding, i): Case<Round> => ({
    args: [{ significand, exponent }, width, rounding],
    want: { pattern: results[i]!, inexact: new Set(results).size > 1 }, why,
  })));

const IXC = 1 << 4;

const ours: Round = (value, width, rounding) => {
  const context = { fpcr: 0, fpsr: 0 };
  const pattern = fpRound(context, width, value, rounding);
  return { pattern, inexact: (context.fpsr & IXC) !== 0 };
};

/** Around the ends of a format's range or within it, often near half way. */
function drawReal(draw: Draw, width: FpWidth): Real {
  const { F, minimumExponent } = FORMATS[width];
  const largest = 1 - minimumExponent;
  const at = draw.pick([draw.between(minimumExponent, largest), minimumExponent, largest, minimumExponent - draw.below(F + 3)]);
  const more = draw.below(60);
  const kept = (1n << BigInt(F)) | draw.bigBits(F);
  const rest = draw.pick([0n, 1n, (1n << BigInt(more)) >> 1n, draw.bigBits(more)]);
  const significand = (kept << BigInt(more)) + rest;
  return { significand: draw.bits(1) === 1 ? -significand : significand, exponent: at - F - more };
}
