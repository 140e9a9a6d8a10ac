// FPProcessNaN and FPProcessNaNs: a NaN operand is the result, and which one if there are several
// is laid down.

import { FPCR, processException, type FpContext } from "./context";
import { FORMATS, fpDefaultNaN, type FpWidth } from "./format";
import type { Unpacked } from "./unpack";

export function isNaN({ type }: Unpacked): boolean {
  return type === "QNaN" || type === "SNaN";
}

/** FPProcessNaN: `nan` made quiet, which is invalid if it was not; under DN the default NaN. */
export function fpProcessNaN(c: FpContext, width: FpWidth, nan: Unpacked): bigint {
  if (nan.type === "SNaN") processException(c, "IOC");
  if ((c.fpcr & FPCR.DN) !== 0) return fpDefaultNaN(width);
  return nan.bits | FORMATS[width].quietBit;
}

/**
 * FPProcessNaNs and FPProcessNaNs3: the first signalling NaN among the operands, else the first
 * quiet one; undefined if all are numbers.
 */
export function fpProcessNaNs(
  c: FpContext, width: FpWidth, ...operands: readonly Unpacked[]
): bigint | undefined {
  const nan = operands.find(({ type }) => type === "SNaN") ?? operands.find(isNaN);
  return nan && fpProcessNaN(c, width, nan);
}

/** An operation that has no answer. */
export function fpInvalid(c: FpContext, width: FpWidth): bigint {
  processException(c, "IOC");
  return fpDefaultNaN(width);
}
