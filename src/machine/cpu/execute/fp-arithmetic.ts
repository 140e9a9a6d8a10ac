// What the rows of tables/fp-arithmetic.ts do: scalars, at the low end of a vector register whose
// other bits a write clears.

import type { FP_ARITHMETIC } from "../../decoder/tables/fp-arithmetic";
import type { FpWidth } from "../floating-point/format";
import {
  FPAbs, FPAdd, FPConvert, FPDiv, FPMax, FPMaxNum, FPMin, FPMinNum, FPMul, FPMulAdd, FPNeg,
  type FpOperation, FPRoundInt, FPRoundIntN, FPSqrt, FPSub,
} from "../fp-operations";
import type { Operations } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { VFPExpandImm } from "./float-immediate";
import { widthOfFtype } from "./shape";

type Tables = typeof FP_ARITHMETIC;

interface OneSource {
  readonly ftype: number;
  readonly Rn: number;
  readonly Rd: number;
}

interface TwoSource extends OneSource {
  readonly Rm: number;
}

interface ThreeSource extends TwoSource {
  readonly Ra: number;
}

/** Vd = operation(Vn) */
function unary<V>(m: Operations<V>, operation: FpOperation, { ftype, Rn, Rd }: OneSource): void {
  const width = widthOfFtype(ftype);
  m.writeV(Rd, width, m.fp(operation, width, m.readV(Rn, width)));
}

const TO: Readonly<Record<FpWidth, FpOperation>> = {
  16: FPConvert(16), 32: FPConvert(32), 64: FPConvert(64),
};

const ROUND_TO_NEAREST = FPRoundInt("TIEEVEN", false);
const ROUND_UP = FPRoundInt("POSINF", false);
const ROUND_DOWN = FPRoundInt("NEGINF", false);
const ROUND_TO_ZERO = FPRoundInt("ZERO", false);
const ROUND_TIES_AWAY = FPRoundInt("TIEAWAY", false);
const ROUND_EXACT = FPRoundInt("FPCR", true);
const ROUND = FPRoundInt("FPCR", false);
const TO_ZERO_32 = FPRoundIntN("ZERO", 32);
const TO_32 = FPRoundIntN("FPCR", 32);
const TO_ZERO_64 = FPRoundIntN("ZERO", 64);
const TO_64 = FPRoundIntN("FPCR", 64);

const oneSource: Semantics<Tables["Floating-point data-processing (1 source)"]> = {
  "FMOV (register)"(m, { ftype, Rn, Rd }) {
    const width = widthOfFtype(ftype);
    m.writeV(Rd, width, m.readV(Rn, width));
  },
  "FABS (scalar)": (m, operands) => unary(m, FPAbs, operands),
  "FNEG (scalar)": (m, operands) => unary(m, FPNeg, operands),
  "FSQRT (scalar)": (m, operands) => unary(m, FPSqrt, operands),
  "FCVT"(m, { ftype, opc, Rn, Rd }) {
    const from = widthOfFtype(ftype);
    const to = widthOfFtype(opc);
    m.writeV(Rd, to, m.fp(TO[to], from, m.readV(Rn, from)));
  },
  "FRINTN (scalar)": (m, operands) => unary(m, ROUND_TO_NEAREST, operands),
  "FRINTP (scalar)": (m, operands) => unary(m, ROUND_UP, operands),
  "FRINTM (scalar)": (m, operands) => unary(m, ROUND_DOWN, operands),
  "FRINTZ (scalar)": (m, operands) => unary(m, ROUND_TO_ZERO, operands),
  "FRINTA (scalar)": (m, operands) => unary(m, ROUND_TIES_AWAY, operands),
  "FRINTX (scalar)": (m, operands) => unary(m, ROUND_EXACT, operands),
  "FRINTI (scalar)": (m, operands) => unary(m, ROUND, operands),
  "FRINT32Z (scalar)": (m, operands) => unary(m, TO_ZERO_32, operands),
  "FRINT32X (scalar)": (m, operands) => unary(m, TO_32, operands),
  "FRINT64Z (scalar)": (m, operands) => unary(m, TO_ZERO_64, operands),
  "FRINT64X (scalar)": (m, operands) => unary(m, TO_64, operands),
};

const compare: Semantics<Tables["Floating-point compare"]> = {
  "FCMP": (m, operands) => m.writeNzcv(comparison(m, operands, false)),
  "FCMP (zero)": (m, operands) => m.writeNzcv(comparisonWithZero(m, operands, false)),
  "FCMPE": (m, operands) => m.writeNzcv(comparison(m, operands, true)),
  "FCMPE (zero)": (m, operands) => m.writeNzcv(comparisonWithZero(m, operands, true)),
};

/** `signalNaNs` is the E of the mnemonics: a NaN is an exception. */
function comparison<V>(
  m: Operations<V>, { ftype, Rm, Rn }: Omit<TwoSource, "Rd">, signalNaNs: boolean,
): V {
  const width = widthOfFtype(ftype);
  return m.fpCompare(width, m.readV(Rn, width), m.readV(Rm, width), signalNaNs);
}

function comparisonWithZero<V>(
  m: Operations<V>, { ftype, Rn }: Omit<OneSource, "Rd">, signalNaNs: boolean,
): V {
  const width = widthOfFtype(ftype);
  return m.fpCompare(width, m.readV(Rn, width), m.constant(0), signalNaNs);
}

const immediate: Semantics<Tables["Floating-point immediate"]> = {
  "FMOV (scalar, immediate)"(m, { ftype, imm8, Rd }) {
    const width = widthOfFtype(ftype);
    m.writeV(Rd, width, m.constant(VFPExpandImm(imm8, width)));
  },
};

const conditionalCompare: Semantics<Tables["Floating-point conditional compare"]> = {
  "FCCMP": (m, operands) => compareIf(m, operands, false),
  "FCCMPE": (m, operands) => compareIf(m, operands, true),
};

interface ConditionalCompare extends Omit<TwoSource, "Rd"> {
  readonly cond: number;
  readonly nzcv: number;
}

/** Where the condition does not hold nothing is compared, so a NaN is no exception. */
function compareIf<V>(
  m: Operations<V>, operands: ConditionalCompare, signalNaNs: boolean,
): void {
  const compared = (): V => comparison(m, operands, signalNaNs);
  const otherwise = (): V => m.constant(operands.nzcv);
  m.writeNzcv(m.choose(m.conditionHolds(operands.cond), compared, otherwise));
}

/** Vd = operation(Vn, Vm) */
function binary<V>(
  m: Operations<V>, operation: FpOperation, { ftype, Rm, Rn, Rd }: TwoSource,
): void {
  const width = widthOfFtype(ftype);
  m.writeV(Rd, width, m.fp(operation, width, m.readV(Rn, width), m.readV(Rm, width)));
}

const twoSource: Semantics<Tables["Floating-point data-processing (2 source)"]> = {
  "FMUL (scalar)": (m, operands) => binary(m, FPMul, operands),
  "FDIV (scalar)": (m, operands) => binary(m, FPDiv, operands),
  "FADD (scalar)": (m, operands) => binary(m, FPAdd, operands),
  "FSUB (scalar)": (m, operands) => binary(m, FPSub, operands),
  "FMAX (scalar)": (m, operands) => binary(m, FPMax, operands),
  "FMIN (scalar)": (m, operands) => binary(m, FPMin, operands),
  "FMAXNM (scalar)": (m, operands) => binary(m, FPMaxNum, operands),
  "FMINNM (scalar)": (m, operands) => binary(m, FPMinNum, operands),
  // A NaN's sign is inverted too.
  "FNMUL (scalar)"(m, { ftype, Rm, Rn, Rd }) {
    const width = widthOfFtype(ftype);
    const product = m.fp(FPMul, width, m.readV(Rn, width), m.readV(Rm, width));
    m.writeV(Rd, width, m.fp(FPNeg, width, product));
  },
};

const conditionalSelect: Semantics<Tables["Floating-point conditional select"]> = {
  "FCSEL"(m, { ftype, Rm, cond, Rn, Rd }) {
    const width = widthOfFtype(ftype);
    const [x, y] = [m.readV(Rn, width), m.readV(Rm, width)];
    m.writeV(Rd, width, m.select(m.conditionHolds(cond), x, y));
  },
};

// The signs are changed before the one rounding, and also those of NaNs.
const threeSource: Semantics<Tables["Floating-point data-processing (3 source)"]> = {
  "FMADD": (m, operands) => fused(m, operands, false, false),
  "FMSUB": (m, operands) => fused(m, operands, false, true),
  "FNMADD": (m, operands) => fused(m, operands, true, true),
  "FNMSUB": (m, operands) => fused(m, operands, true, false),
};

/** Va + Vn * Vm, or with -Va, or with -Vn. */
function fused<V>(
  m: Operations<V>, { ftype, Rm, Ra, Rn, Rd }: ThreeSource,
  negateAddend: boolean, negateProduct: boolean,
): void {
  const width = widthOfFtype(ftype);
  const read = (n: number, negate: boolean): V => {
    const x = m.readV(n, width);
    return negate ? m.fp(FPNeg, width, x) : x;
  };
  const [addend, x, y] = [read(Ra, negateAddend), read(Rn, negateProduct), read(Rm, false)];
  m.writeV(Rd, width, m.fp(FPMulAdd, width, addend, x, y));
}

export const fpArithmetic: GroupSemantics<Tables> = {
  "Floating-point data-processing (1 source)": oneSource,
  "Floating-point compare": compare,
  "Floating-point immediate": immediate,
  "Floating-point conditional compare": conditionalCompare,
  "Floating-point data-processing (2 source)": twoSource,
  "Floating-point conditional select": conditionalSelect,
  "Floating-point data-processing (3 source)": threeSource,
};
