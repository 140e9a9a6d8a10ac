// What the rows of tables/loads-stores-offset.ts do: one register, at a base register and an index
// register, or at a base register and an unsigned offset that counts accesses.

import type {
  AUTHENTICATED, REGISTER_OFFSET, UNSIGNED_OFFSET,
} from "../../decoder/tables/loads-stores-offset";
import type { Operations, Size } from "../operations";
import type { Semantics } from "../semantics";
import { extended } from "./dp-register";
import {
  loadSigned, loadSignedAt, loadV, loadVAt, loadX, loadXAt, scaleOf, signedWidth, sizeOfV, sizeOfX,
  storeV, storeVAt, storeX, storeXAt,
} from "./transfer";

export const registerOffset: Semantics<typeof REGISTER_OFFSET> = {
  "STRB (register)": (m, { Rm, option, S, Rn, Rt }) =>
    storeX(m, 8, Rt, indexed(m, 8, Rn, Rm, option, S), "normal"),
  "LDRB (register)": (m, { Rm, option, S, Rn, Rt }) =>
    loadX(m, 8, Rt, indexed(m, 8, Rn, Rm, option, S), "normal"),
  "LDRSB (register)": (m, { x, Rm, option, S, Rn, Rt }) =>
    loadSigned(m, 8, signedWidth(x), Rt, indexed(m, 8, Rn, Rm, option, S), "normal"),
  "STR (register, SIMD&FP)"(m, { size, x, Rm, option, S, Rn, Rt }) {
    const esize = sizeOfV(x, size);
    storeV(m, esize, Rt, indexed(m, esize, Rn, Rm, option, S));
  },
  "LDR (register, SIMD&FP)"(m, { size, x, Rm, option, S, Rn, Rt }) {
    const esize = sizeOfV(x, size);
    loadV(m, esize, Rt, indexed(m, esize, Rn, Rm, option, S));
  },
  "STRH (register)": (m, { Rm, option, S, Rn, Rt }) =>
    storeX(m, 16, Rt, indexed(m, 16, Rn, Rm, option, S), "normal"),
  "LDRH (register)": (m, { Rm, option, S, Rn, Rt }) =>
    loadX(m, 16, Rt, indexed(m, 16, Rn, Rm, option, S), "normal"),
  "LDRSH (register)": (m, { x, Rm, option, S, Rn, Rt }) =>
    loadSigned(m, 16, signedWidth(x), Rt, indexed(m, 16, Rn, Rm, option, S), "normal"),
  "STR (register)": (m, { x, Rm, option, S, Rn, Rt }) =>
    storeX(m, sizeOfX(x), Rt, indexed(m, sizeOfX(x), Rn, Rm, option, S), "normal"),
  "LDR (register)": (m, { x, Rm, option, S, Rn, Rt }) =>
    loadX(m, sizeOfX(x), Rt, indexed(m, sizeOfX(x), Rn, Rm, option, S), "normal"),
  "LDRSW (register)": (m, { Rm, option, S, Rn, Rt }) =>
    loadSigned(m, 32, 64, Rt, indexed(m, 32, Rn, Rm, option, S), "normal"),
  "PRFM (register)": (m) => m.hint("NOP"), // There is no cache to fill.
};

/** S: the index counts accesses, not bytes. */
function indexed<V>(
  m: Operations<V>, size: Size, Rn: number, Rm: number, option: number, S: number,
): V {
  return m.add(64, m.readBase(Rn), extended(m, 64, Rm, option, S ? scaleOf(size) : 0));
}

/** Pointer authentication is not in the profile. */
export const authenticated: Semantics<typeof AUTHENTICATED> = {};

export const unsignedOffset: Semantics<typeof UNSIGNED_OFFSET> = {
  "STRB (immediate, unsigned offset)": (m, { imm12, Rn, Rt }) =>
    storeXAt(m, 8, Rt, Rn, "offset", imm12),
  "LDRB (immediate, unsigned offset)": (m, { imm12, Rn, Rt }) =>
    loadXAt(m, 8, Rt, Rn, "offset", imm12),
  "LDRSB (immediate, unsigned offset)": (m, { x, imm12, Rn, Rt }) =>
    loadSignedAt(m, 8, signedWidth(x), Rt, Rn, "offset", imm12),
  "STR (immediate, SIMD&FP, unsigned offset)": (m, { size, x, imm12, Rn, Rt }) =>
    storeVAt(m, sizeOfV(x, size), Rt, Rn, "offset", imm12 << ((x << 2) | size)),
  "LDR (immediate, SIMD&FP, unsigned offset)": (m, { size, x, imm12, Rn, Rt }) =>
    loadVAt(m, sizeOfV(x, size), Rt, Rn, "offset", imm12 << ((x << 2) | size)),
  "STRH (immediate, unsigned offset)": (m, { imm12, Rn, Rt }) =>
    storeXAt(m, 16, Rt, Rn, "offset", imm12 << 1),
  "LDRH (immediate, unsigned offset)": (m, { imm12, Rn, Rt }) =>
    loadXAt(m, 16, Rt, Rn, "offset", imm12 << 1),
  "LDRSH (immediate, unsigned offset)": (m, { x, imm12, Rn, Rt }) =>
    loadSignedAt(m, 16, signedWidth(x), Rt, Rn, "offset", imm12 << 1),
  "STR (immediate, unsigned offset)": (m, { x, imm12, Rn, Rt }) =>
    storeXAt(m, sizeOfX(x), Rt, Rn, "offset", imm12 << (2 + x)),
  "LDR (immediate, unsigned offset)": (m, { x, imm12, Rn, Rt }) =>
    loadXAt(m, sizeOfX(x), Rt, Rn, "offset", imm12 << (2 + x)),
  "LDRSW (immediate, unsigned offset)": (m, { imm12, Rn, Rt }) =>
    loadSignedAt(m, 32, 64, Rt, Rn, "offset", imm12 << 2),
  "PRFM (immediate)": (m) => m.hint("NOP"),
};
