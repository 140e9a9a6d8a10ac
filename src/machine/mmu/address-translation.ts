// AT: software asks what the MMU would do, and PAR_EL1 has the answer (Arm ARM, "Address
// translation instructions" and "PAR_EL1, Physical Address Register").
//
//           63    56 55 48 47        12 11 10 9   8:7  6      1  0
//   found   ATTR     RES0  PA           1  0  NS  SH   RES0      0
//   fault   0                           1  0  S   PTW  FST       1
//
// 1. A fault is the answer, not an exception; only an external abort on the walk is one.
// 2. ATTR and SH are what MAIR_EL1 and the descriptor say: without a cache, SCTLR_EL1.C changes
//    nothing. Where memory can only be outer shareable, SH says so.
// 3. NS is UNKNOWN in a machine without Secure state; it is 1 here, as in QEMU.

import type { PhysAddr } from "../../base/word";
import type { Fault } from "../cpu/exception";
import { shareabilityOf } from "./memory-type";

/** What an AT instruction asks. */
export interface Question {
  readonly purpose: "read" | "write";
  /** With EL0's rights. */
  readonly unprivileged: boolean;
  /** Whether PSTATE.PAN counts: S1E1RP and S1E1WP. */
  readonly heedsPan: boolean;
}

export const ADDRESS_TRANSLATIONS = {
  S1E1R:  { purpose: "read",  unprivileged: false, heedsPan: false },
  S1E1W:  { purpose: "write", unprivileged: false, heedsPan: false },
  S1E0R:  { purpose: "read",  unprivileged: true,  heedsPan: false },
  S1E0W:  { purpose: "write", unprivileged: true,  heedsPan: false },
  S1E1RP: { purpose: "read",  unprivileged: false, heedsPan: true },
  S1E1WP: { purpose: "write", unprivileged: false, heedsPan: true },
} as const satisfies Readonly<Record<string, Question>>;

/** Where an address leads, and to what kind of memory. */
export interface Answer {
  readonly kind: "found";
  /** Of the page of 4 KiB. */
  readonly page: PhysAddr;
  readonly attributes: number;
  readonly SH: number;
}

const RES1 = 1n << 11n;
const NS = 1n << 9n;
const F = 1n;

/** PAR_EL1. `status` is faultStatus() of fault-status.ts. */
export function parOf(result: Answer | Fault, status: (fault: Fault) => number): bigint {
  if (result.kind !== "found") return RES1 | (BigInt(status(result)) << 1n) | F;
  const { page, attributes, SH } = result;
  const shareability = BigInt(shareabilityOf(attributes, SH));
  return (BigInt(attributes) << 56n) | BigInt(page) | RES1 | NS | (shareability << 7n);
}
