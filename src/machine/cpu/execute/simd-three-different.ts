// What the rows of tables/simd-three-different.ts do: elements of one size make elements of twice
// that (long), meet some that have it already (wide), or leave the upper half of a sum (narrow).

import type { SIMD_THREE_DIFFERENT } from "../../decoder/tables/simd-three-different";
import { PolynomialMult } from "../crypto/polynomial";
import { type Operations, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import {
  accumulateLong, atHalf, atHalfAccumulating, doubleOf, eachOfLong, type LongOperands,
} from "./long";
import {
  absoluteDifference, add, doublingMultiplyAddLong, doublingMultiplyLong,
  doublingMultiplySubtractLong, multiply, multiplyAdd, multiplySubtract, type OfThree, type OfTwo,
  SIGNED, subtract, UNSIGNED,
} from "./simd-elements";
import { readPart, writePart } from "./shape";

type Tables = typeof SIMD_THREE_DIFFERENT;

interface Three {
  readonly Q: number;
  readonly size: number;
  readonly Rm: number;
  readonly Rn: number;
  readonly Rd: number;
}

function halves<V>(
  m: Operations<V>, signed: boolean, { Q, size, Rm, Rn }: Three,
): LongOperands<V> {
  return { signed, size: sizeOf(size), x: readPart(m, Rn, Q), y: readPart(m, Rm, Q) };
}

const long = <V>(m: Operations<V>, signed: boolean, operands: Three, f: OfTwo): void =>
  eachOfLong(m, operands.Rd, halves(m, signed, operands), f);

const longSum = <V>(m: Operations<V>, signed: boolean, operands: Three, f: OfThree): void =>
  accumulateLong(m, operands.Rd, halves(m, signed, operands), f);

/** Vd = f of the elements of Vn, and those of half of Vm, extended. */
function wide<V>(
  m: Operations<V>, signed: boolean, { Q, size, Rm, Rn, Rd }: Three, f: OfTwo,
): void {
  const double = doubleOf(sizeOf(size));
  const count = 128 / double;
  const extended = m.widen(signed, sizeOf(size), count, readPart(m, Rm, Q));
  m.writeV(Rd, 128, m.map(double, count, (x, y) => f(m, double, x, y), m.readV(Rn, 128), extended));
}

/** Half of Vd = the upper halves of what f makes of Vn and Vm, perhaps to the nearest. */
function highNarrow<V>(
  m: Operations<V>, { Q, size, Rm, Rn, Rd }: Three, f: OfTwo, isRounded: boolean,
): void {
  const narrow = sizeOf(size);
  const double = doubleOf(narrow);
  const count = 64 / narrow;
  const rounding = m.constant(1n << BigInt(narrow - 1));
  const highHalf = (x: V, y: V): V => {
    const whole = f(m, double, x, y);
    return m.bits(isRounded ? m.add(double, whole, rounding) : whole, double - 1, narrow);
  };
  const result = m.map(double, count, highHalf, m.readV(Rn, 128), m.readV(Rm, 128));
  writePart(m, Rd, Q, m.narrow(narrow, count, result));
}

/** |x - y| of each pair of elements: it has room in one of them, and is extended as unsigned. */
function differences<V>(m: Operations<V>, signed: boolean, { Q, size, Rm, Rn }: Three): V {
  const narrow = sizeOf(size);
  const count = 64 / narrow;
  const difference = (x: V, y: V): V => absoluteDifference(signed)(m, narrow, x, y);
  return m.widen(UNSIGNED, narrow, count,
    m.map(narrow, count, difference, readPart(m, Rn, Q), readPart(m, Rm, Q)));
}

function addDifferences<V>(m: Operations<V>, signed: boolean, operands: Three): void {
  const { size, Rd } = operands;
  const double = doubleOf(sizeOf(size));
  m.writeV(Rd, 128, m.map(double, 128 / double, (d, difference) => m.add(double, d, difference),
    m.readV(Rd, 128), differences(m, signed, operands)));
}

const threeDifferent: Semantics<Tables["Advanced SIMD three different"]> = {
  "SADDL": (m, o) => long(m, SIGNED, o, add),
  "SADDW": (m, o) => wide(m, SIGNED, o, add),
  "SSUBL": (m, o) => long(m, SIGNED, o, subtract),
  "SSUBW": (m, o) => wide(m, SIGNED, o, subtract),
  "ADDHN": (m, o) => highNarrow(m, o, add, false),
  "SABAL": (m, o) => addDifferences(m, SIGNED, o),
  "SUBHN": (m, o) => highNarrow(m, o, subtract, false),
  "SABDL": (m, o) => m.writeV(o.Rd, 128, differences(m, SIGNED, o)),
  "SMLAL (vector)": (m, o) => longSum(m, SIGNED, o, multiplyAdd),
  "SQDMLAL (vector)": (m, o) => longSum(m, SIGNED, o, atHalfAccumulating(doublingMultiplyAddLong)),
  "SMLSL (vector)": (m, o) => longSum(m, SIGNED, o, multiplySubtract),
  "SQDMLSL (vector)": (m, o) =>
    longSum(m, SIGNED, o, atHalfAccumulating(doublingMultiplySubtractLong)),
  "SMULL (vector)": (m, o) => long(m, SIGNED, o, multiply),
  "SQDMULL (vector)": (m, o) => long(m, SIGNED, o, atHalf(doublingMultiplyLong)),

  "PMULL"(m, operands) {
    const { Q, size, Rm, Rn, Rd } = operands;
    if (size === 0) long(m, UNSIGNED, operands, (m, _, x, y) => m.call(PolynomialMult, x, y));
    else m.writeV(Rd, 128, m.call(PolynomialMult, readPart(m, Rn, Q), readPart(m, Rm, Q)));
  },

  "UADDL": (m, o) => long(m, UNSIGNED, o, add),
  "UADDW": (m, o) => wide(m, UNSIGNED, o, add),
  "USUBL": (m, o) => long(m, UNSIGNED, o, subtract),
  "USUBW": (m, o) => wide(m, UNSIGNED, o, subtract),
  "RADDHN": (m, o) => highNarrow(m, o, add, true),
  "UABAL": (m, o) => addDifferences(m, UNSIGNED, o),
  "RSUBHN": (m, o) => highNarrow(m, o, subtract, true),
  "UABDL": (m, o) => m.writeV(o.Rd, 128, differences(m, UNSIGNED, o)),
  "UMLAL (vector)": (m, o) => longSum(m, UNSIGNED, o, multiplyAdd),
  "UMLSL (vector)": (m, o) => longSum(m, UNSIGNED, o, multiplySubtract),
  "UMULL (vector)": (m, o) => long(m, UNSIGNED, o, multiply),
};

export const simdThreeDifferent: GroupSemantics<Tables> = {
  "Advanced SIMD three different": threeDifferent,
};
