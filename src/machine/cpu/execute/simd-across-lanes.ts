// What the rows across lanes do (tables/simd-two-register.ts): all elements become one.

import type { SIMD_TWO_REGISTER } from "../../decoder/tables/simd-two-register";
import { FPMax, FPMaxNum, FPMin, FPMinNum, type FpOperation } from "../fp-operations";
import type { Operations } from "../operations";
import type { Semantics } from "../semantics";
import { halfShapeOf, shapeOf } from "./shape";
import { add, maximum, minimum, type OfTwo, SIGNED, UNSIGNED } from "./simd-elements";
import { sumOfHalves } from "./simd-elements-of-one";

interface Lanes {
  readonly Q: number;
  readonly Rn: number;
  readonly Rd: number;
}

interface IntegerLanes extends Lanes {
  readonly size: number;
}

export const acrossLanes: Semantics<(typeof SIMD_TWO_REGISTER)["Advanced SIMD across lanes"]> = {
  "SADDLV": (m, o) => longSum(m, o, SIGNED),
  "SMAXV": (m, o) => integers(m, o, maximum(SIGNED)),
  "SMINV": (m, o) => integers(m, o, minimum(SIGNED)),
  "ADDV": (m, o) => integers(m, o, add),
  "UADDLV": (m, o) => longSum(m, o, UNSIGNED),
  "UMAXV": (m, o) => integers(m, o, maximum(UNSIGNED)),
  "UMINV": (m, o) => integers(m, o, minimum(UNSIGNED)),
  "FMAXNMV (half-precision)": (m, o) => halves(m, o, FPMaxNum),
  "FMAXNMV": (m, o) => singles(m, o, FPMaxNum),
  "FMINNMV (half-precision)": (m, o) => halves(m, o, FPMinNum),
  "FMINNMV": (m, o) => singles(m, o, FPMinNum),
  "FMAXV (half-precision)": (m, o) => halves(m, o, FPMax),
  "FMAXV": (m, o) => singles(m, o, FPMax),
  "FMINV (half-precision)": (m, o) => halves(m, o, FPMin),
  "FMINV": (m, o) => singles(m, o, FPMin),
};

function integers<V>(m: Operations<V>, { Q, size: log2, Rn, Rd }: IntegerLanes, f: OfTwo): void {
  const { size, count, bits } = shapeOf(log2, Q);
  m.writeV(Rd, size, m.reduce(size, count, (x, y) => f(m, size, x, y), m.readV(Rn, bits)));
}

/** The elements are added in pairs first, which gives elements with room for the sum of all. */
function longSum<V>(
  m: Operations<V>, { Q, size: log2, Rn, Rd }: IntegerLanes, signed: boolean,
): void {
  const { size, count, bits } = shapeOf(log2 + 1, Q);
  const sum = sumOfHalves(signed);
  const pairs = m.map(size, count, (x) => sum(m, size, x), m.readV(Rn, bits));
  m.writeV(Rd, size, m.reduce(size, count, (x, y) => m.add(size, x, y), pairs));
}

function halves<V>(m: Operations<V>, { Q, Rn, Rd }: Lanes, operation: FpOperation): void {
  const { count, bits } = halfShapeOf(Q);
  m.writeV(Rd, 16, m.reduce(16, count, (x, y) => m.fp(operation, 16, x, y), m.readV(Rn, bits)));
}

/** Four of them: fewer, or doubles, would be a pair, for which there are scalar instructions. */
function singles<V>(m: Operations<V>, { Rn, Rd }: Omit<Lanes, "Q">, operation: FpOperation): void {
  m.writeV(Rd, 32, m.reduce(32, 4, (x, y) => m.fp(operation, 32, x, y), m.readV(Rn, 128)));
}
