// What the rows of tables/simd-scalar-same.ts do: what simd-three-same.ts does, to one element.

import type { SIMD_SCALAR_SAME } from "../../decoder/tables/simd-scalar-same";
import {
  FPAdd, FPMax, FPMaxNum, FPMin, FPMinNum, FPMulX, type FpOperation, FPRecipStepFused,
  FPRSqrtStepFused,
} from "../fp-operations";
import { type Operations, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { indexedElement, readElement } from "./indexed-element";
import { ofPair } from "./pairs";
import {
  add, doublingMultiplyAddLong, doublingMultiplyHigh, doublingMultiplyLong,
  doublingMultiplySubtractLong, haveCommonBits, isEqual, isGreater, isGreaterOrEqual,
  type OfThree, type OfTwo, roundingDoublingMultiplyAddHigh, roundingDoublingMultiplyHigh,
  roundingDoublingMultiplySubtractHigh, roundingShiftByVector, saturatingAdd,
  saturatingRoundingShiftByVector, saturatingShiftByVector, saturatingSubtract, shiftByVector,
  SIGNED, subtract, UNSIGNED,
} from "./simd-elements";
import {
  fpAbsoluteDifference, fpIsAbsolutelyGreater, fpIsAbsolutelyGreaterOrEqual, fpIsEqual,
  fpIsGreater, fpIsGreaterOrEqual, type FpOfTwo, fpOfTwo,
} from "./simd-fp-elements";

type Tables = typeof SIMD_SCALAR_SAME;

/** What all of these rows have. */
interface Operands {
  readonly Rm: number;
  readonly Rn: number;
  readonly Rd: number;
}

type Sized = Operands & { readonly size: number };

/** What a row with such operands does. */
type Row<O> = <V>(m: Operations<V>, operands: O) => void;

const integers = (f: OfTwo): Row<Sized> => (m, { size, Rm, Rn, Rd }) => {
  const bits = sizeOf(size);
  m.writeV(Rd, bits, f(m, bits, m.readV(Rn, bits), m.readV(Rm, bits)));
};

const accumulating = (f: OfThree): Row<Sized> => (m, { size, Rm, Rn, Rd }) => {
  const bits = sizeOf(size);
  m.writeV(Rd, bits, f(m, bits, m.readV(Rd, bits), m.readV(Rn, bits), m.readV(Rm, bits)));
};

const fp = (f: FpOfTwo | FpOperation): Row<Operands & { readonly sz: number }> => {
  const body = fpOfTwo(f);
  return (m, { sz, Rm, Rn, Rd }) => {
    const width = sz ? 64 : 32;
    m.writeV(Rd, width, body(m, width, m.readV(Rn, width), m.readV(Rm, width)));
  };
};

const half = (f: FpOfTwo | FpOperation): Row<Operands> => {
  const body = fpOfTwo(f);
  return (m, { Rm, Rn, Rd }) => m.writeV(Rd, 16, body(m, 16, m.readV(Rn, 16), m.readV(Rm, 16)));
};

const copy: Semantics<Tables["Advanced SIMD scalar copy"]> = {
  "DUP (element) scalar"(m, { imm5, Rn, Rd }) {
    const element = indexedElement(imm5);
    m.writeV(Rd, element.size, readElement(m, Rn, element));
  },
};

const halfPrecision: Semantics<Tables["Advanced SIMD scalar three same FP16"]> = {
  "FMULX (half-precision) scalar":           half(FPMulX),
  "FCMEQ (register, half-precision) scalar": half(fpIsEqual),
  "FRECPS (half-precision) scalar":          half(FPRecipStepFused),
  "FRSQRTS (half-precision) scalar":         half(FPRSqrtStepFused),
  "FCMGE (register, half-precision) scalar": half(fpIsGreaterOrEqual),
  "FACGE (half-precision) scalar":           half(fpIsAbsolutelyGreaterOrEqual),
  "FABD (half-precision) scalar":            half(fpAbsoluteDifference),
  "FCMGT (register, half-precision) scalar": half(fpIsGreater),
  "FACGT (half-precision) scalar":           half(fpIsAbsolutelyGreater),
};

const extra: Semantics<Tables["Advanced SIMD scalar three same extra"]> = {
  "SQRDMLAH (vector) scalar": accumulating(roundingDoublingMultiplyAddHigh),
  "SQRDMLSH (vector) scalar": accumulating(roundingDoublingMultiplySubtractHigh),
};

interface TwoRegisters {
  readonly Rn: number;
  readonly Rd: number;
}

const fpPair = (operation: FpOperation): Row<TwoRegisters & { readonly sz: number }> =>
  (m, { sz, Rn, Rd }) => {
    const width = sz ? 64 : 32;
    ofPair(m, width, Rd, Rn, (x, y) => m.fp(operation, width, x, y));
  };

const halfPair = (operation: FpOperation): Row<TwoRegisters> => (m, { Rn, Rd }) =>
  ofPair(m, 16, Rd, Rn, (x, y) => m.fp(operation, 16, x, y));

const pairwise: Semantics<Tables["Advanced SIMD scalar pairwise"]> = {
  "ADDP (scalar)": (m, { Rn, Rd }) => ofPair(m, 64, Rd, Rn, (x, y) => m.add(64, x, y)),
  "FMAXNMP (scalar, half-precision)": halfPair(FPMaxNum),
  "FADDP (scalar, half-precision)":   halfPair(FPAdd),
  "FMAXP (scalar, half-precision)":   halfPair(FPMax),
  "FMINNMP (scalar, half-precision)": halfPair(FPMinNum),
  "FMINP (scalar, half-precision)":   halfPair(FPMin),
  "FMAXNMP (scalar)":                 fpPair(FPMaxNum),
  "FADDP (scalar)":                   fpPair(FPAdd),
  "FMAXP (scalar)":                   fpPair(FPMax),
  "FMINNMP (scalar)":                 fpPair(FPMinNum),
  "FMINP (scalar)":                   fpPair(FPMin),
};

/** Vd is twice as wide as Vn and Vm. */
const long = (f: OfTwo): Row<Sized> => (m, { size, Rm, Rn, Rd }) => {
  const bits = sizeOf(size);
  m.writeV(Rd, sizeOf(size + 1), f(m, bits, m.readV(Rn, bits), m.readV(Rm, bits)));
};

const longAccumulating = (f: OfThree): Row<Sized> => (m, { size, Rm, Rn, Rd }) => {
  const [bits, double] = [sizeOf(size), sizeOf(size + 1)];
  m.writeV(Rd, double, f(m, bits, m.readV(Rd, double), m.readV(Rn, bits), m.readV(Rm, bits)));
};

const threeDifferent: Semantics<Tables["Advanced SIMD scalar three different"]> = {
  "SQDMLAL (vector) scalar": longAccumulating(doublingMultiplyAddLong),
  "SQDMLSL (vector) scalar": longAccumulating(doublingMultiplySubtractLong),
  "SQDMULL (vector) scalar": long(doublingMultiplyLong),
};

const threeSame: Semantics<Tables["Advanced SIMD scalar three same"]> = {
  "SQADD scalar":             integers(saturatingAdd(SIGNED)),
  "SQSUB scalar":             integers(saturatingSubtract(SIGNED)),
  "CMGT (register) scalar":   integers(isGreater(SIGNED)),
  "CMGE (register) scalar":   integers(isGreaterOrEqual(SIGNED)),
  "SSHL scalar":              integers(shiftByVector(SIGNED)),
  "SQSHL (register) scalar":  integers(saturatingShiftByVector(SIGNED)),
  "SRSHL scalar":             integers(roundingShiftByVector(SIGNED)),
  "SQRSHL scalar":            integers(saturatingRoundingShiftByVector(SIGNED)),
  "ADD (vector) scalar":      integers(add),
  "CMTST scalar":             integers(haveCommonBits),
  "SQDMULH (vector) scalar":  integers(doublingMultiplyHigh),
  "FMULX scalar":             fp(FPMulX),
  "FCMEQ (register) scalar":  fp(fpIsEqual),
  "FRECPS scalar":            fp(FPRecipStepFused),
  "FRSQRTS scalar":           fp(FPRSqrtStepFused),
  "UQADD scalar":             integers(saturatingAdd(UNSIGNED)),
  "UQSUB scalar":             integers(saturatingSubtract(UNSIGNED)),
  "CMHI (register) scalar":   integers(isGreater(UNSIGNED)),
  "CMHS (register) scalar":   integers(isGreaterOrEqual(UNSIGNED)),
  "USHL scalar":              integers(shiftByVector(UNSIGNED)),
  "UQSHL (register) scalar":  integers(saturatingShiftByVector(UNSIGNED)),
  "URSHL scalar":             integers(roundingShiftByVector(UNSIGNED)),
  "UQRSHL scalar":            integers(saturatingRoundingShiftByVector(UNSIGNED)),
  "SUB (vector) scalar":      integers(subtract),
  "CMEQ (register) scalar":   integers(isEqual),
  "SQRDMULH (vector) scalar": integers(roundingDoublingMultiplyHigh),
  "FCMGE (register) scalar":  fp(fpIsGreaterOrEqual),
  "FACGE scalar":             fp(fpIsAbsolutelyGreaterOrEqual),
  "FABD scalar":              fp(fpAbsoluteDifference),
  "FCMGT (register) scalar":  fp(fpIsGreater),
  "FACGT scalar":             fp(fpIsAbsolutelyGreater),
};

export const simdScalarSame: GroupSemantics<Tables> = {
  "Advanced SIMD scalar copy": copy,
  "Advanced SIMD scalar three same FP16": halfPrecision,
  "Advanced SIMD scalar three same extra": extra,
  "Advanced SIMD scalar pairwise": pairwise,
  "Advanced SIMD scalar three different": threeDifferent,
  "Advanced SIMD scalar three same": threeSame,
};
