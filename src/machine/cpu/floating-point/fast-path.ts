// The host's own arithmetic, where it is the guest's. JavaScript computes with IEEE 754 doubles,
// rounds to nearest, ties to even, and keeps no flags. So each function here answers only if
//  1. FPCR asks for that rounding, and FPSR.IXC is set already, so that nobody can tell whether the
//     result was inexact (or the result shows by itself that it is exact);
//  2. no operand is a NaN, which would be passed on, or a denormal, which might be flushed;
//  3. the result is a zero known to be exact, or above the smallest normal number: no under- or
//     overflow, and nothing invalid.
// Otherwise it answers undefined, and the exact path is taken. Once a program has divided 1 by 3,
// little is left to the exact path.
//
// Single precision is computed in double and rounded twice, the second time by Math.fround. This
// could go wrong in one way: the first rounding moves a result onto a midpoint between two singles,
// and the second breaks a tie that there was not. But results of + - * / and sqrt on significands
// of p bits that are not midpoints keep such a distance from them that 2p + 2 bits still show it,
// and 53 >= 2 * 24 + 2 (S. Figueroa, "When is double rounding innocuous?", 1995). A fused
// multiply-add has no such distance, so there the midpoint is looked for; and that of doubles is a
// file of its own (double-fused.ts). The host has no halves.

import { FPCR, FPSR, type FpContext, type Rounding } from "./context";
import { multiplyAddDoubles } from "./double-fused";
import type { FpWidth } from "./format";

// One word seen four ways. A single stands in its low half: the hosts of JavaScript that count are
// little-endian.
const doubles = new Float64Array(1);
const singles = new Float32Array(doubles.buffer);
const halves = new Uint32Array(doubles.buffer);
const patterns = new BigUint64Array(doubles.buffer);

type HostWidth = 32 | 64;

const smallestNormal = (width: HostWidth): number => (width === 64 ? 2 ** -1022 : 2 ** -126);

export function fastAdd(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  return written(width, a + b, true); // A sum of 0 is exact.
}

export function fastSub(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  return written(width, a - b, true);
}

export function fastMul(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  return written(width, a * b, a === 0 || b === 0);
}

export function fastDiv(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  return written(width, a / b, a === 0);
}

export function fastSqrt(c: FpContext, width: FpWidth, x: bigint): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  return written(width, Math.sqrt(read(width, x)), true);
}

/** Of singles, the product is exact in a double; if the sum seems a midpoint, it may not be one. */
export function fastMulAdd(
  c: FpContext, width: FpWidth, addend: bigint, x: bigint, y: bigint,
): bigint | undefined {
  if (width === 16 || !hidesRounding(c)) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  const sum = read(width, addend);
  if (width === 64) {
    const result = multiplyAddDoubles(sum, a, b);
    return result === undefined ? undefined : written(64, result, true);
  }
  const result = sum + a * b;
  doubles[0] = result;
  if ((halves[0]! & 0x1fff_ffff) === 0x1000_0000) return undefined;
  return written(32, result, true);
}

/** Negative if x < y, 0 if equal, positive if x > y. Needs no FPCR: nothing is rounded. */
export function fastOrder(width: FpWidth, x: bigint, y: bigint): number | undefined {
  if (width === 16) return undefined;
  const a = read(width, x);
  const b = read(width, y);
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined;
}

/** The greater of the two. Not of zeros: there the sign counts. */
export function fastMax(width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  const order = fastOrder(width, x, y);
  if (order === undefined || (order === 0 && x !== y)) return undefined;
  return order > 0 ? x : y;
}

export function fastMin(width: FpWidth, x: bigint, y: bigint): bigint | undefined {
  const order = fastOrder(width, x, y);
  if (order === undefined || (order === 0 && x !== y)) return undefined;
  return order < 0 ? x : y;
}

export function fastConvert(
  c: FpContext, from: FpWidth, to: FpWidth, x: bigint,
): bigint | undefined {
  if (from === 16 || to === 16) return undefined;
  const a = read(from, x);
  const exact = to === 64 || Math.fround(a) === a;
  return exact || hidesRounding(c) ? written(to, a, a === 0) : undefined;
}

/** As floor(), ceil() and trunc() do, and JavaScript does. Nobody hears that it was inexact. */
export function fastRoundInt(width: FpWidth, x: bigint, rounding: Rounding): bigint | undefined {
  if (width === 16) return undefined;
  const a = read(width, x);
  switch (rounding) {
    case "NEGINF": return written(width, Math.floor(a), true);
    case "POSINF": return written(width, Math.ceil(a), true);
    case "ZERO":   return written(width, Math.trunc(a), true);
    default:       return undefined;
  }
}

/** Towards zero, as C converts, under any FPCR: what was cut off is seen. */
export function fastToInteger(
  c: FpContext, width: FpWidth, x: bigint, unsigned: boolean, intWidth: number, rounding: Rounding,
): bigint | undefined {
  if (width === 16 || intWidth === 16 || rounding !== "ZERO") return undefined;
  const a = read(width, x);
  const whole = Math.trunc(a);
  const half = intWidth === 64 ? 2 ** 63 : 2 ** 31;
  const [from, to] = unsigned ? [0, 2 * half] : [-half, half];
  if (!(whole >= from && whole < to)) return undefined;
  if (whole !== a) c.fpsr |= FPSR.IXC;
  return BigInt.asUintN(intWidth, BigInt(whole));
}

/** Up to 2^53 in size, an integer is a double. */
export function fastFromInteger(
  c: FpContext, width: FpWidth, integer: bigint, rounding: Rounding,
): bigint | undefined {
  if (width === 16) return undefined;
  const a = Number(integer);
  if (Math.abs(a) > Number.MAX_SAFE_INTEGER) return undefined;
  const exact = width === 64 || Math.fround(a) === a;
  const hidden = rounding === "TIEEVEN" && (c.fpsr & FPSR.IXC) !== 0;
  return exact || hidden ? written(width, a, true) : undefined;
}

/** Whether a result rounded to nearest is right, and its being inexact is news to nobody. */
function hidesRounding(c: FpContext): boolean {
  return (c.fpcr & FPCR.RMode) === 0 && (c.fpsr & FPSR.IXC) !== 0;
}

/** NaN for a NaN and for a denormal: arithmetic passes it on, and written() refuses it. */
function read(width: HostWidth, bits: bigint): number {
  patterns[0] = bits;
  const a = width === 64 ? doubles[0]! : singles[0]!;
  return Math.abs(a) >= smallestNormal(width) || a === 0 ? a : NaN;
}

/** The pattern of `result`; undefined if that is a NaN or may have under- or overflowed. */
function written(width: HostWidth, result: number, zeroIsExact: boolean): bigint | undefined {
  const rounded = width === 64 ? result : Math.fround(result);
  const magnitude = Math.abs(rounded);
  // Strictly above: what has rounded up to the smallest normal number has underflowed.
  if (!(magnitude > smallestNormal(width) && magnitude < Infinity)) {
    if (!(rounded === 0 && result === 0 && zeroIsExact)) return undefined;
  }
  if (width === 64) {
    doubles[0] = rounded;
  } else {
    patterns[0] = 0n;
    singles[0] = rounded;
  }
  return patterns[0]!;
}
