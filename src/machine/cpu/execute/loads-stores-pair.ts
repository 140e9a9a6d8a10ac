// What the rows of tables/loads-stores-pair.ts do: two registers, one behind the other in memory.
// The offset counts registers.
//
// 1. Both are loaded before either is written, since the second address may fault. If Rt is Rt2,
//    which is CONSTRAINED UNPREDICTABLE, Rt has the last word, as in QEMU.

import { signExtend } from "../../decoder/sign-extend";
import type {
  NO_ALLOCATE_PAIR, PAIR_OFFSET, PAIR_POST_INDEXED, PAIR_PRE_INDEXED,
} from "../../decoder/tables/loads-stores-pair";
import { type Operations, type Size, sizeOf, type Width, widthOf } from "../operations";
import type { Semantics } from "../semantics";
import { type Index, namedAddress, plus, writeBack } from "./addressing";

/** Non-temporal: there is no cache to spare. */
export const noAllocatePair: Semantics<typeof NO_ALLOCATE_PAIR> = {
  "STNP": (m, { x, imm7, Rt2, Rn, Rt }) => storeXPair(m, widthOf(x), Rt, Rt2, Rn, "offset", imm7),
  "LDNP": (m, { x, imm7, Rt2, Rn, Rt }) => loadXPair(m, widthOf(x), Rt, Rt2, Rn, "offset", imm7),
  "STNP (SIMD&FP)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    storeVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "offset", imm7),
  "LDNP (SIMD&FP)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    loadVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "offset", imm7),
};

export const pairPostIndexed: Semantics<typeof PAIR_POST_INDEXED> = {
  "STP (post-index)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    storeXPair(m, widthOf(x), Rt, Rt2, Rn, "post", imm7),
  "LDP (post-index)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    loadXPair(m, widthOf(x), Rt, Rt2, Rn, "post", imm7),
  "LDPSW (post-index)": (m, { imm7, Rt2, Rn, Rt }) => loadSignedPair(m, Rt, Rt2, Rn, "post", imm7),
  "STP (SIMD&FP, post-index)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    storeVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "post", imm7),
  "LDP (SIMD&FP, post-index)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    loadVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "post", imm7),
};

export const pairOffset: Semantics<typeof PAIR_OFFSET> = {
  "STP (signed offset)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    storeXPair(m, widthOf(x), Rt, Rt2, Rn, "offset", imm7),
  "LDP (signed offset)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    loadXPair(m, widthOf(x), Rt, Rt2, Rn, "offset", imm7),
  "LDPSW (signed offset)": (m, { imm7, Rt2, Rn, Rt }) =>
    loadSignedPair(m, Rt, Rt2, Rn, "offset", imm7),
  "STP (SIMD&FP, signed offset)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    storeVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "offset", imm7),
  "LDP (SIMD&FP, signed offset)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    loadVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "offset", imm7),
};

export const pairPreIndexed: Semantics<typeof PAIR_PRE_INDEXED> = {
  "STP (pre-index)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    storeXPair(m, widthOf(x), Rt, Rt2, Rn, "pre", imm7),
  "LDP (pre-index)": (m, { x, imm7, Rt2, Rn, Rt }) =>
    loadXPair(m, widthOf(x), Rt, Rt2, Rn, "pre", imm7),
  "LDPSW (pre-index)": (m, { imm7, Rt2, Rn, Rt }) => loadSignedPair(m, Rt, Rt2, Rn, "pre", imm7),
  "STP (SIMD&FP, pre-index)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    storeVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "pre", imm7),
  "LDP (SIMD&FP, pre-index)": (m, { opc, imm7, Rt2, Rn, Rt }) =>
    loadVPair(m, sizeOf(2 + opc), Rt, Rt2, Rn, "pre", imm7),
};

const offsetOf = (imm7: number, size: Size): number => signExtend(imm7, 7) * (size >> 3);

function loadXPair<V>(
  m: Operations<V>, width: Width, Rt: number, Rt2: number, Rn: number, index: Index, imm7: number,
): void {
  const offset = offsetOf(imm7, width);
  const address = namedAddress(m, Rn, index === "post" ? 0 : offset);
  const first = m.let("first", m.load(width, address, "normal"));
  m.writeX(Rt2, width, m.load(width, plus(m, address, width >> 3), "normal"));
  m.writeX(Rt, width, first);
  writeBack(m, Rn, index, address, offset);
}

function loadSignedPair<V>(
  m: Operations<V>, Rt: number, Rt2: number, Rn: number, index: Index, imm7: number,
): void {
  const offset = offsetOf(imm7, 32);
  const address = namedAddress(m, Rn, index === "post" ? 0 : offset);
  const first = m.let("first", m.load(32, address, "normal"));
  m.writeX(Rt2, 64, m.extend(true, 32, 64, m.load(32, plus(m, address, 4), "normal")));
  m.writeX(Rt, 64, m.extend(true, 32, 64, first));
  writeBack(m, Rn, index, address, offset);
}

function storeXPair<V>(
  m: Operations<V>, width: Width, Rt: number, Rt2: number, Rn: number, index: Index, imm7: number,
): void {
  const offset = offsetOf(imm7, width);
  const address = namedAddress(m, Rn, index === "post" ? 0 : offset);
  m.store(width, address, m.readX(Rt, width), "normal");
  m.store(width, plus(m, address, width >> 3), m.readX(Rt2, width), "normal");
  writeBack(m, Rn, index, address, offset);
}

function loadVPair<V>(
  m: Operations<V>, size: Size, Rt: number, Rt2: number, Rn: number, index: Index, imm7: number,
): void {
  const offset = offsetOf(imm7, size);
  const address = namedAddress(m, Rn, index === "post" ? 0 : offset);
  const first = m.let("first", m.load(size, address, "normal"));
  m.writeV(Rt2, size, m.load(size, plus(m, address, size >> 3), "normal"));
  m.writeV(Rt, size, first);
  writeBack(m, Rn, index, address, offset);
}

function storeVPair<V>(
  m: Operations<V>, size: Size, Rt: number, Rt2: number, Rn: number, index: Index, imm7: number,
): void {
  const offset = offsetOf(imm7, size);
  const address = namedAddress(m, Rn, index === "post" ? 0 : offset);
  m.store(size, address, m.readV(Rt, size), "normal");
  m.store(size, plus(m, address, size >> 3), m.readV(Rt2, size), "normal");
  writeBack(m, Rn, index, address, offset);
}
