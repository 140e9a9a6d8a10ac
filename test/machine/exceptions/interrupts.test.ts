import { expect } from "chai";
import {
  interruptStatus, interruptTaken, isAsserted, NO_INTERRUPTS,
} from "../../../src/machine/exceptions/interrupts";

const lines = (text: string) =>
  ({ IRQ: text.includes("I"), FIQ: text.includes("F"), SError: text.includes("A") });

describe("An interrupt", () => {
  const cases = [
    // lines   PSTATE    taken
    ["",       0x000,    undefined],
    ["I",      0x000,    "IRQ"],
    ["F",      0x000,    "FIQ"],
    ["A",      0x000,    "SError"],
    ["I",      0x080,    undefined],
    ["F",      0x040,    undefined],
    ["A",      0x100,    undefined],
    ["I",      0x345,    "IRQ"],      // D, A and F are others' masks.
    ["F",      0x385,    "FIQ"],
    ["A",      0x2c5,    "SError"],
    ["AIF",    0x005,    "SError"],
    ["AIF",    0x105,    "FIQ"],
    ["AIF",    0x145,    "IRQ"],
    ["AIF",    0x1c0,    undefined],  // Masks count at EL0 too.
  ] as const;
  for (const [asserted, pstate, taken] of cases) {
    it(`of ${asserted === "" ? "none" : asserted}, with PSTATE 0x${pstate.toString(16)}: ${taken ?? "none"}`, () => {
      expect(interruptTaken(lines(asserted), pstate)).to.equal(taken);
    });
  }

  it("is pending, masked or not, as ISR_EL1 shows it (A bit 8, I bit 7, F bit 6)", () => {
    expect(["", "I", "F", "A", "AIF"].map((text) => interruptStatus(lines(text)))).to.deep.equal([0, 0x80, 0x40, 0x100, 0x1c0]);
    expect(["", "I", "F", "A"].map((text) => isAsserted(lines(text)))).to.deep.equal([false, true, true, true]);
    expect(isAsserted(NO_INTERRUPTS)).to.equal(false);
  });
});
