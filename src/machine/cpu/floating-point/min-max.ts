// FPMax and FPMin, for which a NaN is a NaN; FPMaxNum and FPMinNum, for which a quiet one is "no
// number given".

import type { FpContext } from "./context";
import { fastMax, fastMin } from "./fast-path";
import { fpInfinity, fpZero, type FpWidth } from "./format";
import { fpProcessNaNs } from "./nan";
import { compare } from "./real";
import { fpRound } from "./round";
import { fpUnpack } from "./unpack";

export function fpMax(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastMax(width, x, y) ?? exactMax(c, width, x, y);
}

export function fpMin(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastMin(width, x, y) ?? exactMin(c, width, x, y);
}

export function exactMax(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return extreme(c, width, x, y, "max");
}

export function exactMin(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return extreme(c, width, x, y, "min");
}

/** FPMaxNum: a lone quiet NaN loses to any number, so it counts as -infinity. */
export function fpMaxNum(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastMax(width, x, y) ??
    exactMax(c, width, ...withoutLoneNaN(c, width, x, y, fpInfinity(width, true)));
}

export function fpMinNum(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastMin(width, x, y) ??
    exactMin(c, width, ...withoutLoneNaN(c, width, x, y, fpInfinity(width, false)));
}

function extreme(
  c: FpContext, width: FpWidth, x: bigint, y: bigint, which: "max" | "min",
): bigint {
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  const nan = fpProcessNaNs(c, width, a, b);
  if (nan !== undefined) return nan;
  const order = compare(a.value, b.value);
  const chosen = (which === "max" ? order > 0n : order < 0n) ? a : b;
  switch (chosen.type) {
    case "Infinity":
      return fpInfinity(width, chosen.negative);
    case "Zero": // The other one is no better: if it is a zero too, +0 is taken to be above -0.
      return fpZero(width, which === "max" ? a.negative && b.negative : a.negative || b.negative);
    default:
      return fpRound(c, width, chosen.value);
  }
}

/** [x, y] with `instead` for one of them, if it is a quiet NaN and the other is not. */
function withoutLoneNaN(
  c: FpContext, width: FpWidth, x: bigint, y: bigint, instead: bigint,
): [bigint, bigint] {
  const quietX = fpUnpack(c, width, x).type === "QNaN";
  const quietY = fpUnpack(c, width, y).type === "QNaN";
  if (quietX && !quietY) return [instead, y];
  if (quietY && !quietX) return [x, instead];
  return [x, y];
}
