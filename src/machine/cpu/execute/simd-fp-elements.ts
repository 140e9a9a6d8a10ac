// What Advanced SIMD does to floating-point numbers, one element at a time, and to complex numbers,
// which are two elements: the real part is the lower one. x is of Vn, y of Vm, d of Vd.

import type { FpWidth } from "../floating-point/format";
import {
  FPAbs, FPAdd, FPCompareEQ, FPCompareGE, FPCompareGT, FPMulAdd, FPNeg, FPSub, type FpOperation,
} from "../fp-operations";
import type { Operations } from "../operations";
import { maskIf } from "./simd-elements";

/** Of two elements of `width` bits. */
export type FpOfTwo = <V>(m: Operations<V>, width: FpWidth, x: V, y: V) => V;

/** Of the destination's own element, and two more. */
export type FpOfThree = <V>(m: Operations<V>, width: FpWidth, d: V, x: V, y: V) => V;

/** A function of the manual's that is all there is to the loop's body. */
export const plainly = (operation: FpOperation): FpOfTwo => (m, width, x, y) =>
  m.fp(operation, width, x, y);

/** Either. */
export const fpOfTwo = (f: FpOfTwo | FpOperation): FpOfTwo =>
  typeof f === "function" ? f : plainly(f);

export const fpMultiplyAdd: FpOfThree = (m, width, d, x, y) => m.fp(FPMulAdd, width, d, x, y);

export const fpMultiplySubtract: FpOfThree = (m, width, d, x, y) =>
  m.fp(FPMulAdd, width, d, m.fp(FPNeg, width, x), y);

export const fpAbsoluteDifference: FpOfTwo = (m, width, x, y) =>
  m.fp(FPAbs, width, m.fp(FPSub, width, x, y));

// Comparisons: all ones, or nothing

const maskOf = (comparison: FpOperation): FpOfTwo => (m, width, x, y) =>
  maskIf(m, width, m.fp(comparison, width, x, y));

const maskOfAbsolutes = (comparison: FpOperation): FpOfTwo => (m, width, x, y) =>
  maskIf(m, width, m.fp(comparison, width, m.fp(FPAbs, width, x), m.fp(FPAbs, width, y)));

export const fpIsEqual = maskOf(FPCompareEQ);
export const fpIsGreaterOrEqual = maskOf(FPCompareGE);
export const fpIsGreater = maskOf(FPCompareGT);
export const fpIsAbsolutelyGreaterOrEqual = maskOfAbsolutes(FPCompareGE);
export const fpIsAbsolutelyGreater = maskOfAbsolutes(FPCompareGT);

// Complex numbers, of parts of `width` bits

/** x + y, y turned by rot * 90 degrees: rot = 1 adds i * y, and rot = 3 takes it away. */
export function complexAdd<V>(m: Operations<V>, width: FpWidth, rot: 1 | 3, x: V, y: V): V {
  const [onReal, onImaginary] = turned(m, width, rot, y);
  return m.join(
    m.fp(FPAdd, width, m.element(width, x, 1), onImaginary),
    m.fp(FPAdd, width, m.element(width, x, 0), onReal),
    width,
  );
}

/**
 * d + a part of x times y, turned by rot * 90 degrees. The part is the real one at 0 and 180
 * degrees, and the imaginary one at 90 and 270. So two of these, at 0 and 90, add the whole
 * product, and at 0 and 270 that of x's conjugate.
 */
export function complexMultiplyAdd<V>(
  m: Operations<V>, width: FpWidth, rot: number, d: V, x: V, y: V,
): V {
  const part = (): V => m.element(width, x, rot & 1);
  const [onReal, onImaginary] = turned(m, width, rot, y);
  return m.join(
    m.fp(FPMulAdd, width, m.element(width, d, 1), part(), onImaginary),
    m.fp(FPMulAdd, width, m.element(width, d, 0), part(), onReal),
    width,
  );
}

/** A quarter turn of real + i * imaginary, times i, is -imaginary + i * real. */
function turned<V>(m: Operations<V>, width: FpWidth, rot: number, y: V): [real: V, imaginary: V] {
  const real = m.element(width, y, 0);
  const imaginary = m.element(width, y, 1);
  switch (rot) {
    case 0: return [real, imaginary];
    case 1: return [m.fp(FPNeg, width, imaginary), real];
    case 2: return [m.fp(FPNeg, width, real), m.fp(FPNeg, width, imaginary)];
    default: return [imaginary, m.fp(FPNeg, width, real)];
  }
}
