// What the exception model needs of the system registers.

import type { Pstate } from "../sysregs/pstate";
import type { SystemView } from "../sysregs/view";

/** The registers, and PSTATE: who sets it changes the level and the stack pointer too. */
export interface ProcessState extends SystemView {
  pstate: Pstate;
}
