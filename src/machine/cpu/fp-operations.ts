// The floating-point functions that semantics ask for by name: those of the manual's shared
// pseudocode, under its names. A comparison is not here: it is a part of the CPU that can be
// replaced (parts.ts).

import {
  fpAbs, fpAdd, fpDiv, fpMul, fpMulX, fpNeg, fpSqrt, fpSub,
} from "./floating-point/arithmetic";
import { fpCompareEq, fpCompareGe, fpCompareGt } from "./floating-point/compare";
import { type FpContext, type Rounding, roundingOf } from "./floating-point/context";
import { fpConvert, fpConvertRoundOdd } from "./floating-point/convert";
import { fpRecipEstimate, fpRecpX, fpRSqrtEstimate } from "./floating-point/estimates";
import { fixedToFp, fpToFixed, fpToFixedJS } from "./floating-point/fixed-point";
import type { FpWidth } from "./floating-point/format";
import { fpMulAdd, fpRecipStepFused, fpRSqrtStepFused } from "./floating-point/fused";
import { fpMax, fpMaxNum, fpMin, fpMinNum } from "./floating-point/min-max";
import { fpRoundInt, fpRoundIntN } from "./floating-point/round-to-integral";

/** FPCR and FPSR decide and remember; `width` is the operands', in bits. */
export interface FpOperation {
  readonly name: string;
  /** How many bits the result has, where the name says so. */
  readonly bits?: number;
  /** What else the name says: the integer that it is converted to or from, and how it rounds. */
  readonly to?: Fixed;
  readonly from?: Fixed;
  readonly rounding?: RoundingChoice;
  /** Of FPRoundInt. */
  readonly exact?: boolean;
  readonly apply: (context: FpContext, width: FpWidth, ...values: bigint[]) => bigint;
}

/** Of one operand, two or three. */
type Apply = (context: FpContext, width: FpWidth, x: bigint, y: bigint, z: bigint) => bigint;

const operation = (name: string, apply: Apply): FpOperation =>
  ({ name, apply: apply as FpOperation["apply"] });

export const FPAdd = operation("FPAdd", fpAdd);
export const FPSub = operation("FPSub", fpSub);
export const FPMul = operation("FPMul", fpMul);
export const FPMulX = operation("FPMulX", fpMulX);
export const FPDiv = operation("FPDiv", fpDiv);
export const FPSqrt = operation("FPSqrt", fpSqrt);
export const FPAbs = operation("FPAbs", fpAbs);
export const FPNeg = operation("FPNeg", fpNeg);
/** addend + x * y, in the order (addend, x, y), rounded once. */
export const FPMulAdd = operation("FPMulAdd", fpMulAdd);
export const FPMax = operation("FPMax", fpMax);
export const FPMin = operation("FPMin", fpMin);
export const FPMaxNum = operation("FPMaxNum", fpMaxNum);
export const FPMinNum = operation("FPMinNum", fpMinNum);
/** These three give 1 or 0. */
export const FPCompareEQ = operation("FPCompareEQ", fpCompareEq);
export const FPCompareGE = operation("FPCompareGE", fpCompareGe);
export const FPCompareGT = operation("FPCompareGT", fpCompareGt);
export const FPRecipEstimate = operation("FPRecipEstimate", fpRecipEstimate);
export const FPRSqrtEstimate = operation("FPRSqrtEstimate", fpRSqrtEstimate);
export const FPRecpX = operation("FPRecpX", fpRecpX);
export const FPRecipStepFused = operation("FPRecipStepFused", fpRecipStepFused);
export const FPRSqrtStepFused = operation("FPRSqrtStepFused", fpRSqrtStepFused);

/** How an instruction rounds: as it says itself, or as FPCR.RMode does. */
export type RoundingChoice = Rounding | "FPCR";

const chosen = (rounding: RoundingChoice, { fpcr }: FpContext): Rounding =>
  rounding === "FPCR" ? roundingOf(fpcr) : rounding;

/** From the operation's width to another. */
export const FPConvert = (to: FpWidth): FpOperation =>
  ({
    bits: to,
    ...operation(`FPConvert to ${to} bits`, (c, from, x) => fpConvert(c, from, to, x)),
  });

/** FCVTXN's: rounds to odd. */
export const FPConvertRoundOdd = (to: FpWidth): FpOperation =>
  ({
    bits: to,
    rounding: "ODD",
    ...operation(`FPConvert to ${to} bits, to odd`,
      (c, from, x) => fpConvertRoundOdd(c, from, to, x)),
  });

export interface Fixed {
  readonly bits: 16 | 32 | 64;
  readonly fraction: number;
  readonly signed: boolean;
}

const fixedName = ({ bits, fraction, signed }: Fixed): string =>
  `${signed ? "signed" : "unsigned"} ${bits}`
    + (fraction === 0 ? "" : ` with ${fraction} fraction bits`);

export const FPToFixed = (to: Fixed, rounding: RoundingChoice): FpOperation => ({
  to,
  rounding,
  ...operation(`FPToFixed to ${fixedName(to)}, ${rounding}`, (c, width, x) =>
    fpToFixed(c, width, x, to.fraction, !to.signed, to.bits, chosen(rounding, c))),
});

/** Of a double, JavaScript's ToInt32 in bits 31 to 0. Bit 32 is Z: that is the very number. */
export const FPToFixedJS = operation("FPToFixedJS", (c, _width, x) => {
  const { result, Z } = fpToFixedJS(c, x);
  return (Z << 32n) | result;
});

export const FixedToFP = (from: Fixed): FpOperation => ({
  from,
  ...operation(`FixedToFP from ${fixedName(from)}`, (c, width, x) =>
    fixedToFp(c, width, x, from.fraction, !from.signed, from.bits, roundingOf(c.fpcr))),
});

/** To a whole number, in floating point. `exact`: says so if it was none. */
export const FPRoundInt = (rounding: RoundingChoice, exact: boolean): FpOperation => ({
  rounding,
  exact,
  ...operation(`FPRoundInt, ${rounding}${exact ? ", exact" : ""}`, (c, width, x) =>
    fpRoundInt(c, width, x, chosen(rounding, c), exact)),
});

export const FPRoundIntN = (rounding: RoundingChoice, bits: 32 | 64): FpOperation =>
  operation(`FPRoundIntN to ${bits} bits, ${rounding}`, (c, width, x) =>
    fpRoundIntN(c, width, x, chosen(rounding, c), bits));
