// FPUnpack: from a bit pattern to what it means.

import { FPCR, processException, type FpContext } from "./context";
import { FORMATS, type FpWidth } from "./format";
import type { Real } from "./real";

export type FpType = "Zero" | "Nonzero" | "Infinity" | "QNaN" | "SNaN";

export interface Unpacked {
  readonly type: FpType;
  readonly negative: boolean;
  /** 0 for a NaN. */
  readonly value: Real;
  /** The pattern it came from: a NaN is passed on as it is. */
  readonly bits: bigint;
}

const ZERO: Real = { significand: 0n, exponent: 0 };

// Beyond every finite number, so that comparing and saturating need no case of their own.
const INFINITY_EXPONENT = 4096;

/** FPUnpack, for every operation but a conversion between formats: FPCR.AHP does not count. */
export function fpUnpack(c: FpContext, width: FpWidth, bits: bigint): Unpacked {
  return unpackBase(c, width, bits, { fz16: (c.fpcr & FPCR.FZ16) !== 0, ahp: false });
}

/** FPUnpackCV, for conversions between formats: FPCR.AHP counts, FPCR.FZ16 does not. */
export function fpUnpackCV(c: FpContext, width: FpWidth, bits: bigint): Unpacked {
  return unpackBase(c, width, bits, { fz16: false, ahp: (c.fpcr & FPCR.AHP) !== 0 });
}

function unpackBase(
  c: FpContext, width: FpWidth, bits: bigint, { fz16, ahp }: { fz16: boolean; ahp: boolean },
): Unpacked {
  const { F, minimumExponent, signBit, infinity, quietBit } = FORMATS[width];
  const negative = (bits & signBit) !== 0n;
  const exponent = Number((bits & infinity) >> BigInt(F));
  const fraction = bits & ((1n << BigInt(F)) - 1n);
  const is = (type: FpType, value: Real): Unpacked => ({ type, negative, value, bits });
  const signed = (significand: bigint): bigint => (negative ? -significand : significand);

  if (exponent === 0) {
    if (fraction === 0n) return is("Zero", ZERO);
    if (width === 16 ? fz16 : (c.fpcr & FPCR.FZ) !== 0) {
      // Half precision has no flag for this: FPSR.IDC is of single and double precision only.
      if (width !== 16) processException(c, "IDC");
      return is("Zero", ZERO);
    }
    return is("Nonzero", { significand: signed(fraction), exponent: minimumExponent - F });
  }
  if ((bits & infinity) === infinity && !(width === 16 && ahp)) {
    if (fraction !== 0n) return is((fraction & quietBit) !== 0n ? "QNaN" : "SNaN", ZERO);
    return is("Infinity", { significand: signed(1n), exponent: INFINITY_EXPONENT });
  }
  const one = 1n << BigInt(F); // The leading 1 that the pattern leaves out.
  return is("Nonzero", {
    significand: signed(one | fraction),
    exponent: exponent - 1 + minimumExponent - F,
  });
}
