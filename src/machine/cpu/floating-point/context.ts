// FPCR says how to compute, FPSR remembers what went wrong (Arm Architecture Reference Manual,
// C5.2). FPSR's flags are cumulative: an instruction sets them and only MSR clears them. No
// exception is trapped here, so FPCR's enable bits are 0 and FPProcessException only sets a flag.
//
//   FPCR   26   25  24  23-22  19          FPSR    7     4     3     2     1     0
//         AHP   DN  FZ  RMode  FZ16               IDC   IXC   UFC   OFC   DZC   IOC

/** One instruction's view of the two registers. `fpsr` only ever gains bits. */
export interface FpContext {
  readonly fpcr: number;
  fpsr: number;
}

export const FPCR = {
  /** Conversions take half precision to be Arm's alternative: no infinities, no NaNs. */
  AHP:   1 << 26,
  /** Every NaN result is the default NaN. */
  DN:    1 << 25,
  /** Denormals of single and double precision become zero, on the way in and on the way out. */
  FZ:    1 << 24,
  RMode: 3 << 22,
  /** As FZ, for half precision. */
  FZ16:  1 << 19,
} as const;

export const FPSR = {
  /** Input denormal: FZ took an operand for zero. */
  IDC: 1 << 7,
  /** Inexact. */
  IXC: 1 << 4,
  /** Underflow. */
  UFC: 1 << 3,
  /** Overflow. */
  OFC: 1 << 2,
  /** Division of a finite number by zero. */
  DZC: 1 << 1,
  /** Invalid operation. */
  IOC: 1 << 0,
} as const;

/**
 * TIEAWAY: to nearest, ties away from zero. ODD: to the neighbour whose last bit is 1, so that a
 * second rounding to a shorter format still comes out right. An instruction may ask for these two;
 * FPCR cannot.
 */
export type Rounding = "TIEEVEN" | "POSINF" | "NEGINF" | "ZERO" | "TIEAWAY" | "ODD";

const ROUNDINGS = ["TIEEVEN", "POSINF", "NEGINF", "ZERO"] as const;

/** FPRoundingMode: what FPCR.RMode asks for. */
export function roundingOf(fpcr: number): Rounding {
  return ROUNDINGS[(fpcr >>> 22) & 3]!;
}

/** FPProcessException. */
export function processException(c: FpContext, flag: keyof typeof FPSR): void {
  c.fpsr |= FPSR[flag];
}
