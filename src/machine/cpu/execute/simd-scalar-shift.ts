// What the rows of tables/simd-scalar-shift.ts do: to a scalar, what those of simd-immediate.ts and
// simd-by-element.ts do to an element.

import type { SIMD_SCALAR_SHIFT } from "../../decoder/tables/simd-scalar-shift";
import { FixedToFP, FPMul, FPMulX, FPToFixed } from "../fp-operations";
import { type Operations, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import {
  accumulateByElement, type ByElement, eachByElement, elementOperand,
} from "./element-operand";
import { doubleOf } from "./long";
import { type Lanes, scalarShape } from "./shape";
import {
  convert, insertLeft, insertRight, left, right, rightAndAdd, rightAndNarrow, roundingShiftRight,
  saturatingNarrowing, saturatingRoundingNarrowing, saturatingShiftLeft, shiftLeft, shiftRight,
} from "./shift-immediate";
import {
  doublingMultiplyAddLong, doublingMultiplyHigh, doublingMultiplyLong, doublingMultiplySubtractLong,
  type OfThree, type OfTwo, roundingDoublingMultiplyAddHigh, roundingDoublingMultiplyHigh,
  roundingDoublingMultiplySubtractHigh, SIGNED, UNSIGNED,
} from "./simd-elements";
import {
  type FpOfThree, type FpOfTwo, fpMultiplyAdd, fpMultiplySubtract, fpOfTwo,
} from "./simd-fp-elements";

type Tables = typeof SIMD_SCALAR_SHIFT;

const shiftByImmediate: Semantics<Tables["Advanced SIMD scalar shift by immediate"]> = {
  "SSHR scalar": (m, o) => right(m, o, shiftRight(SIGNED)),
  "SSRA scalar": (m, o) => rightAndAdd(m, o, shiftRight(SIGNED)),
  "SRSHR scalar": (m, o) => right(m, o, roundingShiftRight(SIGNED)),
  "SRSRA scalar": (m, o) => rightAndAdd(m, o, roundingShiftRight(SIGNED)),
  "SHL scalar": (m, o) => left(m, o, shiftLeft),
  "SQSHL (immediate) scalar": (m, o) => left(m, o, saturatingShiftLeft(SIGNED, SIGNED)),
  "SQSHRN scalar": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(SIGNED, SIGNED)),
  "SQRSHRN scalar": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(SIGNED, SIGNED)),
  "SCVTF (vector, fixed-point) scalar": (m, o) =>
    convert(m, o, (bits, fraction) => FixedToFP({ bits, fraction, signed: SIGNED })),
  "FCVTZS (vector, fixed-point) scalar": (m, o) =>
    convert(m, o, (bits, fraction) => FPToFixed({ bits, fraction, signed: SIGNED }, "ZERO")),
  "USHR scalar": (m, o) => right(m, o, shiftRight(UNSIGNED)),
  "USRA scalar": (m, o) => rightAndAdd(m, o, shiftRight(UNSIGNED)),
  "URSHR scalar": (m, o) => right(m, o, roundingShiftRight(UNSIGNED)),
  "URSRA scalar": (m, o) => rightAndAdd(m, o, roundingShiftRight(UNSIGNED)),
  "SRI scalar": (m, o) => insertRight(m, o),
  "SLI scalar": (m, o) => insertLeft(m, o),
  "SQSHLU scalar": (m, o) => left(m, o, saturatingShiftLeft(SIGNED, UNSIGNED)),
  "UQSHL (immediate) scalar": (m, o) => left(m, o, saturatingShiftLeft(UNSIGNED, UNSIGNED)),
  "SQSHRUN scalar": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(SIGNED, UNSIGNED)),
  "SQRSHRUN scalar": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(SIGNED, UNSIGNED)),
  "UQSHRN scalar": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(UNSIGNED, UNSIGNED)),
  "UQRSHRN scalar": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(UNSIGNED, UNSIGNED)),
  "UCVTF (vector, fixed-point) scalar": (m, o) =>
    convert(m, o, (bits, fraction) => FixedToFP({ bits, fraction, signed: UNSIGNED })),
  "FCVTZU (vector, fixed-point) scalar": (m, o) =>
    convert(m, o, (bits, fraction) => FPToFixed({ bits, fraction, signed: UNSIGNED }, "ZERO")),
};

interface Integer extends ByElement {
  readonly size: number;
}

interface Float extends ByElement {
  readonly sz: number;
}

const one = <V>(m: Operations<V>, operands: Integer, f: OfTwo): void =>
  eachByElement(m, scalarShape(sizeOf(operands.size)), operands, f);

const sum = <V>(m: Operations<V>, operands: Integer, f: OfThree): void =>
  accumulateByElement(m, scalarShape(sizeOf(operands.size)), operands, f);

/** Vd, of twice the size, = f of it, Vn and the element. */
function longSum<V>(m: Operations<V>, operands: Integer, f: OfThree): void {
  const { Rn, Rd } = operands;
  const size = sizeOf(operands.size);
  const double = doubleOf(size);
  const y = elementOperand(m, size, operands);
  m.writeV(Rd, double, f(m, size, m.readV(Rd, double), m.readV(Rn, size), y));
}

const fpShape = ({ sz }: Float): Lanes<32 | 64> => scalarShape(sz ? 64 : 32);

const fp = <V>(m: Operations<V>, operands: Float, f: FpOfTwo): void =>
  eachByElement(m, fpShape(operands), operands, f);

const fpSum = <V>(m: Operations<V>, operands: Float, f: FpOfThree): void =>
  accumulateByElement(m, fpShape(operands), operands, f);

const half = <V>(m: Operations<V>, operands: ByElement, f: FpOfTwo): void =>
  eachByElement(m, scalarShape(16), operands, f);

const halfSum = <V>(m: Operations<V>, operands: ByElement, f: FpOfThree): void =>
  accumulateByElement(m, scalarShape(16), operands, f);

const byElement: Semantics<Tables["Advanced SIMD scalar x indexed element"]> = {
  "SQDMLAL (by element) scalar": (m, o) => longSum(m, o, doublingMultiplyAddLong),
  "SQDMLSL (by element) scalar": (m, o) => longSum(m, o, doublingMultiplySubtractLong),

  "SQDMULL (by element) scalar"(m, operands) {
    const size = sizeOf(operands.size);
    const y = elementOperand(m, size, operands);
    const product = doublingMultiplyLong(m, size, m.readV(operands.Rn, size), y);
    m.writeV(operands.Rd, doubleOf(size), product);
  },

  "SQDMULH (by element) scalar": (m, o) => one(m, o, doublingMultiplyHigh),
  "SQRDMULH (by element) scalar": (m, o) => one(m, o, roundingDoublingMultiplyHigh),
  "FMLA (by element, half-precision) scalar": (m, o) => halfSum(m, o, fpMultiplyAdd),
  "FMLS (by element, half-precision) scalar": (m, o) => halfSum(m, o, fpMultiplySubtract),
  "FMUL (by element, half-precision) scalar": (m, o) => half(m, o, fpOfTwo(FPMul)),
  "FMLA (by element) scalar": (m, o) => fpSum(m, o, fpMultiplyAdd),
  "FMLS (by element) scalar": (m, o) => fpSum(m, o, fpMultiplySubtract),
  "FMUL (by element) scalar": (m, o) => fp(m, o, fpOfTwo(FPMul)),
  "SQRDMLAH (by element) scalar": (m, o) => sum(m, o, roundingDoublingMultiplyAddHigh),
  "SQRDMLSH (by element) scalar": (m, o) => sum(m, o, roundingDoublingMultiplySubtractHigh),
  "FMULX (by element, half-precision) scalar": (m, o) => half(m, o, fpOfTwo(FPMulX)),
  "FMULX (by element) scalar": (m, o) => fp(m, o, fpOfTwo(FPMulX)),
};

export const simdScalarShift: GroupSemantics<Tables> = {
  "Advanced SIMD scalar shift by immediate": shiftByImmediate,
  "Advanced SIMD scalar x indexed element": byElement,
};
