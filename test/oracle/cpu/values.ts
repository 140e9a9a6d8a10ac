// Numbers near where meanings change, drawn from a seeded generator: the same ones for the same seed everywhere.

import type { Random } from "../words";

export const below = (random: Random, limit: number): number => random.below(limit);

/** True once in `n`. */
export const oneIn = (random: Random, n: number): boolean => random.below(n) === 0;

export const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;

export const random64 = (random: Random): bigint => (BigInt(random.next()) << 32n) | BigInt(random.next());

/** `width` bits, unsigned. */
export function integer(random: Random, width: number): bigint {
  const bits = BigInt(width);
  const sign = 1n << (bits - 1n);
  const power = 1n << BigInt(below(random, width));
  const edges = [0n, 1n, 2n, -1n, -2n, sign, sign - 1n, sign + 1n, power, power - 1n, -power, ~power];
  switch (below(random, 4)) {
    case 0: return BigInt.asUintN(width, random64(random));
    // Any length: leading zeros, and leading ones.
    case 1: return BigInt.asUintN(width, BigInt.asIntN(width, random64(random)) >> BigInt(below(random, width)));
    default: return BigInt.asUintN(width, pick(random, edges));
  }
}

/** The same for a width of at most 32, as a number. */
export function smallInteger(random: Random, width: number): number {
  const shift = 32 - width;
  const sign = 1 << (width - 1);
  const power = 1 << below(random, width);
  const unsigned = (value: number): number => (value << shift) >>> shift;
  switch (below(random, 4)) {
    case 0: return random.next() >>> shift;
    case 1: return unsigned(((random.next() << shift) >> shift) >> below(random, width));
    default: return unsigned(SMALL_EDGES[below(random, SMALL_EDGES.length)]!(sign, power));
  }
}

const SMALL_EDGES: readonly ((sign: number, power: number) => number)[] = [
  () => 0, () => 1, () => 2, () => -1, () => -2, (sign) => sign, (sign) => sign - 1, (sign) => sign + 1,
  (_, power) => power, (_, power) => power - 1, (_, power) => -power, (_, power) => ~power,
];

/** A floating-point format of IEEE 754. */
export interface Format {
  readonly width: number;
  readonly fraction: number;
}

export const HALF: Format = { width: 16, fraction: 10 };
export const SINGLE: Format = { width: 32, fraction: 23 };
export const DOUBLE: Format = { width: 64, fraction: 52 };
export const FORMATS = [HALF, SINGLE, DOUBLE] as const;

/** Powers of two at which an integer type ends. */
const ENDS = [7, 8, 15, 16, 31, 32, 63, 64] as const;

/** A number of `format`, as its bits. */
export function float(random: Random, format: Format): bigint {
  const { width, fraction } = format;
  const fractionBits = BigInt(fraction);
  const ones = (1n << fractionBits) - 1n;
  const highest = (1 << (width - fraction - 1)) - 1;
  const bias = highest >> 1;
  const made = (exponent: number, f: bigint): bigint =>
    (BigInt(Math.max(0, Math.min(exponent, highest))) << fractionBits) | (f & ones);
  const magnitude = (): bigint => {
    const f = fractionOf(random, fraction);
    switch (below(random, 12)) {
      case 0: return pick(random, [0n, 1n, 2n, ones, made(0, f)]); // zero and subnormal
      case 1: return pick(random, [made(1, 0n), made(1, 1n), made(1, f), made(2, f)]); // hardly normal
      case 2: return pick(random, [made(highest - 1, ones), made(highest - 1, ones - 1n), made(highest - 1, f)]);
      case 3: return pick(random, [made(highest, 0n), made(highest, 0n), made(highest, 1n << (fractionBits - 1n))]); // infinity, quiet NaN
      case 4: return made(highest, pick(random, [1n, f, ones, ones >> 1n, f | 1n, (f >> 1n) | 1n])); // NaNs, quiet and signalling
      case 5: return made(bias, pick(random, [0n, 1n, ones, 1n << (fractionBits - 1n)])); // 1 to 2
      case 6: return made(bias + pick(random, ENDS) - below(random, 2), pick(random, [0n, 1n, ones, ones - 1n, f]));
      case 7: return half(random, format);
      case 8: return made(1 + below(random, Math.max(1, highest - 1)), f);
      case 9: return made((bias >> 1) + below(random, 4) - fraction * below(random, 2), f); // whose square is hardly normal
      default: return made(bias - 3 + below(random, 8), f);
    }
  };
  return (BigInt(below(random, 2)) << BigInt(width - 1)) | magnitude();
}

/** Random ones and zeros, or few of them, or as a narrower format's halfway case. */
function fractionOf(random: Random, bits: number): bigint {
  const all = random64(random) >> BigInt(64 - bits);
  const kept = BigInt(below(random, bits));
  const short = (all >> kept) << kept;
  switch (below(random, 4)) {
    case 0: return all;
    case 1: return short;
    case 2: return kept === 0n ? short : short | (1n << (kept - 1n));
    default: return short + BigInt(pick(random, [-1, 1]));
  }
}

/** n + 1/2, or next to it: the halfway case of rounding to an integer. */
function half(random: Random, { fraction, width }: Format): bigint {
  const bias = (1 << (width - fraction - 2)) - 1;
  const length = below(random, Math.min(fraction, 12));
  const n = BigInt((1 << length) + below(random, 1 << length));
  const shift = BigInt(fraction - length);
  const withHalf = (n << shift) | (shift === 0n ? 0n : 1n << (shift - 1n));
  const f = withHalf + BigInt(below(random, 3) - 1);
  return (BigInt(bias + length) << BigInt(fraction)) + (f - (1n << BigInt(fraction)));
}
