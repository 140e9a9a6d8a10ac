// What Advanced SIMD does to integers, one element at a time: each function here is the body of the
// loop over elements in the manual's pseudocode. Vectors, scalars and indexed elements share them.
// x is of Vn, y of Vm, d of Vd.

import { PolynomialMult } from "../crypto/polynomial";
import type { Helper } from "../helper";
import type { Operations, Size } from "../operations";
import { Int, SatQ, SInt, WIDE } from "./integers";

/** Of two elements of `size` bits. */
export type OfTwo = <V>(m: Operations<V>, size: Size, x: V, y: V) => V;

/** Of the destination's own element, and two more. */
export type OfThree = <V>(m: Operations<V>, size: Size, d: V, x: V, y: V) => V;

export const SIGNED = true;
export const UNSIGNED = false;

// Sums and differences

export const add: OfTwo = (m, size, x, y) => m.add(size, x, y);
export const subtract: OfTwo = (m, size, x, y) => m.sub(size, x, y);

/** Nothing is lost on the way to half the sum: the 128 bits hold its carry. */
export const halvingAdd = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.bits(m.add(WIDE, Int(m, signed, size, x), Int(m, signed, size, y)), size, 1);

export const roundingHalvingAdd = (signed: boolean): OfTwo => (m, size, x, y) => {
  const sum = m.add(WIDE, Int(m, signed, size, x), Int(m, signed, size, y));
  return m.bits(m.add(WIDE, sum, m.constant(1)), size, 1);
};

export const halvingSubtract = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.bits(m.sub(WIDE, Int(m, signed, size, x), Int(m, signed, size, y)), size, 1);

export const saturatingAdd = (signed: boolean): OfTwo => (m, size, x, y) =>
  SatQ(m, signed, size, m.add(WIDE, Int(m, signed, size, x), Int(m, signed, size, y)));

export const saturatingSubtract = (signed: boolean): OfTwo => (m, size, x, y) =>
  SatQ(m, signed, size, m.sub(WIDE, Int(m, signed, size, x), Int(m, signed, size, y)));

// Comparisons: all ones, or nothing

const ones = (size: Size): bigint => (1n << BigInt(size)) - 1n;

const ONES: Readonly<Record<Size, bigint>> = {
  8: ones(8), 16: ones(16), 32: ones(32), 64: ones(64), 128: ones(128),
};

/** What a comparison leaves in an element. */
export const maskIf = <V>(m: Operations<V>, size: Size, condition: V): V =>
  m.select(condition, m.constant(ONES[size]), m.constant(0));

export const isEqual: OfTwo = (m, size, x, y) => maskIf(m, size, m.compare("EQ", size, x, y));

export const isGreater = (signed: boolean): OfTwo => (m, size, x, y) =>
  maskIf(m, size, isLess(m, signed, size, y, x));

export const isGreaterOrEqual = (signed: boolean): OfTwo => (m, size, x, y) =>
  maskIf(m, size, m.compare(signed ? "SLE" : "LE", size, y, x));

export const haveCommonBits: OfTwo = (m, size, x, y) => {
  const isZero = m.compare("EQ", size, m.and(x, y), m.constant(0));
  return m.select(isZero, m.constant(0), m.constant(ONES[size]));
};

const isLess = <V>(m: Operations<V>, signed: boolean, size: Size, x: V, y: V): V =>
  m.compare(signed ? "SLT" : "LT", size, x, y);

export const maximum = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.select(isLess(m, signed, size, x, y), y, x);

export const minimum = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.select(isLess(m, signed, size, x, y), x, y);

export const absoluteDifference = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.select(isLess(m, signed, size, x, y), m.sub(size, y, x), m.sub(size, x, y));

export const accumulatedDifference = (signed: boolean): OfThree => {
  const difference = absoluteDifference(signed);
  return (m, size, d, x, y) => m.add(size, d, difference(m, size, x, y));
};

// Products

export const multiply: OfTwo = (m, size, x, y) => m.mul(size, x, y);
export const multiplyAdd: OfThree = (m, size, d, x, y) => m.add(size, d, m.mul(size, x, y));
export const multiplySubtract: OfThree = (m, size, d, x, y) => m.sub(size, d, m.mul(size, x, y));

export const polynomialMultiply: OfTwo = (m, size, x, y) =>
  m.bits(m.call(PolynomialMult, x, y), size - 1, 0);

/** Of two fractions, numbers of -1 to 1 with one bit for the sign: their product has two. */
const doubledProduct: OfTwo = (m, size, x, y) =>
  m.mul(WIDE, m.constant(2), m.mul(WIDE, SInt(m, size, x), SInt(m, size, y)));

/** The upper half of an integer of twice the size. */
const highHalf = <V>(m: Operations<V>, size: Size, integer: V): V =>
  SatQ(m, SIGNED, size, m.shift("ASR", WIDE, integer, m.constant(size)));

/** Half of what highHalf() drops. */
const half = <V>(m: Operations<V>, size: Size): V => m.constant(1n << BigInt(size - 1));

export const doublingMultiplyHigh: OfTwo = (m, size, x, y) =>
  highHalf(m, size, doubledProduct(m, size, x, y));

export const roundingDoublingMultiplyHigh: OfTwo = (m, size, x, y) =>
  highHalf(m, size, m.add(WIDE, doubledProduct(m, size, x, y), half(m, size)));

/** Saturates once, at the end: what is added to has the product's precision. */
export const roundingDoublingMultiplyAddHigh: OfThree = (m, size, d, x, y) => {
  const sum = m.add(WIDE, aboveProduct(m, size, d), doubledProduct(m, size, x, y));
  return highHalf(m, size, m.add(WIDE, sum, half(m, size)));
};

export const roundingDoublingMultiplySubtractHigh: OfThree = (m, size, d, x, y) => {
  const difference = m.sub(WIDE, aboveProduct(m, size, d), doubledProduct(m, size, x, y));
  return highHalf(m, size, m.add(WIDE, difference, half(m, size)));
};

const aboveProduct = <V>(m: Operations<V>, size: Size, d: V): V =>
  m.shift("LSL", WIDE, SInt(m, size, d), m.constant(size));

/** An element of twice the size. Only the square of the least integer saturates. */
export const doublingMultiplyLong: OfTwo = (m, size, x, y) =>
  SatQ(m, SIGNED, (2 * size) as Size, doubledProduct(m, size, x, y));

/** d and the result are of twice the size. Saturates twice: the product, and the sum. */
export const doublingMultiplyAddLong: OfThree = (m, size, d, x, y) => {
  const double = (2 * size) as Size;
  const product = SInt(m, double, doublingMultiplyLong(m, size, x, y));
  return SatQ(m, SIGNED, double, m.add(WIDE, SInt(m, double, d), product));
};

export const doublingMultiplySubtractLong: OfThree = (m, size, d, x, y) => {
  const double = (2 * size) as Size;
  const product = SInt(m, double, doublingMultiplyLong(m, size, x, y));
  return SatQ(m, SIGNED, double, m.sub(WIDE, SInt(m, double, d), product));
};

/** Four bytes of x times four of y, all added to d. */
export const dotProduct = (signed: boolean): OfThree => (m, size, d, x, y) => {
  let sum = d;
  for (let i = 0; i < 4; i++) {
    const ofX = m.extend(signed, 8, size, m.element(8, x, i));
    const ofY = m.extend(signed, 8, size, m.element(8, y, i));
    sum = m.add(size, sum, m.mul(size, ofX, ofY));
  }
  return sum;
};

// Shifts by as much as the low byte of y says: to the left, or to the right if it is negative

export const shiftByVector = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.bits(m.call(Shift, Int(m, signed, size, x), SInt(m, 8, y)), size - 1, 0);

export const roundingShiftByVector = (signed: boolean): OfTwo => (m, size, x, y) =>
  m.bits(m.call(RoundingShift, Int(m, signed, size, x), SInt(m, 8, y)), size - 1, 0);

export const saturatingShiftByVector = (signed: boolean): OfTwo => (m, size, x, y) =>
  SatQ(m, signed, size, m.call(Shift, Int(m, signed, size, x), SInt(m, 8, y)));

export const saturatingRoundingShiftByVector = (signed: boolean): OfTwo => (m, size, x, y) =>
  SatQ(m, signed, size, m.call(RoundingShift, Int(m, signed, size, x), SInt(m, 8, y)));

const Shift: Helper = {
  name: "Shift",
  apply: (x = 0n, amount = 0n) => shiftBy(BigInt.asIntN(WIDE, x), BigInt.asIntN(WIDE, amount), 0n),
};

/** To the right, the last bit shifted out is added. */
const RoundingShift: Helper = {
  name: "RoundingShift",
  apply(x = 0n, amount = 0n) {
    const places = BigInt.asIntN(WIDE, amount);
    return shiftBy(BigInt.asIntN(WIDE, x), places, places < 0n ? 1n << (-places - 1n) : 0n);
  },
};

const NO_ROOM = 1n << 127n;

/**
 * What has no room in 128 bits becomes 2^126 of its sign. Either is more than any element can be,
 * and has nothing in the 64 bits of one.
 */
function shiftBy(x: bigint, places: bigint, rounding: bigint): bigint {
  if (places < 0n) return BigInt.asUintN(WIDE, (x + rounding) >> -places);
  const shifted = x << places;
  if (shifted >= NO_ROOM) return NO_ROOM >> 1n;
  return BigInt.asUintN(WIDE, shifted < -NO_ROOM ? -(NO_ROOM >> 1n) : shifted);
}
