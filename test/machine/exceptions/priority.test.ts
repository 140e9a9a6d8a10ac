import { expect } from "chai";
import type { Cause } from "../../../src/machine/cpu/exception";
import { firstOf } from "../../../src/machine/exceptions/priority";

const address = 0x1002n;

/** From the highest priority down (Arm ARM, "Synchronous exception prioritization"). */
const INSTRUCTION: readonly Cause[] = [
  { kind: "software step", exclusive: false },
  { kind: "PC alignment", address },
  { kind: "instruction abort", address, fault: { kind: "translation", level: 3 } },
  { kind: "breakpoint", address },
  { kind: "illegal state" },
  { kind: "undefined", word: 0 },
  { kind: "trapped FP", word: 0 },
  { kind: "SVC", imm16: 0 },
  { kind: "SP alignment" },
  { kind: "data abort", address, write: false, fault: { kind: "alignment" } },
  { kind: "watchpoint", address, write: false },
];

describe("Of two exceptions that one instruction asks for", () => {
  for (const [i, first] of INSTRUCTION.entries()) {
    for (const second of INSTRUCTION.slice(i + 1)) {
      it(`${first.kind} comes before ${second.kind}`, () => {
        expect(firstOf([first, second])).to.equal(first);
        expect(firstOf([second, first])).to.equal(first);
      });
    }
  }

  it("and none of none", () => {
    expect(firstOf([])).to.equal(undefined);
  });

  it("interrupts are not asked for", () => {
    expect(() => firstOf([{ kind: "IRQ" }, { kind: "illegal state" }])).to.throw("IRQ is not synchronous");
  });
});
