// ERET, as far as this chapter needs it to go down to EL0: PSTATE becomes what SPSR_EL1 says, and
// ELR_EL1 is where it goes on. What SPSR_EL1 may not say is chapter 5's.

import type { VirtAddr } from "../../base/word";
import { NZCV } from "../cpu/layout";
import { NZCV_SHIFT, type Pstate } from "./pstate";
import type { SystemView } from "./view";

const PSTATE_MASK = 0xff_ffff;

export function returnTo(view: SystemView & { pstate: Pstate }): VirtAddr {
  const spsr = Number(view.stored("SPSR_EL1"));
  view.pstate = spsr & PSTATE_MASK;
  view.state.scalars[NZCV] = BigInt(spsr >>> NZCV_SHIFT);
  return view.stored("ELR_EL1");
}
