// What the rows of tables/simd-scalar-misc.ts do: a scalar is a vector of one element.

import type { SIMD_SCALAR_MISC } from "../../decoder/tables/simd-scalar-misc";
import { FPConvertRoundOdd } from "../fp-operations";
import { type Operations, type Size, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { type OfTwo, SIGNED, UNSIGNED } from "./simd-elements";
import {
  absolute, isNegative, isNegativeOrZero, isPositive, isPositiveOrZero, isZero, negate, type OfOne,
  saturatingAbsolute, saturatingNarrow, saturatingNarrowToUnsigned, saturatingNegate,
  signedPlusUnsigned, unsignedPlusSigned,
} from "./simd-elements-of-one";
import {
  FCMEQ, FCMGE, FCMGT, FCMLE, FCMLT, FCVTAS, FCVTAU, FCVTMS, FCVTMU, FCVTNS, FCVTNU, FCVTPS, FCVTPU,
  FCVTZS, FCVTZU, type FpOfOne, FRECPE, FRECPX, FRSQRTE, SCVTF, UCVTF,
} from "./simd-fp-elements-of-one";

type Tables = typeof SIMD_SCALAR_MISC;

interface TwoRegisters {
  readonly Rn: number;
  readonly Rd: number;
}

interface Integer extends TwoRegisters {
  readonly size: number;
}

interface FpNumber extends TwoRegisters {
  readonly sz: number;
}

const twoRegister: Semantics<Tables["Advanced SIMD scalar two-register miscellaneous"]> = {
  "SUQADD scalar": (m, o) => accumulate(m, o, signedPlusUnsigned),
  "SQABS scalar": (m, o) => integer(m, o, saturatingAbsolute),
  "CMGT (zero) scalar": (m, o) => integer(m, o, isPositive),
  "CMEQ (zero) scalar": (m, o) => integer(m, o, isZero),
  "CMLT (zero) scalar": (m, o) => integer(m, o, isNegative),
  "ABS scalar": (m, o) => integer(m, o, absolute),
  "SQXTN scalar": (m, o) => narrow(m, o, saturatingNarrow(SIGNED)),
  "FCVTNS (vector) scalar": (m, o) => number(m, o, FCVTNS),
  "FCVTMS (vector) scalar": (m, o) => number(m, o, FCVTMS),
  "FCVTAS (vector) scalar": (m, o) => number(m, o, FCVTAS),
  "SCVTF (vector, integer) scalar": (m, o) => number(m, o, SCVTF),
  "FCMGT (zero) scalar": (m, o) => number(m, o, FCMGT),
  "FCMEQ (zero) scalar": (m, o) => number(m, o, FCMEQ),
  "FCMLT (zero) scalar": (m, o) => number(m, o, FCMLT),
  "FCVTPS (vector) scalar": (m, o) => number(m, o, FCVTPS),
  "FCVTZS (vector, integer) scalar": (m, o) => number(m, o, FCVTZS),
  "FRECPE scalar": (m, o) => number(m, o, FRECPE),
  "FRECPX": (m, o) => number(m, o, FRECPX),
  "USQADD scalar": (m, o) => accumulate(m, o, unsignedPlusSigned),
  "SQNEG scalar": (m, o) => integer(m, o, saturatingNegate),
  "CMGE (zero) scalar": (m, o) => integer(m, o, isPositiveOrZero),
  "CMLE (zero) scalar": (m, o) => integer(m, o, isNegativeOrZero),
  "NEG (vector) scalar": (m, o) => integer(m, o, negate),
  "SQXTUN scalar": (m, o) => narrow(m, o, saturatingNarrowToUnsigned),
  "UQXTN scalar": (m, o) => narrow(m, o, saturatingNarrow(UNSIGNED)),
  "FCVTXN scalar": (m, { Rn, Rd }) => m.writeV(Rd, 32, m.fp(TO_ODD, 64, m.readV(Rn, 64))),
  "FCVTNU (vector) scalar": (m, o) => number(m, o, FCVTNU),
  "FCVTMU (vector) scalar": (m, o) => number(m, o, FCVTMU),
  "FCVTAU (vector) scalar": (m, o) => number(m, o, FCVTAU),
  "UCVTF (vector, integer) scalar": (m, o) => number(m, o, UCVTF),
  "FCMGE (zero) scalar": (m, o) => number(m, o, FCMGE),
  "FCMLE (zero) scalar": (m, o) => number(m, o, FCMLE),
  "FCVTPU (vector) scalar": (m, o) => number(m, o, FCVTPU),
  "FCVTZU (vector, integer) scalar": (m, o) => number(m, o, FCVTZU),
  "FRSQRTE scalar": (m, o) => number(m, o, FRSQRTE),
};

const halfPrecision: Semantics<Tables["Advanced SIMD scalar two-register miscellaneous FP16"]> = {
  "FCVTNS (vector, half-precision) scalar": (m, o) => half(m, o, FCVTNS),
  "FCVTMS (vector, half-precision) scalar": (m, o) => half(m, o, FCVTMS),
  "FCVTAS (vector, half-precision) scalar": (m, o) => half(m, o, FCVTAS),
  "SCVTF (vector, integer, half-precision) scalar": (m, o) => half(m, o, SCVTF),
  "FCMGT (zero, half-precision) scalar": (m, o) => half(m, o, FCMGT),
  "FCMEQ (zero, half-precision) scalar": (m, o) => half(m, o, FCMEQ),
  "FCMLT (zero, half-precision) scalar": (m, o) => half(m, o, FCMLT),
  "FCVTPS (vector, half-precision) scalar": (m, o) => half(m, o, FCVTPS),
  "FCVTZS (vector, integer, half-precision) scalar": (m, o) => half(m, o, FCVTZS),
  "FRECPE (half-precision) scalar": (m, o) => half(m, o, FRECPE),
  "FRECPX (half-precision)": (m, o) => half(m, o, FRECPX),
  "FCVTNU (vector, half-precision) scalar": (m, o) => half(m, o, FCVTNU),
  "FCVTMU (vector, half-precision) scalar": (m, o) => half(m, o, FCVTMU),
  "FCVTAU (vector, half-precision) scalar": (m, o) => half(m, o, FCVTAU),
  "UCVTF (vector, integer, half-precision) scalar": (m, o) => half(m, o, UCVTF),
  "FCMGE (zero, half-precision) scalar": (m, o) => half(m, o, FCMGE),
  "FCMLE (zero, half-precision) scalar": (m, o) => half(m, o, FCMLE),
  "FCVTPU (vector, half-precision) scalar": (m, o) => half(m, o, FCVTPU),
  "FCVTZU (vector, integer, half-precision) scalar": (m, o) => half(m, o, FCVTZU),
  "FRSQRTE (half-precision) scalar": (m, o) => half(m, o, FRSQRTE),
};

function integer<V>(m: Operations<V>, { size: log2, Rn, Rd }: Integer, f: OfOne): void {
  const size = sizeOf(log2);
  m.writeV(Rd, size, f(m, size, m.readV(Rn, size)));
}

function number<V>(m: Operations<V>, { sz, Rn, Rd }: FpNumber, f: FpOfOne): void {
  const size = sz ? 64 : 32;
  m.writeV(Rd, size, f(m, size, m.readV(Rn, size)));
}

function half<V>(m: Operations<V>, { Rn, Rd }: TwoRegisters, f: FpOfOne): void {
  m.writeV(Rd, 16, f(m, 16, m.readV(Rn, 16)));
}

function accumulate<V>(m: Operations<V>, { size: log2, Rn, Rd }: Integer, f: OfTwo): void {
  const size = sizeOf(log2);
  m.writeV(Rd, size, f(m, size, m.readV(Rd, size), m.readV(Rn, size)));
}

/** From twice the size. */
function narrow<V>(m: Operations<V>, { size: log2, Rn, Rd }: Integer, f: OfOne): void {
  const wide: Size = sizeOf(log2 + 1);
  m.writeV(Rd, sizeOf(log2), f(m, wide, m.readV(Rn, wide)));
}

const TO_ODD = FPConvertRoundOdd(32);

export const simdScalarMisc: GroupSemantics<Tables> = {
  "Advanced SIMD scalar two-register miscellaneous FP16": halfPrecision,
  "Advanced SIMD scalar two-register miscellaneous": twoRegister,
};
