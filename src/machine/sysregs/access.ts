// Who may touch a register (Arm ARM, the "Accessing" part of each register's description). EL1 may
// do what the register's number allows. EL0 may what EL1 lets it: some registers always, some
// never, and for some EL1 has a gate in another register, and hears of it when it is found closed.

import type { Access } from "../decoder/tables/system-registers";
import type { Gate, Permission } from "./register";
import type { Level } from "./pstate";

/** "trapped": an exception that tells EL1 what was tried; "undefined": one that does not. */
export type Verdict = "allowed" | "undefined" | "trapped";

export interface AccessRule {
  readonly access: Access;
  readonly el0: { readonly read: Permission; readonly write: Permission };
}

/** Whether code at `level` may read or write. `isOpen` says how a gate stands. */
export function verdictOn(
  rule: AccessRule, level: Level, direction: "read" | "write", isOpen: (gate: Gate) => boolean,
): Verdict {
  const never = direction === "read" ? "WO" : "RO";
  if (rule.access === never) return "undefined";
  if (level === 1) return "allowed";
  const permission = rule.el0[direction];
  if (permission === "never") return "undefined";
  if (permission === "always" || permission.some(isOpen)) return "allowed";
  return "trapped";
}
