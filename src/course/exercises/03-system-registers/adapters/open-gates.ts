// verdictOn() asks a function whether a gate is open, and a function is no plain data. The judge says which are open.

import type { AccessRule, Verdict } from "../../../../machine/sysregs/access";
import type { SystemParts } from "../../../../machine/sysregs/parts";
import type { Level } from "../../../../machine/sysregs/pstate";
import type { Gate } from "../../../../machine/sysregs/register";

/** verdictOn() in plain data: the last argument is the gates that are open. */
export const withOpenGates = (verdictOn: SystemParts["verdictOn"]) =>
  (rule: AccessRule, level: Level, direction: "read" | "write", open: readonly Gate[]): Verdict =>
    verdictOn(rule, level, direction, (gate) => open.some((other) => other.join() === gate.join()));
