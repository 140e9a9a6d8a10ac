// Long instructions: of the elements in one half of a register they make as many of twice the size,
// which fill one.

import type { Operations, Size } from "../operations";
import type { OfThree, OfTwo } from "./simd-elements";

/** Twice the size. */
export const doubleOf = (size: Size): Size => (2 * size) as Size;

/** f on elements half as wide, which have been extended: what takes the low half of x and of y. */
export const atHalf = (f: OfTwo): OfTwo => (m, size, x, y) => f(m, (size / 2) as Size, x, y);

export const atHalfAccumulating = (f: OfThree): OfThree => (m, size, d, x, y) =>
  f(m, (size / 2) as Size, d, x, y);

/** Two vectors of 64 bits, whose elements are extended. */
export interface LongOperands<V> {
  readonly signed: boolean;
  readonly size: Size;
  readonly x: V;
  readonly y: V;
}

/** Vd = f of the elements of x and y, extended. */
export function eachOfLong<V>(
  m: Operations<V>, Rd: number, { signed, size, x, y }: LongOperands<V>, f: OfTwo,
): void {
  const double = doubleOf(size);
  const count = 64 / size;
  m.writeV(Rd, 128, m.map(double, count, (a, b) => f(m, double, a, b),
    m.widen(signed, size, count, x), m.widen(signed, size, count, y)));
}

/** Vd = f of its own elements, and of those of x and y, extended. */
export function accumulateLong<V>(
  m: Operations<V>, Rd: number, { signed, size, x, y }: LongOperands<V>, f: OfThree,
): void {
  const double = doubleOf(size);
  const count = 64 / size;
  m.writeV(Rd, 128, m.map(double, count, (d, a, b) => f(m, double, d, a, b),
    m.readV(Rd, 128), m.widen(signed, size, count, x), m.widen(signed, size, count, y)));
}
