// What Advanced SIMD does to one floating-point number, an element or a scalar that is one. Named
// as the instructions are, each of which has up to four forms: vector or scalar, half precision or
// not.

import type { FpWidth } from "../floating-point/format";
import {
  FixedToFP, FPAbs, FPNeg, type FpOperation, FPRecipEstimate, FPRecpX, FPRoundInt, FPRoundIntN,
  FPRSqrtEstimate, FPSqrt, FPToFixed, type RoundingChoice,
} from "../fp-operations";
import type { Operations } from "../operations";
import { type FpOfTwo, fpIsEqual, fpIsGreater, fpIsGreaterOrEqual } from "./simd-fp-elements";

/** Of an element of `width` bits. */
export type FpOfOne = <V>(m: Operations<V>, width: FpWidth, x: V) => V;

const plainly = (operation: FpOperation): FpOfOne => (m, width, x) => m.fp(operation, width, x);

export const FABS = plainly(FPAbs);
export const FNEG = plainly(FPNeg);
export const FSQRT = plainly(FPSqrt);
export const FRECPE = plainly(FPRecipEstimate);
export const FRSQRTE = plainly(FPRSqrtEstimate);
export const FRECPX = plainly(FPRecpX);

// Comparisons with zero: all ones, or nothing

const withZero = (comparison: FpOfTwo): FpOfOne => (m, width, x) =>
  comparison(m, width, x, m.constant(0));
const flipped = (comparison: FpOfTwo): FpOfOne => (m, width, x) =>
  comparison(m, width, m.constant(0), x);

export const FCMEQ = withZero(fpIsEqual);
export const FCMGE = withZero(fpIsGreaterOrEqual);
export const FCMGT = withZero(fpIsGreater);
export const FCMLE = flipped(fpIsGreaterOrEqual);
export const FCMLT = flipped(fpIsGreater);

// To whole numbers, in floating point

export const FRINTN = plainly(FPRoundInt("TIEEVEN", false));
export const FRINTA = plainly(FPRoundInt("TIEAWAY", false));
export const FRINTM = plainly(FPRoundInt("NEGINF", false));
export const FRINTP = plainly(FPRoundInt("POSINF", false));
export const FRINTZ = plainly(FPRoundInt("ZERO", false));
export const FRINTI = plainly(FPRoundInt("FPCR", false));
export const FRINTX = plainly(FPRoundInt("FPCR", true));
export const FRINT32Z = plainly(FPRoundIntN("ZERO", 32));
export const FRINT32X = plainly(FPRoundIntN("FPCR", 32));
export const FRINT64Z = plainly(FPRoundIntN("ZERO", 64));
export const FRINT64X = plainly(FPRoundIntN("FPCR", 64));

// To and from integers as wide as the number

const byWidth = (operationOf: (bits: FpWidth) => FpOperation): FpOfOne => {
  const operations = { 16: operationOf(16), 32: operationOf(32), 64: operationOf(64) };
  return (m, width, x) => m.fp(operations[width], width, x);
};

const toInteger = (signed: boolean, rounding: RoundingChoice): FpOfOne =>
  byWidth((bits) => FPToFixed({ bits, fraction: 0, signed }, rounding));

const fromInteger = (signed: boolean): FpOfOne =>
  byWidth((bits) => FixedToFP({ bits, fraction: 0, signed }));

export const FCVTNS = toInteger(true, "TIEEVEN");
export const FCVTAS = toInteger(true, "TIEAWAY");
export const FCVTMS = toInteger(true, "NEGINF");
export const FCVTPS = toInteger(true, "POSINF");
export const FCVTZS = toInteger(true, "ZERO");
export const FCVTNU = toInteger(false, "TIEEVEN");
export const FCVTAU = toInteger(false, "TIEAWAY");
export const FCVTMU = toInteger(false, "NEGINF");
export const FCVTPU = toInteger(false, "POSINF");
export const FCVTZU = toInteger(false, "ZERO");
export const SCVTF = fromInteger(true);
export const UCVTF = fromInteger(false);
