// What the rows of tables/simd-by-element.ts do. The scalar forms are in simd-scalar-shift.ts.

import type { SIMD_BY_ELEMENT } from "../../decoder/tables/simd-by-element";
import { FPMul, FPMulX } from "../fp-operations";
import { type Operations, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import {
  accumulateByElement, type ByElement, eachByElement, elementOperand,
} from "./element-operand";
import {
  accumulateLong, atHalf, atHalfAccumulating, eachOfLong, type LongOperands,
} from "./long";
import { fpShapeOf, halfShapeOf, readPart, shapeOf } from "./shape";
import {
  dotProduct, doublingMultiplyAddLong, doublingMultiplyHigh, doublingMultiplyLong,
  doublingMultiplySubtractLong, multiply, multiplyAdd, multiplySubtract, type OfThree, type OfTwo,
  roundingDoublingMultiplyAddHigh, roundingDoublingMultiplyHigh,
  roundingDoublingMultiplySubtractHigh, SIGNED, UNSIGNED,
} from "./simd-elements";
import {
  complexMultiplyAdd, type FpOfThree, type FpOfTwo, fpMultiplyAdd, fpMultiplySubtract, fpOfTwo,
} from "./simd-fp-elements";

type Tables = typeof SIMD_BY_ELEMENT;

interface Integers extends ByElement {
  readonly Q: number;
  readonly size: number;
}

interface Halves extends ByElement {
  readonly Q: number;
}

interface Floats extends Halves {
  readonly sz: number;
}

const each = <V>(m: Operations<V>, operands: Integers, f: OfTwo): void =>
  eachByElement(m, shapeOf(operands.size, operands.Q), operands, f);

const sum = <V>(m: Operations<V>, operands: Integers, f: OfThree): void =>
  accumulateByElement(m, shapeOf(operands.size, operands.Q), operands, f);

/** Half of Vn, and as many copies of the element of Vm. */
function halves<V>(m: Operations<V>, signed: boolean, operands: Integers): LongOperands<V> {
  const size = sizeOf(operands.size);
  const y = m.duplicate(size, 64 / size, elementOperand(m, size, operands));
  return { signed, size, x: readPart(m, operands.Rn, operands.Q), y };
}

const long = <V>(m: Operations<V>, signed: boolean, operands: Integers, f: OfTwo): void =>
  eachOfLong(m, operands.Rd, halves(m, signed, operands), f);

const longSum = <V>(m: Operations<V>, signed: boolean, operands: Integers, f: OfThree): void =>
  accumulateLong(m, operands.Rd, halves(m, signed, operands), f);

const fpEach = <V>(m: Operations<V>, operands: Floats, f: FpOfTwo): void =>
  eachByElement(m, fpShapeOf(operands.sz, operands.Q), operands, f);

const fpSum = <V>(m: Operations<V>, operands: Floats, f: FpOfThree): void =>
  accumulateByElement(m, fpShapeOf(operands.sz, operands.Q), operands, f);

const halfEach = <V>(m: Operations<V>, operands: Halves, f: FpOfTwo): void =>
  eachByElement(m, halfShapeOf(operands.Q), operands, f);

const halfSum = <V>(m: Operations<V>, operands: Halves, f: FpOfThree): void =>
  accumulateByElement(m, halfShapeOf(operands.Q), operands, f);

const byElement: Semantics<Tables["Advanced SIMD vector x indexed element"]> = {
  "FMLA (by element, half-precision)": (m, o) => halfSum(m, o, fpMultiplyAdd),
  "FMLA (by element)": (m, o) => fpSum(m, o, fpMultiplyAdd),
  "SMLAL (by element)": (m, o) => longSum(m, SIGNED, o, multiplyAdd),
  "SQDMLAL (by element)": (m, o) =>
    longSum(m, SIGNED, o, atHalfAccumulating(doublingMultiplyAddLong)),
  "FMLS (by element, half-precision)": (m, o) => halfSum(m, o, fpMultiplySubtract),
  "FMLS (by element)": (m, o) => fpSum(m, o, fpMultiplySubtract),
  "SMLSL (by element)": (m, o) => longSum(m, SIGNED, o, multiplySubtract),
  "SQDMLSL (by element)": (m, o) =>
    longSum(m, SIGNED, o, atHalfAccumulating(doublingMultiplySubtractLong)),
  "MUL (by element)": (m, o) => each(m, o, multiply),
  "FMUL (by element, half-precision)": (m, o) => halfEach(m, o, fpOfTwo(FPMul)),
  "FMUL (by element)": (m, o) => fpEach(m, o, fpOfTwo(FPMul)),
  "SMULL (by element)": (m, o) => long(m, SIGNED, o, multiply),
  "SQDMULL (by element)": (m, o) => long(m, SIGNED, o, atHalf(doublingMultiplyLong)),
  "SQDMULH (by element)": (m, o) => each(m, o, doublingMultiplyHigh),
  "SQRDMULH (by element)": (m, o) => each(m, o, roundingDoublingMultiplyHigh),
  "SDOT (by element)": (m, o) => sum(m, o, dotProduct(SIGNED)),
  "MLA (by element)": (m, o) => sum(m, o, multiplyAdd),

  // A complex number is an element of two parts, each of `size` bits.
  "FCMLA (by element)"(m, operands) {
    const { Q, size, rot } = operands;
    const width = size === 1 ? 16 : 32;
    accumulateByElement(m, shapeOf(size + 1, Q), operands, (m, _, d, x, y) =>
      complexMultiplyAdd(m, width, rot, d, x, y));
  },

  "UMLAL (by element)": (m, o) => longSum(m, UNSIGNED, o, multiplyAdd),
  "MLS (by element)": (m, o) => sum(m, o, multiplySubtract),
  "UMLSL (by element)": (m, o) => longSum(m, UNSIGNED, o, multiplySubtract),
  "FMULX (by element, half-precision)": (m, o) => halfEach(m, o, fpOfTwo(FPMulX)),
  "FMULX (by element)": (m, o) => fpEach(m, o, fpOfTwo(FPMulX)),
  "UMULL (by element)": (m, o) => long(m, UNSIGNED, o, multiply),
  "SQRDMLAH (by element)": (m, o) => sum(m, o, roundingDoublingMultiplyAddHigh),
  "UDOT (by element)": (m, o) => sum(m, o, dotProduct(UNSIGNED)),
  "SQRDMLSH (by element)": (m, o) => sum(m, o, roundingDoublingMultiplySubtractHigh),
};

export const simdByElement: GroupSemantics<Tables> = {
  "Advanced SIMD vector x indexed element": byElement,
};
