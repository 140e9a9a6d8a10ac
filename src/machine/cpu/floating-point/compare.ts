// FPCompare, whose answer goes to PSTATE, and FPCompareEQ, GE and GT, whose answer becomes a mask.

import { processException, type FpContext } from "./context";
import { fastOrder } from "./fast-path";
import type { FpWidth } from "./format";
import { isNaN } from "./nan";
import { compare } from "./real";
import { fpUnpack } from "./unpack";

// A NaN is in no order with anything, itself included.
type Order = "less" | "equal" | "greater" | "unordered";

// Chosen so that the conditions of integer comparisons serve: EQ, GE and GT mean what they say and
// fail on a NaN; so do MI for "less" and LS for "less or equal", where LT and LE let a NaN pass.
const NZCV: Readonly<Record<Order, bigint>> = {
  //         NZCV
  less:      0b1000n,
  equal:     0b0110n,
  greater:   0b0010n,
  unordered: 0b0011n,
};

/**
 * FPCompare: NZCV, N in bit 3 and V in bit 0. `signalNaNs`: any NaN is invalid, not only a
 * signalling one.
 */
export function fpCompare(
  c: FpContext, width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean,
): bigint {
  return NZCV[orderOf(c, width, x, y, signalNaNs)];
}

export function fpCompareEq(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return orderOf(c, width, x, y, false) === "equal" ? 1n : 0n;
}

export function fpCompareGe(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  const order = orderOf(c, width, x, y, true);
  return order === "greater" || order === "equal" ? 1n : 0n;
}

export function fpCompareGt(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return orderOf(c, width, x, y, true) === "greater" ? 1n : 0n;
}

function orderOf(
  c: FpContext, width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean,
): Order {
  const order = fastOrder(width, x, y) ?? exactOrder(c, width, x, y, signalNaNs);
  if (order === undefined) return "unordered";
  return order < 0 ? "less" : order > 0 ? "greater" : "equal";
}

/** Negative if x < y, 0 if equal, positive if x > y; undefined if a NaN is among them. */
export function exactOrder(
  c: FpContext, width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean,
): bigint | undefined {
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  if (isNaN(a) || isNaN(b)) {
    if (a.type === "SNaN" || b.type === "SNaN" || signalNaNs) processException(c, "IOC");
    return undefined;
  }
  return compare(a.value, b.value);
}
