// One register from memory, or to it: what most loads and stores are, once the address is known.

import type { Access } from "../access";
import { type Operations, type Size, type Width, sizeOf, widthOf } from "../operations";
import { addressOf, type Index, writeBack } from "./addressing";

/** Integers that fit are loaded into a W register. */
export const widthFor = (size: Size): Width => (size === 64 ? 64 : 32);

/** 32 or 64: x is size<0>. */
export const sizeOfX = (x: number): 32 | 64 => widthOf(x);

/** Of SIMD&FP: x is opc<1>. */
export const sizeOfV = (x: number, size: number): Size => sizeOf((x << 2) | size);

/** Of the loads that extend a sign: x is opc<0>. */
export const signedWidth = (x: number): Width => (x ? 32 : 64);

/** The bytes of one access, as a shift. */
export const scaleOf = (size: Size): number => 28 - Math.clz32(size);

/** The low `size` bits of a register. */
export const readLow = <V>(m: Operations<V>, size: Size, n: number): V =>
  size < 32 ? m.bits(m.readX(n, 32), size - 1, 0) : m.readX(n, widthFor(size));

export function loadX<V>(
  m: Operations<V>, size: Size, Rt: number, address: V, access: Access,
): void {
  m.writeX(Rt, widthFor(size), m.load(size, address, access));
}

export function loadSigned<V>(
  m: Operations<V>, size: Size, width: Width, Rt: number, address: V, access: Access,
): void {
  m.writeX(Rt, width, m.extend(true, size, width, m.load(size, address, access)));
}

export function storeX<V>(
  m: Operations<V>, size: Size, Rt: number, address: V, access: Access,
): void {
  m.store(size, address, m.readX(Rt, widthFor(size)), access);
}

export const loadV = <V>(m: Operations<V>, size: Size, Rt: number, address: V): void =>
  m.writeV(Rt, size, m.load(size, address, "normal"));

export const storeV = <V>(m: Operations<V>, size: Size, Rt: number, address: V): void =>
  m.store(size, address, m.readV(Rt, size), "normal");

// The same five at Rn and an offset.

export function loadXAt<V>(
  m: Operations<V>, size: Size, Rt: number, Rn: number, index: Index, offset: number,
): void {
  const address = addressOf(m, Rn, index, offset);
  loadX(m, size, Rt, address, "normal");
  writeBack(m, Rn, index, address, offset);
}

export function loadSignedAt<V>(
  m: Operations<V>, size: Size, width: Width, Rt: number, Rn: number, index: Index, offset: number,
): void {
  const address = addressOf(m, Rn, index, offset);
  loadSigned(m, size, width, Rt, address, "normal");
  writeBack(m, Rn, index, address, offset);
}

export function storeXAt<V>(
  m: Operations<V>, size: Size, Rt: number, Rn: number, index: Index, offset: number,
): void {
  const address = addressOf(m, Rn, index, offset);
  storeX(m, size, Rt, address, "normal");
  writeBack(m, Rn, index, address, offset);
}

export function loadVAt<V>(
  m: Operations<V>, size: Size, Rt: number, Rn: number, index: Index, offset: number,
): void {
  const address = addressOf(m, Rn, index, offset);
  loadV(m, size, Rt, address);
  writeBack(m, Rn, index, address, offset);
}

export function storeVAt<V>(
  m: Operations<V>, size: Size, Rt: number, Rn: number, index: Index, offset: number,
): void {
  const address = addressOf(m, Rn, index, offset);
  storeV(m, size, Rt, address);
  writeBack(m, Rn, index, address, offset);
}
