import { expect } from "chai";
import { waits } from "../../../src/machine/exceptions/waiting";

describe("A hint (Arm ARM, \"Wait for Interrupt\", \"Wait for Event mechanism and Send event\")", () => {
  const cases = [
    // hint    event  asserted unmasked  waits  event then
    ["WFI",    false, false,   false,    true,  false],
    ["WFI",    true,  false,   false,    true,  true],
    ["WFI",    false, true,    false,    false, false],
    ["WFI",    true,  true,    true,     false, true],
    ["WFE",    false, false,   false,    true,  false],
    ["WFE",    true,  false,   false,    false, false],
    ["WFE",    false, true,    false,    true,  false],  // A masked interrupt is no event.
    ["WFE",    false, true,    true,     false, false],
    ["SEV",    false, false,   false,    false, true],
    ["SEVL",   false, false,   false,    false, true],
    ["SEVL",   true,  false,   false,    false, true],
    ["NOP",    true,  false,   false,    false, true],
    ["YIELD",  false, false,   false,    false, false],
  ] as const;
  for (const [hint, event, asserted, unmasked, isWaiting, then] of cases) {
    const when = [event && "an event", asserted && "an interrupt", unmasked && "unmasked"].filter(Boolean).join(", ");
    it(`${hint}, ${when === "" ? "nothing there" : when}: ${isWaiting ? "waits" : "goes on"}`, () => {
      expect(waits(hint, event, { asserted, unmasked })).to.deep.equal({ waits: isWaiting, event: then });
    });
  }
});
