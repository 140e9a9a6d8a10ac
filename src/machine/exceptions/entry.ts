// Taking an exception to EL1 (Arm ARM, "AArch64.TakeException"): what is saved, so that the handler
// can go back, and what it starts with. All of it happens at once, between two instructions.

import type { VirtAddr } from "../../base/word";
import type { Cause } from "../cpu/exception";
import { DAIF, NZCV_SHIFT, PAN, type Pstate, SP_ELX } from "../sysregs/pstate";

/** EL1 in PSTATE.EL, on its own stack. */
const EL1H: Pstate = (1 << 2) | SP_ELX;

/**
 * PSTATE at the handler's first instruction: at EL1, on its own stack, with everything masked until
 * it says otherwise. `span` is SCTLR_EL1.SPAN: 0 also keeps it from what programs may access.
 */
export function stateAtEntry(pstate: Pstate, span: number): Pstate {
  const kept = pstate & PAN;
  const pan = span === 0 ? PAN : kept;
  return EL1H | DAIF | pan;
}

/** SPSR_EL1: the state that was interrupted, flags and all. */
export const savedState = (pstate: Pstate, nzcv: number): number =>
  (pstate | (nzcv << NZCV_SHIFT)) >>> 0;

/**
 * ELR_EL1: where the handler goes back to, if it leaves it as it is (Arm ARM, "Preferred exception
 * return address"). `pc` is the instruction that could not be completed, or else the next one: SVC
 * is complete when it calls. So is HVC, but on this machine it is Undefined, and should not be.
 */
export function preferredReturn(cause: Cause, pc: VirtAddr): VirtAddr {
  return cause.kind === "HVC" ? BigInt.asUintN(64, pc - 4n) : pc;
}
