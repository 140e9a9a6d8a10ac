// The cycle counter (Arm ARM, "The Performance Monitors Extension": "PMCR_EL0", "PMCCNTR_EL0", "PMCCFILTR_EL0",
// "Behavior on overflow").

import { expect } from "chai";
import { monitorsAsk } from "../../../../src/machine/sysregs/registers/cycle-counter";
import { Guest } from "../guest";

const E = 1n;
const RESET_C = 1n << 2n;
const C = 1n << 31n;
const NOT_AT_EL1 = 1n << 31n;
const NOT_AT_EL0 = 1n << 30n;

const counting = (): Guest => new Guest().msr("PMCNTENSET_EL0", C).msr("PMCR_EL0", E);

/** `guest` with `cycles` more behind it. */
function later(guest: Guest, cycles: bigint): Guest {
  guest.clock.cycles += cycles;
  return guest;
}

describe("The cycle counter", () => {
  it("stands still behind a reset", () => {
    expect(later(new Guest(), 100n).mrs("PMCCNTR_EL0")).to.equal(0n);
  });

  it("counts if PMCR_EL0.E and PMCNTENSET_EL0.C are set", () => {
    const guest = later(new Guest(), 50n).msr("PMCR_EL0", E);
    expect(later(guest, 7n).mrs("PMCCNTR_EL0")).to.equal(0n);
    guest.msr("PMCNTENSET_EL0", C);
    expect(later(guest, 7n).mrs("PMCCNTR_EL0")).to.equal(7n);
  });

  const stops = [
    ["PMCR_EL0",       0n],
    ["PMCNTENCLR_EL0", C],
    ["PMCCFILTR_EL0",  NOT_AT_EL1],
  ] as const;
  for (const [name, value] of stops) {
    it(`keeps its count when ${name} stops it`, () => {
      const guest = later(counting(), 10n).msr(name, value);
      expect(later(guest, 10n).mrs("PMCCNTR_EL0")).to.equal(10n);
    });
  }

  it("goes on where it stopped, and from what is written", () => {
    const guest = later(later(counting(), 10n).msr("PMCNTENCLR_EL0", C), 10n).msr("PMCNTENSET_EL0", C);
    expect(later(guest, 5n).mrs("PMCCNTR_EL0")).to.equal(15n);
    expect(later(guest.msr("PMCCNTR_EL0", 1000n), 5n).mrs("PMCCNTR_EL0")).to.equal(1005n);
  });

  it("is reset by PMCR_EL0.C, which reads as 0", () => {
    const guest = later(counting(), 10n).msr("PMCR_EL0", E | RESET_C);
    expect([later(guest, 3n).mrs("PMCCNTR_EL0"), guest.mrs("PMCR_EL0")]).to.deep.equal([3n, 0x41n]);
  });

  it("is not stopped by other counters' bits", () => {
    expect(later(counting().msr("PMCNTENCLR_EL0", 0x7fff_ffffn), 3n).mrs("PMCCNTR_EL0")).to.equal(3n);
  });

  const filters = [
    // PMCCFILTR_EL0            cycles counted of 10 at EL1, then 100 at EL0
    [0n,                        110n],
    [NOT_AT_EL0,                10n],
    [NOT_AT_EL1,                100n],
    [NOT_AT_EL0 | NOT_AT_EL1,   0n],
  ] as const;
  for (const [filter, cycles] of filters) {
    it(`counts ${cycles} if PMCCFILTR_EL0 is 0x${filter.toString(16)}`, () => {
      const guest = later(counting().msr("PMCCFILTR_EL0", filter), 10n);
      expect(later(guest.at("EL0"), 100n).at("EL1").mrs("PMCCNTR_EL0")).to.equal(cycles);
    });
  }

  it("has its filter at PMXEVTYPER_EL0 as well, if PMSELR_EL0 is 31, and nothing if it is not", () => {
    const guest = new Guest().msr("PMSELR_EL0", 31n).msr("PMXEVTYPER_EL0", NOT_AT_EL0);
    expect([guest.mrs("PMCCFILTR_EL0"), guest.mrs("PMXEVTYPER_EL0")]).to.deep.equal([NOT_AT_EL0, NOT_AT_EL0]);
    guest.msr("PMSELR_EL0", 0n).msr("PMXEVTYPER_EL0", NOT_AT_EL1);
    expect([guest.mrs("PMCCFILTR_EL0"), guest.mrs("PMXEVTYPER_EL0")]).to.deep.equal([NOT_AT_EL0, 0n]);
  });

  it("says when it has overflowed, once", () => {
    const guest = counting().msr("PMCCNTR_EL0", 0xffff_ffff_ffff_fff0n);
    const seen = [15n, 1n, 100n].map((cycles) => later(guest, cycles).mrs("PMOVSSET_EL0"));
    expect([...seen, guest.mrs("PMCCNTR_EL0")]).to.deep.equal([0n, C, C, 100n]);
    expect(later(guest.msr("PMOVSCLR_EL0", C), 5n).mrs("PMOVSCLR_EL0")).to.equal(0n);
    expect(guest.mrs("PMCCNTR_EL0")).to.equal(105n);
  });

  it("does not forget an overflow when something else is written", () => {
    const guest = later(counting().msr("PMCCNTR_EL0", 0xffff_ffff_ffff_ffffn), 1n).msr("PMCR_EL0", 0n);
    expect(later(guest, 9n).mrs("PMOVSSET_EL0")).to.equal(C);
  });

  it("asks for an interrupt if it has overflowed, PMINTENSET_EL1.C is set, and PMCR_EL0.E", () => {
    const guest = counting().msr("PMOVSSET_EL0", C);
    const asks = [monitorsAsk(guest.system)];
    asks.push(monitorsAsk(guest.msr("PMINTENSET_EL1", C).system));
    asks.push(monitorsAsk(guest.msr("PMCR_EL0", 0n).system));
    asks.push(monitorsAsk(guest.msr("PMCR_EL0", E).msr("PMINTENCLR_EL1", C).system));
    expect(asks).to.deep.equal([false, true, false, false]);
  });
});
