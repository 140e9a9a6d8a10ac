import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * What comes of a "read" or a "write" of a register, at EL0 or EL1 (`level`).
 *
 * rule.access says what can be done with the register at all: "RO", "WO" or "RW". What cannot is "undefined".
 * EL1 is "allowed" the rest. What EL0 may is rule.el0.read and rule.el0.write:
 *
 *   "never"    "undefined"
 *   "always"   "allowed"
 *   gates      "allowed" if one of them is open, and otherwise "trapped"; isOpen(gate) says whether it is
 */
export const verdictOn: SystemParts["verdictOn"] = (rule, level, direction, isOpen) => {
  const cannot = direction === "read" ? "WO" : "RO";
  if (rule.access === cannot) return "undefined";
  if (level === 1) return "allowed";
  const permission = rule.el0[direction];
  if (permission === "never") return "undefined";
  if (permission === "always") return "allowed";
  return permission.some((gate) => isOpen(gate)) ? "allowed" : "trapped";
};
