// What the rows of tables/simd-three-same.ts do. A row says which elements there are, and what
// becomes of each: that is in simd-elements.ts and simd-fp-elements.ts.

import type { SIMD_THREE_SAME } from "../../decoder/tables/simd-three-same";
import type { FpWidth } from "../floating-point/format";
import {
  FPAdd, FPDiv, FPMax, FPMaxNum, FPMin, FPMinNum, FPMul, FPMulX, type FpOperation, FPRecipStepFused,
  FPRSqrtStepFused, FPSub,
} from "../fp-operations";
import { type Operations, type Size, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { eachOfPairs } from "./pairs";
import { eachOfThree, eachOfTwo, fpShapeOf, halfShapeOf, type Lanes, shapeOf } from "./shape";
import {
  absoluteDifference, accumulatedDifference, add, dotProduct, doublingMultiplyHigh, halvingAdd,
  halvingSubtract, haveCommonBits, isEqual, isGreater, isGreaterOrEqual, maximum, minimum,
  multiply, multiplyAdd, multiplySubtract, type OfThree, type OfTwo, polynomialMultiply,
  roundingDoublingMultiplyAddHigh, roundingDoublingMultiplyHigh,
  roundingDoublingMultiplySubtractHigh, roundingHalvingAdd, roundingShiftByVector, saturatingAdd,
  saturatingRoundingShiftByVector, saturatingShiftByVector, saturatingSubtract, shiftByVector,
  SIGNED, subtract, UNSIGNED,
} from "./simd-elements";
import {
  complexAdd, complexMultiplyAdd, fpAbsoluteDifference, fpIsAbsolutelyGreater,
  fpIsAbsolutelyGreaterOrEqual, fpIsEqual, fpIsGreater, fpIsGreaterOrEqual, fpMultiplyAdd,
  fpMultiplySubtract, type FpOfThree, type FpOfTwo, fpOfTwo,
} from "./simd-fp-elements";

type Tables = typeof SIMD_THREE_SAME;

/** What all of these rows have. */
interface Operands {
  readonly Q: number;
  readonly Rm: number;
  readonly Rn: number;
  readonly Rd: number;
}

type Sized = Operands & { readonly size: number };
type Floating = Operands & { readonly sz: number };

/** What a row with such operands does. */
type Row<O> = <V>(m: Operations<V>, operands: O) => void;

const integers = (f: OfTwo): Row<Sized> => (m, { Q, size, Rm, Rn, Rd }) =>
  eachOfTwo(m, shapeOf(size, Q), Rd, Rn, Rm, (x, y) => f(m, sizeOf(size), x, y));

const accumulating = (f: OfThree): Row<Sized> => (m, { Q, size, Rm, Rn, Rd }) =>
  eachOfThree(m, shapeOf(size, Q), Rd, Rn, Rm, (d, x, y) => f(m, sizeOf(size), d, x, y));

const pairs = (f: OfTwo): Row<Sized> => (m, { Q, size, Rm, Rn, Rd }) =>
  eachOfPairs(m, shapeOf(size, Q), Rd, Rn, Rm, (x, y) => f(m, sizeOf(size), x, y));

const bitwise = (f: OfTwo): Row<Operands> => (m, { Q, Rm, Rn, Rd }) => {
  const bits = Q ? 128 : 64;
  m.writeV(Rd, bits, f(m, bits, m.readV(Rn, bits), m.readV(Rm, bits)));
};

const fp = (f: FpOfTwo | FpOperation): Row<Floating> => {
  const body = fpOfTwo(f);
  return (m, { Q, sz, Rm, Rn, Rd }) => {
    const shape = fpShapeOf(sz, Q);
    eachOfTwo(m, shape, Rd, Rn, Rm, (x, y) => body(m, shape.size, x, y));
  };
};

const fpAccumulating = (f: FpOfThree): Row<Floating> => (m, { Q, sz, Rm, Rn, Rd }) => {
  const shape = fpShapeOf(sz, Q);
  eachOfThree(m, shape, Rd, Rn, Rm, (d, x, y) => f(m, shape.size, d, x, y));
};

const fpPairs = (operation: FpOperation): Row<Floating> => (m, { Q, sz, Rm, Rn, Rd }) => {
  const shape = fpShapeOf(sz, Q);
  eachOfPairs(m, shape, Rd, Rn, Rm, (x, y) => m.fp(operation, shape.size, x, y));
};

const half = (f: FpOfTwo | FpOperation): Row<Operands> => {
  const body = fpOfTwo(f);
  return (m, { Q, Rm, Rn, Rd }) =>
    eachOfTwo(m, halfShapeOf(Q), Rd, Rn, Rm, (x, y) => body(m, 16, x, y));
};

const halfAccumulating = (f: FpOfThree): Row<Operands> => (m, { Q, Rm, Rn, Rd }) =>
  eachOfThree(m, halfShapeOf(Q), Rd, Rn, Rm, (d, x, y) => f(m, 16, d, x, y));

const halfPairs = (operation: FpOperation): Row<Operands> => (m, { Q, Rm, Rn, Rd }) =>
  eachOfPairs(m, halfShapeOf(Q), Rd, Rn, Rm, (x, y) => m.fp(operation, 16, x, y));

/** Both parts of a complex number are one element. */
function complexShapeOf(size: number, Q: number): Lanes {
  const { size: width, count, bits } = shapeOf(size, Q);
  return { size: (2 * width) as Size, count: count / 2, bits };
}

/** size of floating point: reserved, half, single, double. */
const fpWidthOf = (size: number): FpWidth => sizeOf(size) as FpWidth;

type Vector = "Vd" | "Vn" | "Vm";

/** A bit of `whenOne` where `mask` has a one, else of `whenZero`. One of them is Vd. */
const select = (mask: Vector, whenOne: Vector, whenZero: Vector): Row<Operands> =>
  (m, { Q, Rm: Vm, Rn: Vn, Rd: Vd }) => {
    const bits = Q ? 128 : 64;
    const numbers = { Vd, Vn, Vm };
    const read = (name: Vector) => m.readV(numbers[name], bits);
    const ones = m.and(read(whenOne), read(mask));
    m.writeV(Vd, bits, m.or(ones, m.and(read(whenZero), m.not(bits, read(mask)))));
  };

const threeSame: Semantics<Tables["Advanced SIMD three same"]> = {
  // Integers and bits.
  "SHADD":                  integers(halvingAdd(SIGNED)),
  "SQADD":                  integers(saturatingAdd(SIGNED)),
  "SRHADD":                 integers(roundingHalvingAdd(SIGNED)),
  "AND (vector)":           bitwise((m, bits, x, y) => m.and(x, y)),
  "BIC (vector, register)": bitwise((m, bits, x, y) => m.and(x, m.not(bits, y))),
  "ORR (vector, register)": bitwise((m, bits, x, y) => m.or(x, y)),
  "ORN (vector)":           bitwise((m, bits, x, y) => m.or(x, m.not(bits, y))),
  "SHSUB":                  integers(halvingSubtract(SIGNED)),
  "SQSUB":                  integers(saturatingSubtract(SIGNED)),
  "CMGT (register)":        integers(isGreater(SIGNED)),
  "CMGE (register)":        integers(isGreaterOrEqual(SIGNED)),
  "SSHL":                   integers(shiftByVector(SIGNED)),
  "SQSHL (register)":       integers(saturatingShiftByVector(SIGNED)),
  "SRSHL":                  integers(roundingShiftByVector(SIGNED)),
  "SQRSHL":                 integers(saturatingRoundingShiftByVector(SIGNED)),
  "SMAX":                   integers(maximum(SIGNED)),
  "SMIN":                   integers(minimum(SIGNED)),
  "SABD":                   integers(absoluteDifference(SIGNED)),
  "SABA":                   accumulating(accumulatedDifference(SIGNED)),
  "ADD (vector)":           integers(add),
  "CMTST":                  integers(haveCommonBits),
  "MLA (vector)":           accumulating(multiplyAdd),
  "MUL (vector)":           integers(multiply),
  "SMAXP":                  pairs(maximum(SIGNED)),
  "SMINP":                  pairs(minimum(SIGNED)),
  "SQDMULH (vector)":       integers(doublingMultiplyHigh),
  "ADDP (vector)":          pairs(add),
  "UHADD":                  integers(halvingAdd(UNSIGNED)),
  "UQADD":                  integers(saturatingAdd(UNSIGNED)),
  "URHADD":                 integers(roundingHalvingAdd(UNSIGNED)),
  "EOR (vector)":           bitwise((m, bits, x, y) => m.xor(x, y)),
  "BSL":                    select("Vd", "Vn", "Vm"),
  "BIT":                    select("Vm", "Vn", "Vd"),
  "BIF":                    select("Vm", "Vd", "Vn"),
  "UHSUB":                  integers(halvingSubtract(UNSIGNED)),
  "UQSUB":                  integers(saturatingSubtract(UNSIGNED)),
  "CMHI (register)":        integers(isGreater(UNSIGNED)),
  "CMHS (register)":        integers(isGreaterOrEqual(UNSIGNED)),
  "USHL":                   integers(shiftByVector(UNSIGNED)),
  "UQSHL (register)":       integers(saturatingShiftByVector(UNSIGNED)),
  "URSHL":                  integers(roundingShiftByVector(UNSIGNED)),
  "UQRSHL":                 integers(saturatingRoundingShiftByVector(UNSIGNED)),
  "UMAX":                   integers(maximum(UNSIGNED)),
  "UMIN":                   integers(minimum(UNSIGNED)),
  "UABD":                   integers(absoluteDifference(UNSIGNED)),
  "UABA":                   accumulating(accumulatedDifference(UNSIGNED)),
  "SUB (vector)":           integers(subtract),
  "CMEQ (register)":        integers(isEqual),
  "MLS (vector)":           accumulating(multiplySubtract),
  "PMUL":                   integers(polynomialMultiply),
  "UMAXP":                  pairs(maximum(UNSIGNED)),
  "UMINP":                  pairs(minimum(UNSIGNED)),
  "SQRDMULH (vector)":      integers(roundingDoublingMultiplyHigh),
  // Floating point, 32 and 64 bits.
  "FMAXNM (vector)":        fp(FPMaxNum),
  "FMINNM (vector)":        fp(FPMinNum),
  "FMLA (vector)":          fpAccumulating(fpMultiplyAdd),
  "FMLS (vector)":          fpAccumulating(fpMultiplySubtract),
  "FADD (vector)":          fp(FPAdd),
  "FSUB (vector)":          fp(FPSub),
  "FMULX":                  fp(FPMulX),
  "FCMEQ (register)":       fp(fpIsEqual),
  "FMAX (vector)":          fp(FPMax),
  "FMIN (vector)":          fp(FPMin),
  "FRECPS":                 fp(FPRecipStepFused),
  "FRSQRTS":                fp(FPRSqrtStepFused),
  "FMAXNMP (vector)":       fpPairs(FPMaxNum),
  "FMINNMP (vector)":       fpPairs(FPMinNum),
  "FADDP (vector)":         fpPairs(FPAdd),
  "FABD":                   fp(fpAbsoluteDifference),
  "FMUL (vector)":          fp(FPMul),
  "FCMGE (register)":       fp(fpIsGreaterOrEqual),
  "FCMGT (register)":       fp(fpIsGreater),
  "FACGE":                  fp(fpIsAbsolutelyGreaterOrEqual),
  "FACGT":                  fp(fpIsAbsolutelyGreater),
  "FMAXP (vector)":         fpPairs(FPMax),
  "FMINP (vector)":         fpPairs(FPMin),
  "FDIV (vector)":          fp(FPDiv),
};

const halfPrecision: Semantics<Tables["Advanced SIMD three same (FP16)"]> = {
  "FMAXNM (vector, half-precision)":  half(FPMaxNum),
  "FMINNM (vector, half-precision)":  half(FPMinNum),
  "FMLA (vector, half-precision)":    halfAccumulating(fpMultiplyAdd),
  "FMLS (vector, half-precision)":    halfAccumulating(fpMultiplySubtract),
  "FADD (vector, half-precision)":    half(FPAdd),
  "FSUB (vector, half-precision)":    half(FPSub),
  "FMULX (half-precision)":           half(FPMulX),
  "FCMEQ (register, half-precision)": half(fpIsEqual),
  "FMAX (vector, half-precision)":    half(FPMax),
  "FMIN (vector, half-precision)":    half(FPMin),
  "FRECPS (half-precision)":          half(FPRecipStepFused),
  "FRSQRTS (half-precision)":         half(FPRSqrtStepFused),
  "FMAXNMP (vector, half-precision)": halfPairs(FPMaxNum),
  "FMINNMP (vector, half-precision)": halfPairs(FPMinNum),
  "FADDP (vector, half-precision)":   halfPairs(FPAdd),
  "FABD (half-precision)":            half(fpAbsoluteDifference),
  "FMUL (vector, half-precision)":    half(FPMul),
  "FCMGE (register, half-precision)": half(fpIsGreaterOrEqual),
  "FCMGT (register, half-precision)": half(fpIsGreater),
  "FACGE (half-precision)":           half(fpIsAbsolutelyGreaterOrEqual),
  "FACGT (half-precision)":           half(fpIsAbsolutelyGreater),
  "FMAXP (vector, half-precision)":   halfPairs(FPMax),
  "FMINP (vector, half-precision)":   halfPairs(FPMin),
  "FDIV (vector, half-precision)":    half(FPDiv),
};

const extension: Semantics<Tables["Advanced SIMD three-register extension"]> = {
  "SDOT (vector)":     accumulating(dotProduct(SIGNED)),
  "SQRDMLAH (vector)": accumulating(roundingDoublingMultiplyAddHigh),
  "SQRDMLSH (vector)": accumulating(roundingDoublingMultiplySubtractHigh),
  "UDOT (vector)":     accumulating(dotProduct(UNSIGNED)),
  "FCMLA"(m, { Q, size, Rm, rot, Rn, Rd }) {
    const width = fpWidthOf(size);
    eachOfThree(m, complexShapeOf(size, Q), Rd, Rn, Rm, (d, x, y) =>
      complexMultiplyAdd(m, width, rot, d, x, y));
  },
  "FCADD"(m, { Q, size, Rm, rot, Rn, Rd }) {
    const width = fpWidthOf(size);
    eachOfTwo(m, complexShapeOf(size, Q), Rd, Rn, Rm, (x, y) =>
      complexAdd(m, width, rot ? 3 : 1, x, y));
  },
};

export const simdThreeSame: GroupSemantics<Tables> = {
  "Advanced SIMD three same": threeSame,
  "Advanced SIMD three same (FP16)": halfPrecision,
  "Advanced SIMD three-register extension": extension,
};
