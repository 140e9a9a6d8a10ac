// Shifts by an immediate, of vectors and of scalars alike. The leading 1 of immh says how large the
// elements are; immh:immb is their size plus the amount to the left, or twice their size less the
// amount to the right.
//
//   immh   size    left: immh:immb -    right: - immh:immb
//   0001   8                 8           16
//   001x   16               16           32
//   01xx   32               32           64
//   1xxx   64               64          128

import type { FpOperation } from "../fp-operations";
import type { FpWidth } from "../floating-point/format";
import { type Operations, type Size, sizeOf } from "../operations";
import { Int, SatQ, WIDE } from "./integers";
import { doubleOf } from "./long";
import { eachOf, eachOfTwo, type Lanes, readPart, scalarShape, shapeOf, writePart } from "./shape";

/** A scalar's word has no Q. */
export interface ShiftImmediate {
  readonly Q?: number;
  readonly immh: number;
  readonly immb: number;
  readonly Rn: number;
  readonly Rd: number;
}

const log2Of = ({ immh }: ShiftImmediate): number => 31 - Math.clz32(immh);

const lanesOf = (o: ShiftImmediate): Lanes =>
  o.Q === undefined ? scalarShape(sizeOf(log2Of(o))) : shapeOf(log2Of(o), o.Q);

/** 0 to size - 1 */
const leftAmount = (o: ShiftImmediate): number => ((o.immh << 3) | o.immb) - sizeOf(log2Of(o));

/** 1 to size */
const rightAmount = (o: ShiftImmediate): number => 2 * sizeOf(log2Of(o)) - ((o.immh << 3) | o.immb);

// What becomes of one element x of `size` bits

export type ShiftOne = <V>(m: Operations<V>, size: Size, amount: number, x: V) => V;

/** By all of an element, its sign is left of it, or nothing. */
export const shiftRight = (signed: boolean): ShiftOne => (m, size, amount, x) => {
  if (signed) return m.shift("ASR", size, x, m.constant(Math.min(amount, size - 1)));
  return amount === size ? m.constant(0) : m.shift("LSR", size, x, m.constant(amount));
};

/** An integer of 128 bits, shifted; rounded by adding half of what 1 is in the result. */
function wideShiftRight<V>(
  m: Operations<V>, signed: boolean, isRounded: boolean, size: Size, amount: number, x: V,
): V {
  const integer = Int(m, signed, size, x);
  const half = m.constant(1n << BigInt(amount - 1));
  const from = isRounded ? m.add(WIDE, integer, half) : integer;
  return m.shift(signed ? "ASR" : "LSR", WIDE, from, m.constant(amount));
}

/** The sum of an element and half may not fit into an element. */
export const roundingShiftRight = (signed: boolean): ShiftOne => (m, size, amount, x) =>
  m.bits(wideShiftRight(m, signed, true, size, amount, x), size - 1, 0);

export const shiftLeft: ShiftOne = (m, size, amount, x) =>
  m.shift("LSL", size, x, m.constant(amount));

export const saturatingShiftLeft = (signed: boolean, toSigned: boolean): ShiftOne =>
  (m, size, amount, x) =>
    SatQ(m, toSigned, size, m.shift("LSL", WIDE, Int(m, signed, size, x), m.constant(amount)));

// Of one element x, of twice the `size` of the result

export const narrowing: ShiftOne = (m, size, amount, x) =>
  m.shift("LSR", doubleOf(size), x, m.constant(amount));

/** What the sum has no room for is above what is kept. */
export const roundingNarrowing: ShiftOne = (m, size, amount, x) => {
  const half = m.constant(1n << BigInt(amount - 1));
  return m.shift("LSR", doubleOf(size), m.add(doubleOf(size), x, half), m.constant(amount));
};

export const saturatingNarrowing = (signed: boolean, toSigned: boolean): ShiftOne =>
  (m, size, amount, x) =>
    SatQ(m, toSigned, size, wideShiftRight(m, signed, false, doubleOf(size), amount, x));

export const saturatingRoundingNarrowing = (signed: boolean, toSigned: boolean): ShiftOne =>
  (m, size, amount, x) =>
    SatQ(m, toSigned, size, wideShiftRight(m, signed, true, doubleOf(size), amount, x));

// Of all elements

/** Vd = each element of Vn, shifted to the right. */
export function right<V>(m: Operations<V>, o: ShiftImmediate, f: ShiftOne): void {
  const lanes = lanesOf(o);
  eachOf(m, lanes, o.Rd, o.Rn, (x) => f(m, lanes.size, rightAmount(o), x));
}

/** Vd = each element of Vn, shifted to the left. */
export function left<V>(m: Operations<V>, o: ShiftImmediate, f: ShiftOne): void {
  const lanes = lanesOf(o);
  eachOf(m, lanes, o.Rd, o.Rn, (x) => f(m, lanes.size, leftAmount(o), x));
}

/** Vd += each element of Vn, shifted to the right. */
export function rightAndAdd<V>(m: Operations<V>, o: ShiftImmediate, f: ShiftOne): void {
  const lanes = lanesOf(o);
  eachOfTwo(m, lanes, o.Rd, o.Rd, o.Rn, (d, x) =>
    m.add(lanes.size, d, f(m, lanes.size, rightAmount(o), x)));
}

/** Each element of Vn is shifted into that of Vd, of which the `kept` bits remain. */
function insert<V>(
  m: Operations<V>, o: ShiftImmediate, f: ShiftOne, amount: number, kept: bigint,
): void {
  const lanes = lanesOf(o);
  eachOfTwo(m, lanes, o.Rd, o.Rd, o.Rn, (d, x) =>
    m.or(m.and(d, m.constant(kept)), f(m, lanes.size, amount, x)));
}

const ones = (count: number): bigint => (1n << BigInt(count)) - 1n;

/** SLI: the low bits of Vd remain, as many as the amount. */
export function insertLeft<V>(m: Operations<V>, o: ShiftImmediate): void {
  insert(m, o, shiftLeft, leftAmount(o), ones(leftAmount(o)));
}

/** SRI: the high bits of Vd remain, as many as the amount. */
export function insertRight<V>(m: Operations<V>, o: ShiftImmediate): void {
  const { size } = lanesOf(o);
  const kept = ones(rightAmount(o)) << BigInt(size - rightAmount(o));
  insert(m, o, shiftRight(false), rightAmount(o), kept);
}

/** Vd, or half of it, = each element of Vn, shifted to the right, in half of its size. */
export function rightAndNarrow<V>(m: Operations<V>, o: ShiftImmediate, f: ShiftOne): void {
  const size = sizeOf(log2Of(o));
  const double = doubleOf(size);
  const each = (x: V): V => f(m, size, rightAmount(o), x);
  if (o.Q === undefined) return m.writeV(o.Rd, size, each(m.readV(o.Rn, double)));
  const count = 64 / size;
  writePart(m, o.Rd, o.Q, m.narrow(size, count, m.map(double, count, each, m.readV(o.Rn, 128))));
}

/** Vd = each element of half of Vn, extended to twice its size and shifted to the left. */
export function leftAndWiden<V>(
  m: Operations<V>, signed: boolean, o: ShiftImmediate & { readonly Q: number },
): void {
  const size = sizeOf(log2Of(o));
  const double = doubleOf(size);
  const count = 64 / size;
  const amount = leftAmount(o);
  const extended = m.widen(signed, size, count, readPart(m, o.Rn, o.Q));
  m.writeV(o.Rd, 128, amount === 0 // SXTL and UXTL.
    ? extended
    : m.map(double, count, (x) => shiftLeft(m, double, amount, x), extended));
}

/** Vd = each element of Vn, converted; the amount to the right is how many bits are a fraction. */
export function convert<V>(
  m: Operations<V>, o: ShiftImmediate,
  conversion: (bits: FpWidth, fraction: number) => FpOperation,
): void {
  const lanes = lanesOf(o);
  const width = lanes.size as FpWidth; // immh=0001, bytes, is reserved.
  const operation = conversion(width, rightAmount(o));
  eachOf(m, lanes, o.Rd, o.Rn, (x) => m.fp(operation, width, x));
}
