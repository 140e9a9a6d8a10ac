// Arm ARM, "Using break-before-make when updating translation table entries" and "TLB maintenance instructions and
// ordering": which orders of steps are safe, and what the others risk.

import { expect } from "chai";
import { whatGoesWrong } from "../../../../src/course/exercises/04-mmu/break-before-make/simulate";
import type { ChangeStep, EntryInUse } from "../../../../src/course/exercises/04-mmu/questions";
import type { LeafDescriptor } from "../../../../src/machine/mmu/descriptor";

const OLD: LeafDescriptor = { kind: "page", address: 0x4101_0000, AttrIndx: 0, AP: 1, UXN: false, PXN: false, SH: 3, AF: true, nG: true };
const READ_ONLY: LeafDescriptor = { ...OLD, AP: 3 };
const MOVED: LeafDescriptor = { ...OLD, address: 0x4102_0000 };
const INVALID = { kind: "invalid" } as const;

const HERE: EntryInUse = { level: 3, page: 0x400, asid: 7, isShared: false };
const SHARED: EntryInUse = { ...HERE, isShared: true };

const VAE1: ChangeStep = { TLBI: { kind: "VA", page: 0x400, asid: 7 }, broadcast: false };
const VAE1IS: ChangeStep = { ...VAE1, broadcast: true };
const VAAE1: ChangeStep = { TLBI: { kind: "VA in all ASIDs", page: 0x400 }, broadcast: false };
const VMALLE1: ChangeStep = { TLBI: { kind: "all" }, broadcast: false };
const [BREAK, MAKE] = ["write invalid", "write wanted"] as const;

describe("Changing an entry that is in use", () => {
  const cases = [
    // now    wanted     use     steps                                                             what goes wrong
    [OLD,     MOVED,     HERE,   [BREAK, "DSB", VAE1, "DSB", MAKE, "DSB", "ISB"],                  undefined],
    [OLD,     MOVED,     SHARED, [BREAK, "DSB", VAE1IS, "DSB", MAKE, "DSB", "ISB"],                undefined],
    [OLD,     READ_ONLY, HERE,   [MAKE, "DSB", VAE1, "DSB", "ISB"],                                undefined],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", VAE1, "DSB", "ISB"],                                undefined],
    [INVALID, OLD,       SHARED, [MAKE, "DSB", "ISB"],                                             undefined],
    [OLD,     OLD,       HERE,   [],                                                               undefined],
    [OLD,     MOVED,     HERE,   [MAKE, "DSB", VAE1, "DSB", "ISB"],                                "at step 1, the TLB of this CPU may find both"],
    [OLD,     MOVED,     HERE,   [BREAK, "DSB", MAKE, "DSB", VAE1, "DSB", "ISB"],                  "at step 3, the TLB of this CPU may find both"],
    [OLD,     MOVED,     HERE,   [BREAK, "DSB", VAE1, MAKE, "DSB", "ISB"],                         "at step 4, the TLB of this CPU may find both"],
    [OLD,     MOVED,     HERE,   [BREAK, VAE1, "DSB", MAKE, "DSB", "ISB"],                         "at step 4, the TLB of this CPU may find both"],
    [OLD,     MOVED,     SHARED, [BREAK, "DSB", VAE1, "DSB", MAKE, "DSB", "ISB"],                  "at step 5, the TLB of another CPU may find both"],
    [OLD,     MOVED,     HERE,   [BREAK, "DSB", VAE1, "DSB"],                                      "the table does not hold what is wanted"],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", "ISB"],                                             "the TLB of this CPU may still hold the old entry"],
    [OLD,     INVALID,   HERE,   [MAKE, VAE1, "DSB", "ISB"],                                       "the TLB of this CPU may still hold the old entry"],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", VAE1, "ISB"],                                       "a TLBI may not have been carried out"],
    [OLD,     INVALID,   SHARED, [MAKE, "DSB", VAE1, "DSB", "ISB"],                                "the TLB of another CPU may still hold the old entry"],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", VAE1, "DSB"],                                       "fetched by the old map"],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", VMALLE1, "DSB", "ISB"],                             "the TLB loses another page of this address space"],
    [OLD,     INVALID,   HERE,   [MAKE, "DSB", VAAE1, "DSB", "ISB"],                               "the TLB loses the same page of another address space"],
    [INVALID, OLD,       HERE,   [MAKE, "ISB"],                                                    "a walk may still read what was there before"],
  ] as const;
  for (const [now, wanted, use, steps, wrong] of cases) {
    const title = steps.map((step) => (typeof step === "string" ? step : `TLBI ${step.TLBI.kind}${step.broadcast ? " everywhere" : ""}`)).join("; ");
    it(`${title === "" ? "nothing" : title}: ${wrong ?? "nothing goes wrong"}`, () => {
      const said = whatGoesWrong(now, wanted, use, steps);
      if (wrong === undefined) expect(said).to.equal(undefined);
      else expect(said).to.include(wrong);
    });
  }

  it("removes a global entry whatever the ASID", () => {
    const now = { ...OLD, nG: false };
    const otherAsid: ChangeStep = { TLBI: { kind: "VA", page: 0x400, asid: 9 }, broadcast: false };
    for (const TLBI of [VAAE1, VAE1, otherAsid]) expect(whatGoesWrong(now, INVALID, HERE, [MAKE, "DSB", TLBI, "DSB", "ISB"])).to.equal(undefined);
  });
});
