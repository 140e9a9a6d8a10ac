// The parts of a CPU that can be replaced: what this chapter's exercises implement. Plain data
// goes in and comes out. A CPU built from others than ours (standard-parts.ts) runs the same
// programs, or shows where it does not.

import type { Bytes, MonitorEvent, Watch } from "./exclusive-monitor";
import type { FpWidth } from "./floating-point/format";
import type { ShiftType, Size, Sum, Width } from "./operations";
import type { Piece } from "./pieces";
import type { Saturated } from "./saturate";

/**
 * What FPCompare() gives: NZCV, N in bit 3; and what is to be OR-ed into FPSR (IOC bit 0, IDC bit
 * 7).
 */
export interface FpComparison {
  readonly nzcv: bigint;
  readonly fpsr: number;
}

export interface CpuParts {
  /** `x`, unsigned and of `size` bits, shifted by 0 to size - 1. */
  shift(type: ShiftType, size: Size, x: bigint, amount: bigint): bigint;
  /** The low `from` bits of `x`, extended to `to`. Bits of `x` above them may be anything. */
  extend(signed: boolean, from: number, to: Size, x: bigint): bigint;
  /**
   * x + y + carryIn and its NZCV, N in bit 3. Unsigned operands of `width` bits; carryIn is 0 or
   * 1.
   */
  addWithCarry(width: Width, x: bigint, y: bigint, carryIn: bigint): Sum<bigint>;
  /** Whether `nzcv` satisfies `cond`, both of four bits. Asked once for each of the 256 cases. */
  conditionHolds(cond: number, nzcv: number): boolean;
  /** An access of 1 to 64 bytes, cut at the borders of pages of 4096 bytes, in order. */
  pieces(address: bigint, bytes: number): readonly Piece[];
  /** What a monitor that watches `watched` does when it hears of `event`. */
  exclusiveMonitor(watched: Bytes | undefined, event: MonitorEvent): Watch;
  /**
   * x against y, bit patterns of `width` bits; `signalNaNs`: any NaN is invalid. FPCR says
   * whether denormals count.
   */
  fpCompare(width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean, fpcr: number): FpComparison;
  /**
   * The nearest to `integer`, which may be negative, that `size` bits hold; and whether it is
   * another.
   */
  saturate(signed: boolean, size: Size, integer: bigint): Saturated;
}
