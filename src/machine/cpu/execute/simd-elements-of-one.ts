// What Advanced SIMD does to one integer, an element or a scalar that is one: as simd-elements.ts,
// for instructions of one operand. x is of Vn, d of Vd.

import { unsignedRecipEstimate, unsignedRSqrtEstimate } from "../floating-point/estimates";
import type { Helper } from "../helper";
import type { Operations, Size } from "../operations";
import { BitCount, CountLeadingSignBits, CountLeadingZeros, ReverseBits } from "./bit-helpers";
import { Int, SatQ, SInt, UInt, WIDE } from "./integers";
import {
  isEqual, isGreater, isGreaterOrEqual, type OfTwo, SIGNED, UNSIGNED,
} from "./simd-elements";

/** Of an element of `size` bits. */
export type OfOne = <V>(m: Operations<V>, size: Size, x: V) => V;

/** The sizes that have helpers; those of elements. */
type Element = 8 | 16 | 32 | 64;

// Signs

/** The least integer has no opposite, and stays as it is. */
export const negate: OfOne = (m, size, x) => m.sub(size, m.constant(0), x);

export const absolute: OfOne = (m, size, x) =>
  m.select(m.compare("SLT", size, x, m.constant(0)), negate(m, size, x), x);

export const saturatingNegate: OfOne = (m, size, x) =>
  SatQ(m, SIGNED, size, negate(m, WIDE, SInt(m, size, x)));

/** Both sides are evaluated, but only the least integer saturates, and that is negative. */
export const saturatingAbsolute: OfOne = (m, size, x) =>
  m.select(m.compare("SLT", size, x, m.constant(0)), saturatingNegate(m, size, x), x);

// Comparisons with zero: all ones, or nothing

const withZero = (comparison: OfTwo): OfOne => (m, size, x) =>
  comparison(m, size, x, m.constant(0));
const flipped = (comparison: OfTwo): OfOne => (m, size, x) =>
  comparison(m, size, m.constant(0), x);

export const isZero = withZero(isEqual);
export const isPositive = withZero(isGreater(SIGNED));
export const isPositiveOrZero = withZero(isGreaterOrEqual(SIGNED));
export const isNegative = flipped(isGreater(SIGNED));
export const isNegativeOrZero = flipped(isGreaterOrEqual(SIGNED));

// Sums

/** SUQADD: signed, to which an unsigned integer is added. */
export const signedPlusUnsigned: OfTwo = (m, size, d, x) =>
  SatQ(m, SIGNED, size, m.add(WIDE, SInt(m, size, d), UInt(m, size, x)));

/** USQADD: unsigned, to which a signed integer is added. */
export const unsignedPlusSigned: OfTwo = (m, size, d, x) =>
  SatQ(m, UNSIGNED, size, m.add(WIDE, UInt(m, size, d), SInt(m, size, x)));

/** Two neighbours, taken together for x. Their sum has room where both of them were. */
export const sumOfHalves = (signed: boolean): OfOne => (m, size, x) => {
  const half = (size / 2) as Size;
  const [lower, upper] = [m.element(half, x, 0), m.element(half, x, 1)];
  return m.add(size, m.extend(signed, half, size, lower), m.extend(signed, half, size, upper));
};

// Twice the size, x is extended already

/** SHLL: by as many bits as x had. */
export const shiftLeftByHalf: OfOne = (m, size, x) => m.shift("LSL", size, x, m.constant(size / 2));

// Half the size: the result has size / 2 bits

/** SQXTN, UQXTN. */
export const saturatingNarrow = (signed: boolean): OfOne => (m, size, x) =>
  SatQ(m, signed, (size / 2) as Size, Int(m, signed, size, x));

/** SQXTUN: what is negative becomes 0. */
export const saturatingNarrowToUnsigned: OfOne = (m, size, x) =>
  SatQ(m, UNSIGNED, (size / 2) as Size, SInt(m, size, x));

// Bits

export const countLeadingZeros: OfOne = (m, size, x) =>
  m.call(CountLeadingZeros[size as Element], x);
export const countLeadingSignBits: OfOne = (m, size, x) =>
  m.call(CountLeadingSignBits[size as Element], x);
export const countOnes: OfOne = (m, _size, x) => m.call(BitCount, x);
export const reverseBits: OfOne = (m, size, x) => m.call(ReverseBits[size as 8], x);

// Estimates of 1/x and 1/sqrt(x), for integers of 32 bits that stand for fractions

const UnsignedRecipEstimate: Helper = {
  name: "UnsignedRecipEstimate",
  apply: (x = 0n) => unsignedRecipEstimate(x),
};

const UnsignedRSqrtEstimate: Helper = {
  name: "UnsignedRSqrtEstimate",
  apply: (x = 0n) => unsignedRSqrtEstimate(x),
};

export const reciprocalEstimate: OfOne = (m, _size, x) => m.call(UnsignedRecipEstimate, x);
export const reciprocalRootEstimate: OfOne = (m, _size, x) => m.call(UnsignedRSqrtEstimate, x);
