// How an Advanced SIMD instruction sees its vectors: `count` elements of `size` bits, in a
// register of which `bits` bits are used. The manual's esize, elements and datasize.

import type { FpWidth } from "../floating-point/format";
import { type Operations, type Size, sizeOf } from "../operations";

export interface Shape<S extends Size = Size> {
  readonly size: S;
  readonly count: number;
  readonly bits: 64 | 128;
}

export const shape = <S extends Size>(size: S, Q: number): Shape<S> => {
  const bits = Q ? 128 : 64;
  return { size, count: bits / size, bits };
};

/** size:Q of integers: 8B 16B 4H 8H 2S 4S 1D 2D. */
export const shapeOf = (size: number, Q: number): Shape => shape(sizeOf(size), Q);

/** sz:Q of floating point: 2S 4S - 2D. */
export const fpShapeOf = (sz: number, Q: number): Shape<32 | 64> => shape(sz ? 64 : 32, Q);

/** Q of half precision: 4H 8H. */
export const halfShapeOf = (Q: number): Shape<16> => shape(16, Q);

/** A scalar is a vector of one element, whose other bits are cleared as well. */
export const scalarShape = <S extends Size>(size: S): Lanes<S> & { readonly bits: S } =>
  ({ size, count: 1, bits: size });

/** What a vector's and a scalar's shape have in common. */
export interface Lanes<S extends Size = Size> {
  readonly size: S;
  readonly count: number;
  readonly bits: Size;
}

/** ftype of scalar floating point: single, double, reserved, half. */
export const widthOfFtype = (ftype: number): FpWidth => (ftype === 3 ? 16 : ftype === 1 ? 64 : 32);

/** Vpart[n, part]: the lower half of a vector register, or the upper. */
export const readPart = <V>(m: Operations<V>, n: number, part: number): V =>
  part ? m.element(64, m.readV(n, 128), 1) : m.readV(n, 64);

/** Vpart[n, part] = value: the upper half keeps the lower, the lower clears the upper. */
export function writePart<V>(m: Operations<V>, n: number, part: number, value: V): void {
  if (part) m.writeV(n, 128, m.withElement(64, m.readV(n, 128), 1, value));
  else m.writeV(n, 64, value);
}

/** Vd = f of each element of Vn. */
export function eachOf<V>(
  m: Operations<V>, { size, count, bits }: Lanes, Rd: number, Rn: number, f: (x: V) => V,
): void {
  m.writeV(Rd, bits, count === 1 ? f(m.readV(Rn, size)) : m.map(size, count, f, m.readV(Rn, bits)));
}

/** Vd = f of each element of Vn and the one beside it in Vm. */
export function eachOfTwo<V>(
  m: Operations<V>, { size, count, bits }: Lanes, Rd: number, Rn: number, Rm: number,
  f: (x: V, y: V) => V,
): void {
  m.writeV(Rd, bits, count === 1
    ? f(m.readV(Rn, size), m.readV(Rm, size))
    : m.map(size, count, f, m.readV(Rn, bits), m.readV(Rm, bits)));
}

/** Vd = f of each element of Vd itself, of Vn and of Vm: what accumulates. */
export function eachOfThree<V>(
  m: Operations<V>, { size, count, bits }: Lanes, Rd: number, Rn: number, Rm: number,
  f: (d: V, x: V, y: V) => V,
): void {
  m.writeV(Rd, bits, count === 1
    ? f(m.readV(Rd, size), m.readV(Rn, size), m.readV(Rm, size))
    : m.map(size, count, f, m.readV(Rd, bits), m.readV(Rn, bits), m.readV(Rm, bits)));
}
