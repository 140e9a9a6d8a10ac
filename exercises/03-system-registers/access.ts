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
  const gates = Object.values(rule.el0).flatMap((permission) => (typeof permission === "string" ? [] : permission.filter(isOpen)));
  throw new Error(`Return what comes of a ${direction} at EL${level}: the register is ${rule.access}, and ${gates.length} of its gates are open.`);
};
