// What the rows of tables/loads-stores-register.ts do: one register, at nine bits of offset from a
// base register, or relative to the program counter.

import { signExtend } from "../../decoder/sign-extend";
import type {
  LITERAL, POST_INDEXED, PRE_INDEXED, UNPRIVILEGED, UNSCALED,
} from "../../decoder/tables/loads-stores-register";
import { type Operations, sizeOf } from "../operations";
import type { Semantics } from "../semantics";
import { addressOf } from "./addressing";
import { label } from "./branches";
import {
  loadSigned, loadSignedAt, loadV, loadVAt, loadX, loadXAt, signedWidth, sizeOfV, sizeOfX, storeVAt,
  storeX, storeXAt,
} from "./transfer";

export const literal: Semantics<typeof LITERAL> = {
  "LDR (literal)": (m, { x, imm19, Rt }) => loadX(m, sizeOfX(x), Rt, label(m, imm19, 19), "normal"),
  "LDR (literal, SIMD&FP)": (m, { opc, imm19, Rt }) =>
    loadV(m, sizeOf(2 + opc), Rt, label(m, imm19, 19)),
  "LDRSW (literal)": (m, { imm19, Rt }) => loadSigned(m, 32, 64, Rt, label(m, imm19, 19), "normal"),
  "PRFM (literal)": (m) => m.hint("NOP"), // There is no cache to fill.
};

const signed = (imm9: number): number => signExtend(imm9, 9);

export const unscaled: Semantics<typeof UNSCALED> = {
  "STURB": (m, { imm9, Rn, Rt }) => storeXAt(m, 8, Rt, Rn, "offset", signed(imm9)),
  "LDURB": (m, { imm9, Rn, Rt }) => loadXAt(m, 8, Rt, Rn, "offset", signed(imm9)),
  "LDURSB": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 8, signedWidth(x), Rt, Rn, "offset", signed(imm9)),
  "STUR (SIMD&FP)": (m, { size, x, imm9, Rn, Rt }) =>
    storeVAt(m, sizeOfV(x, size), Rt, Rn, "offset", signed(imm9)),
  "LDUR (SIMD&FP)": (m, { size, x, imm9, Rn, Rt }) =>
    loadVAt(m, sizeOfV(x, size), Rt, Rn, "offset", signed(imm9)),
  "STURH": (m, { imm9, Rn, Rt }) => storeXAt(m, 16, Rt, Rn, "offset", signed(imm9)),
  "LDURH": (m, { imm9, Rn, Rt }) => loadXAt(m, 16, Rt, Rn, "offset", signed(imm9)),
  "LDURSH": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 16, signedWidth(x), Rt, Rn, "offset", signed(imm9)),
  "STUR": (m, { x, imm9, Rn, Rt }) => storeXAt(m, sizeOfX(x), Rt, Rn, "offset", signed(imm9)),
  "LDUR": (m, { x, imm9, Rn, Rt }) => loadXAt(m, sizeOfX(x), Rt, Rn, "offset", signed(imm9)),
  "LDURSW": (m, { imm9, Rn, Rt }) => loadSignedAt(m, 32, 64, Rt, Rn, "offset", signed(imm9)),
  "PRFUM": (m) => m.hint("NOP"),
};

export const postIndexed: Semantics<typeof POST_INDEXED> = {
  "STRB (immediate, post-index)": (m, { imm9, Rn, Rt }) =>
    storeXAt(m, 8, Rt, Rn, "post", signed(imm9)),
  "LDRB (immediate, post-index)": (m, { imm9, Rn, Rt }) =>
    loadXAt(m, 8, Rt, Rn, "post", signed(imm9)),
  "LDRSB (immediate, post-index)": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 8, signedWidth(x), Rt, Rn, "post", signed(imm9)),
  "STR (immediate, SIMD&FP, post-index)": (m, { size, x, imm9, Rn, Rt }) =>
    storeVAt(m, sizeOfV(x, size), Rt, Rn, "post", signed(imm9)),
  "LDR (immediate, SIMD&FP, post-index)": (m, { size, x, imm9, Rn, Rt }) =>
    loadVAt(m, sizeOfV(x, size), Rt, Rn, "post", signed(imm9)),
  "STRH (immediate, post-index)": (m, { imm9, Rn, Rt }) =>
    storeXAt(m, 16, Rt, Rn, "post", signed(imm9)),
  "LDRH (immediate, post-index)": (m, { imm9, Rn, Rt }) =>
    loadXAt(m, 16, Rt, Rn, "post", signed(imm9)),
  "LDRSH (immediate, post-index)": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 16, signedWidth(x), Rt, Rn, "post", signed(imm9)),
  "STR (immediate, post-index)": (m, { x, imm9, Rn, Rt }) =>
    storeXAt(m, sizeOfX(x), Rt, Rn, "post", signed(imm9)),
  "LDR (immediate, post-index)": (m, { x, imm9, Rn, Rt }) =>
    loadXAt(m, sizeOfX(x), Rt, Rn, "post", signed(imm9)),
  "LDRSW (immediate, post-index)": (m, { imm9, Rn, Rt }) =>
    loadSignedAt(m, 32, 64, Rt, Rn, "post", signed(imm9)),
};

/** With EL0's rights, whatever the current Exception level. */
export const unprivileged: Semantics<typeof UNPRIVILEGED> = {
  "STTRB": (m, { imm9, Rn, Rt }) => storeX(m, 8, Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTRB": (m, { imm9, Rn, Rt }) => loadX(m, 8, Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTRSB": (m, { x, imm9, Rn, Rt }) =>
    loadSigned(m, 8, signedWidth(x), Rt, at(m, Rn, imm9), "unprivileged"),
  "STTRH": (m, { imm9, Rn, Rt }) => storeX(m, 16, Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTRH": (m, { imm9, Rn, Rt }) => loadX(m, 16, Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTRSH": (m, { x, imm9, Rn, Rt }) =>
    loadSigned(m, 16, signedWidth(x), Rt, at(m, Rn, imm9), "unprivileged"),
  "STTR": (m, { x, imm9, Rn, Rt }) => storeX(m, sizeOfX(x), Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTR": (m, { x, imm9, Rn, Rt }) => loadX(m, sizeOfX(x), Rt, at(m, Rn, imm9), "unprivileged"),
  "LDTRSW": (m, { imm9, Rn, Rt }) => loadSigned(m, 32, 64, Rt, at(m, Rn, imm9), "unprivileged"),
};

const at = <V>(m: Operations<V>, Rn: number, imm9: number): V =>
  addressOf(m, Rn, "offset", signed(imm9));

export const preIndexed: Semantics<typeof PRE_INDEXED> = {
  "STRB (immediate, pre-index)": (m, { imm9, Rn, Rt }) =>
    storeXAt(m, 8, Rt, Rn, "pre", signed(imm9)),
  "LDRB (immediate, pre-index)": (m, { imm9, Rn, Rt }) =>
    loadXAt(m, 8, Rt, Rn, "pre", signed(imm9)),
  "LDRSB (immediate, pre-index)": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 8, signedWidth(x), Rt, Rn, "pre", signed(imm9)),
  "STR (immediate, SIMD&FP, pre-index)": (m, { size, x, imm9, Rn, Rt }) =>
    storeVAt(m, sizeOfV(x, size), Rt, Rn, "pre", signed(imm9)),
  "LDR (immediate, SIMD&FP, pre-index)": (m, { size, x, imm9, Rn, Rt }) =>
    loadVAt(m, sizeOfV(x, size), Rt, Rn, "pre", signed(imm9)),
  "STRH (immediate, pre-index)": (m, { imm9, Rn, Rt }) =>
    storeXAt(m, 16, Rt, Rn, "pre", signed(imm9)),
  "LDRH (immediate, pre-index)": (m, { imm9, Rn, Rt }) =>
    loadXAt(m, 16, Rt, Rn, "pre", signed(imm9)),
  "LDRSH (immediate, pre-index)": (m, { x, imm9, Rn, Rt }) =>
    loadSignedAt(m, 16, signedWidth(x), Rt, Rn, "pre", signed(imm9)),
  "STR (immediate, pre-index)": (m, { x, imm9, Rn, Rt }) =>
    storeXAt(m, sizeOfX(x), Rt, Rn, "pre", signed(imm9)),
  "LDR (immediate, pre-index)": (m, { x, imm9, Rn, Rt }) =>
    loadXAt(m, sizeOfX(x), Rt, Rn, "pre", signed(imm9)),
  "LDRSW (immediate, pre-index)": (m, { imm9, Rn, Rt }) =>
    loadSignedAt(m, 32, 64, Rt, Rn, "pre", signed(imm9)),
};
