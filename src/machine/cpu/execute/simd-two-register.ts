// What the rows of tables/simd-two-register.ts do, but for those across lanes.

import type { SIMD_TWO_REGISTER } from "../../decoder/tables/simd-two-register";
import { FPConvert, FPConvertRoundOdd } from "../fp-operations";
import { type Operations, sizeOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import type { Shuffle } from "../shuffle";
import { eachOf, eachOfTwo, fpShapeOf, halfShapeOf, readPart, shapeOf, writePart } from "./shape";
import { acrossLanes } from "./simd-across-lanes";
import { type OfTwo, SIGNED, UNSIGNED } from "./simd-elements";
import {
  absolute, countLeadingSignBits, countLeadingZeros, countOnes, isNegative, isNegativeOrZero,
  isPositive, isPositiveOrZero, isZero, negate, type OfOne, reciprocalEstimate,
  reciprocalRootEstimate, reverseBits, saturatingAbsolute, saturatingNarrow,
  saturatingNarrowToUnsigned, saturatingNegate, shiftLeftByHalf, signedPlusUnsigned, sumOfHalves,
  unsignedPlusSigned,
} from "./simd-elements-of-one";
import {
  FABS, FCMEQ, FCMGE, FCMGT, FCMLE, FCMLT, FCVTAS, FCVTAU, FCVTMS, FCVTMU, FCVTNS, FCVTNU, FCVTPS,
  FCVTPU, FCVTZS, FCVTZU, FNEG, type FpOfOne, FRECPE, FRINT32X, FRINT32Z, FRINT64X, FRINT64Z,
  FRINTA, FRINTI, FRINTM, FRINTN, FRINTP, FRINTX, FRINTZ, FRSQRTE, FSQRT, SCVTF, UCVTF,
} from "./simd-fp-elements-of-one";

type Tables = typeof SIMD_TWO_REGISTER;

interface TwoRegisters {
  readonly Q: number;
  readonly Rn: number;
  readonly Rd: number;
}

interface Integers extends TwoRegisters {
  readonly size: number;
}

interface Numbers extends TwoRegisters {
  readonly sz: number;
}

const twoRegister: Semantics<Tables["Advanced SIMD two-register miscellaneous"]> = {
  "REV64": reversal(64),
  "REV16 (vector)": reversal(16),
  "SADDLP": (m, o) => addPairs(m, o, SIGNED),
  "SUQADD": (m, o) => accumulate(m, o, signedPlusUnsigned),
  "CLS (vector)": (m, o) => integers(m, o, countLeadingSignBits),
  "CNT": (m, o) => integers(m, o, countOnes),
  "SADALP": (m, o) => accumulatePairs(m, o, SIGNED),
  "SQABS": (m, o) => integers(m, o, saturatingAbsolute),
  "CMGT (zero)": (m, o) => integers(m, o, isPositive),
  "CMEQ (zero)": (m, o) => integers(m, o, isZero),
  "CMLT (zero)": (m, o) => integers(m, o, isNegative),
  "ABS": (m, o) => integers(m, o, absolute),
  "XTN"(m, { Q, size, Rn, Rd }) {
    const { size: narrow, count } = shapeOf(size, 0);
    writePart(m, Rd, Q, m.narrow(narrow, count, m.readV(Rn, 128)));
  },
  "SQXTN": (m, o) => narrow(m, o, saturatingNarrow(SIGNED)),
  "REV32 (vector)": reversal(32),
  "UADDLP": (m, o) => addPairs(m, o, UNSIGNED),
  "USQADD": (m, o) => accumulate(m, o, unsignedPlusSigned),
  "CLZ (vector)": (m, o) => integers(m, o, countLeadingZeros),
  "NOT"(m, { Q, Rn, Rd }) {
    const { bits } = shapeOf(0, Q);
    m.writeV(Rd, bits, m.not(bits, m.readV(Rn, bits)));
  },
  "RBIT (vector)": (m, { Q, Rn, Rd }) => integers(m, { size: 0, Q, Rn, Rd }, reverseBits),
  "UADALP": (m, o) => accumulatePairs(m, o, UNSIGNED),
  "SQNEG": (m, o) => integers(m, o, saturatingNegate),
  "CMGE (zero)": (m, o) => integers(m, o, isPositiveOrZero),
  "CMLE (zero)": (m, o) => integers(m, o, isNegativeOrZero),
  "NEG (vector)": (m, o) => integers(m, o, negate),
  "SQXTUN": (m, o) => narrow(m, o, saturatingNarrowToUnsigned),
  "SHLL"(m, { Q, size, Rn, Rd }) {
    const { size: wide, count } = shapeOf(size + 1, 1);
    const elements = m.widen(UNSIGNED, sizeOf(size), count, readPart(m, Rn, Q));
    m.writeV(Rd, 128, m.map(wide, count, (x) => shiftLeftByHalf(m, wide, x), elements));
  },
  "UQXTN": (m, o) => narrow(m, o, saturatingNarrow(UNSIGNED)),

  "FCVTN"(m, { Q, sz, Rn, Rd }) {
    const { size: wide, count } = fpShapeOf(sz, 1);
    const half = sz ? 32 : 16;
    const converted = m.map(wide, count, (x) => m.fp(NARROWING[half], wide, x), m.readV(Rn, 128));
    writePart(m, Rd, Q, m.narrow(half, count, converted));
  },
  "FCVTL"(m, { Q, sz, Rn, Rd }) {
    const { size: wide, count } = fpShapeOf(sz, 1);
    const half = sz ? 32 : 16;
    const numbers = m.widen(UNSIGNED, half, count, readPart(m, Rn, Q));
    m.writeV(Rd, 128, m.map(wide, count, (x) => m.fp(WIDENING[wide], half, x), numbers));
  },
  "FCVTXN"(m, { Q, Rn, Rd }) {
    const converted = m.map(64, 2, (x) => m.fp(TO_ODD, 64, x), m.readV(Rn, 128));
    writePart(m, Rd, Q, m.narrow(32, 2, converted));
  },

  "FRINTN (vector)": (m, o) => numbers(m, o, FRINTN),
  "FRINTM (vector)": (m, o) => numbers(m, o, FRINTM),
  "FCVTNS (vector)": (m, o) => numbers(m, o, FCVTNS),
  "FCVTMS (vector)": (m, o) => numbers(m, o, FCVTMS),
  "FCVTAS (vector)": (m, o) => numbers(m, o, FCVTAS),
  "SCVTF (vector, integer)": (m, o) => numbers(m, o, SCVTF),
  "FRINT32Z (vector)": (m, o) => numbers(m, o, FRINT32Z),
  "FRINT64Z (vector)": (m, o) => numbers(m, o, FRINT64Z),
  "FCMGT (zero)": (m, o) => numbers(m, o, FCMGT),
  "FCMEQ (zero)": (m, o) => numbers(m, o, FCMEQ),
  "FCMLT (zero)": (m, o) => numbers(m, o, FCMLT),
  "FABS (vector)": (m, o) => numbers(m, o, FABS),
  "FRINTP (vector)": (m, o) => numbers(m, o, FRINTP),
  "FRINTZ (vector)": (m, o) => numbers(m, o, FRINTZ),
  "FCVTPS (vector)": (m, o) => numbers(m, o, FCVTPS),
  "FCVTZS (vector, integer)": (m, o) => numbers(m, o, FCVTZS),
  "URECPE": (m, { Q, Rn, Rd }) => integers(m, { size: 2, Q, Rn, Rd }, reciprocalEstimate),
  "FRECPE": (m, o) => numbers(m, o, FRECPE),
  "FRINTA (vector)": (m, o) => numbers(m, o, FRINTA),
  "FRINTX (vector)": (m, o) => numbers(m, o, FRINTX),
  "FCVTNU (vector)": (m, o) => numbers(m, o, FCVTNU),
  "FCVTMU (vector)": (m, o) => numbers(m, o, FCVTMU),
  "FCVTAU (vector)": (m, o) => numbers(m, o, FCVTAU),
  "UCVTF (vector, integer)": (m, o) => numbers(m, o, UCVTF),
  "FRINT32X (vector)": (m, o) => numbers(m, o, FRINT32X),
  "FRINT64X (vector)": (m, o) => numbers(m, o, FRINT64X),
  "FCMGE (zero)": (m, o) => numbers(m, o, FCMGE),
  "FCMLE (zero)": (m, o) => numbers(m, o, FCMLE),
  "FNEG (vector)": (m, o) => numbers(m, o, FNEG),
  "FRINTI (vector)": (m, o) => numbers(m, o, FRINTI),
  "FCVTPU (vector)": (m, o) => numbers(m, o, FCVTPU),
  "FCVTZU (vector, integer)": (m, o) => numbers(m, o, FCVTZU),
  "URSQRTE": (m, { Q, Rn, Rd }) => integers(m, { size: 2, Q, Rn, Rd }, reciprocalRootEstimate),
  "FRSQRTE": (m, o) => numbers(m, o, FRSQRTE),
  "FSQRT (vector)": (m, o) => numbers(m, o, FSQRT),
};

const halfPrecision: Semantics<Tables["Advanced SIMD two-register miscellaneous (FP16)"]> = {
  "FRINTN (vector, half-precision)": (m, o) => halves(m, o, FRINTN),
  "FRINTM (vector, half-precision)": (m, o) => halves(m, o, FRINTM),
  "FCVTNS (vector, half-precision)": (m, o) => halves(m, o, FCVTNS),
  "FCVTMS (vector, half-precision)": (m, o) => halves(m, o, FCVTMS),
  "FCVTAS (vector, half-precision)": (m, o) => halves(m, o, FCVTAS),
  "SCVTF (vector, integer, half-precision)": (m, o) => halves(m, o, SCVTF),
  "FCMGT (zero, half-precision)": (m, o) => halves(m, o, FCMGT),
  "FCMEQ (zero, half-precision)": (m, o) => halves(m, o, FCMEQ),
  "FCMLT (zero, half-precision)": (m, o) => halves(m, o, FCMLT),
  "FABS (vector, half-precision)": (m, o) => halves(m, o, FABS),
  "FRINTP (vector, half-precision)": (m, o) => halves(m, o, FRINTP),
  "FRINTZ (vector, half-precision)": (m, o) => halves(m, o, FRINTZ),
  "FCVTPS (vector, half-precision)": (m, o) => halves(m, o, FCVTPS),
  "FCVTZS (vector, integer, half-precision)": (m, o) => halves(m, o, FCVTZS),
  "FRECPE (half-precision)": (m, o) => halves(m, o, FRECPE),
  "FRINTA (vector, half-precision)": (m, o) => halves(m, o, FRINTA),
  "FRINTX (vector, half-precision)": (m, o) => halves(m, o, FRINTX),
  "FCVTNU (vector, half-precision)": (m, o) => halves(m, o, FCVTNU),
  "FCVTMU (vector, half-precision)": (m, o) => halves(m, o, FCVTMU),
  "FCVTAU (vector, half-precision)": (m, o) => halves(m, o, FCVTAU),
  "UCVTF (vector, integer, half-precision)": (m, o) => halves(m, o, UCVTF),
  "FCMGE (zero, half-precision)": (m, o) => halves(m, o, FCMGE),
  "FCMLE (zero, half-precision)": (m, o) => halves(m, o, FCMLE),
  "FNEG (vector, half-precision)": (m, o) => halves(m, o, FNEG),
  "FRINTI (vector, half-precision)": (m, o) => halves(m, o, FRINTI),
  "FCVTPU (vector, half-precision)": (m, o) => halves(m, o, FCVTPU),
  "FCVTZU (vector, integer, half-precision)": (m, o) => halves(m, o, FCVTZU),
  "FRSQRTE (half-precision)": (m, o) => halves(m, o, FRSQRTE),
  "FSQRT (vector, half-precision)": (m, o) => halves(m, o, FSQRT),
};

function integers<V>(m: Operations<V>, { Q, size, Rn, Rd }: Integers, f: OfOne): void {
  const shape = shapeOf(size, Q);
  eachOf(m, shape, Rd, Rn, (x) => f(m, shape.size, x));
}

function numbers<V>(m: Operations<V>, { Q, sz, Rn, Rd }: Numbers, f: FpOfOne): void {
  const shape = fpShapeOf(sz, Q);
  eachOf(m, shape, Rd, Rn, (x) => f(m, shape.size, x));
}

function halves<V>(m: Operations<V>, { Q, Rn, Rd }: TwoRegisters, f: FpOfOne): void {
  eachOf(m, halfShapeOf(Q), Rd, Rn, (x) => f(m, 16, x));
}

function accumulate<V>(m: Operations<V>, { Q, size, Rn, Rd }: Integers, f: OfTwo): void {
  const shape = shapeOf(size, Q);
  eachOfTwo(m, shape, Rd, Rd, Rn, (d, x) => f(m, shape.size, d, x));
}

/** The elements of each container of `container` bits, in reverse order. */
function reversal(container: 16 | 32 | 64) {
  const shuffles: Shuffle[] = []; // By size and Q: made once, not for each instruction executed.
  return <V>(m: Operations<V>, { Q, size: log2, Rn, Rd }: Integers): void => {
    const { size, count, bits } = shapeOf(log2, Q);
    const last = container / size - 1; // A power of two less one: i ^ last counts back from it.
    const shuffle = shuffles[2 * log2 + Q] ??= {
      name: `REV${container}`, size, count, from: Array.from({ length: count }, (_, i) => i ^ last),
    };
    m.writeV(Rd, bits, m.shuffle(shuffle, m.readV(Rn, bits)));
  };
}

/** Two neighbours are the halves of an element of twice the size. */
function addPairs<V>(m: Operations<V>, { Q, size: log2, Rn, Rd }: Integers, signed: boolean): void {
  const wide = shapeOf(log2 + 1, Q);
  const sum = sumOfHalves(signed);
  eachOf(m, wide, Rd, Rn, (x) => sum(m, wide.size, x));
}

function accumulatePairs<V>(
  m: Operations<V>, { Q, size: log2, Rn, Rd }: Integers, signed: boolean,
): void {
  const wide = shapeOf(log2 + 1, Q);
  const sum = sumOfHalves(signed);
  eachOfTwo(m, wide, Rd, Rd, Rn, (d, x) => m.add(wide.size, sum(m, wide.size, x), d));
}

/** From elements of twice the size that fill a register, into one half of another. */
function narrow<V>(m: Operations<V>, { Q, size: log2, Rn, Rd }: Integers, f: OfOne): void {
  const { size: wide, count } = shapeOf(log2 + 1, 1);
  const narrowed = m.map(wide, count, (x) => f(m, wide, x), m.readV(Rn, 128));
  writePart(m, Rd, Q, m.narrow(sizeOf(log2), count, narrowed));
}

const NARROWING = { 16: FPConvert(16), 32: FPConvert(32) };
const WIDENING = { 32: FPConvert(32), 64: FPConvert(64) };
const TO_ODD = FPConvertRoundOdd(32);

export const simdTwoRegister: GroupSemantics<Tables> = {
  "Advanced SIMD two-register miscellaneous": twoRegister,
  "Advanced SIMD two-register miscellaneous (FP16)": halfPrecision,
  "Advanced SIMD across lanes": acrossLanes,
};
