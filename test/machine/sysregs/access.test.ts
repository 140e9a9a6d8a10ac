// Arm ARM: the "Accessing" sections. A gate is asked only of an access that exists.

import { expect } from "chai";
import { verdictOn } from "../../../src/machine/sysregs/access";
import { trapsFp } from "../../../src/machine/sysregs/fp-access";
import type { Gate, Permission } from "../../../src/machine/sysregs/register";

const GATES: Permission = [["CNTKCTL_EL1", "EL0PCTEN", 1], ["CNTKCTL_EL1", "EL0VCTEN", 1]];
const isOpen = (...open: string[]) => ([, field]: Gate): boolean => open.includes(field);

describe("Who may", () => {
  const cases = [
    // access EL0 may    level direction open         verdict
    ["RW", "never",      1,    "read",   [],           "allowed"],
    ["RW", "never",      0,    "read",   [],           "undefined"],
    ["RO", "always",     1,    "write",  [],           "undefined"],
    ["WO", "always",     1,    "read",   [],           "undefined"],
    ["RW", "always",     0,    "write",  [],           "allowed"],
    ["RW", GATES,        0,    "read",   [],           "trapped"],
    ["RW", GATES,        0,    "read",   ["EL0VCTEN"], "allowed"],
    ["RW", GATES,        0,    "read",   ["EL0PCTEN"], "allowed"],
    ["RO", GATES,        0,    "write",  ["EL0PCTEN"], "undefined"],
    ["RW", GATES,        1,    "read",   [],           "allowed"],
  ] as const;
  for (const [access, el0, level, direction, open, verdict] of cases) {
    const permission = typeof el0 === "string" ? el0 : `a gate of two (open: ${open.join() || "none"})`;
    it(`${access}, for EL0 ${permission}: EL${level}'s ${direction} is ${verdict}`, () => {
      expect(verdictOn({ access, el0: { read: el0, write: el0 } }, level, direction, isOpen(...open))).to.equal(verdict);
    });
  }

  it("FPEN traps both levels, EL0 alone, or nobody", () => {
    const trapped = [0b00, 0b01, 0b10, 0b11].map((fpen) => [trapsFp(fpen, 0), trapsFp(fpen, 1)]);
    expect(trapped).to.deep.equal([[true, true], [true, false], [true, true], [false, false]]);
  });
});
