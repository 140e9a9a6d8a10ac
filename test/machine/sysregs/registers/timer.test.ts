// The generic timer (Arm ARM, "Operation of the CompareValue views of the timers", "Operation of the TimerValue views
// of the timers", "CNTP_CTL_EL0").

import { expect } from "chai";
import { timerAsks } from "../../../../src/machine/sysregs/registers/timer";
import { Guest } from "../guest";

function guestAt(count: bigint): Guest {
  const guest = new Guest();
  guest.clock.count = count;
  return guest;
}

describe("The generic timer", () => {
  it("counts alike for physical and virtual time", () => {
    const guest = guestAt(0x1234n);
    expect([guest.mrs("CNTPCT_EL0"), guest.mrs("CNTVCT_EL0")]).to.deep.equal([0x1234n, 0x1234n]);
  });

  for (const timer of ["CNTP", "CNTV"] as const) {
    const cases = [
      // count                     CVAL                       CTL written  CTL read  asks
      [99n,                        100n,                      1n,          0b001n,   false],
      [100n,                       100n,                      1n,          0b101n,   true],
      [101n,                       100n,                      1n,          0b101n,   true],
      [101n,                       100n,                      3n,          0b111n,   false], // IMASK
      [101n,                       100n,                      0n,          0b000n,   false],
      [101n,                       100n,                      4n,          0b000n,   false], // ISTATUS is read-only.
      [0x8000_0000_0000_0000n,     0x7fff_ffff_ffff_ffffn,    1n,          0b101n,   true],  // Unsigned.
      [0n,                         0xffff_ffff_ffff_ffffn,    1n,          0b001n,   false],
    ] as const;
    for (const [count, cval, written, read, asks] of cases) {
      it(`${timer}_CTL_EL0 = ${written}, CVAL = ${cval} at ${count}: reads ${read}`, () => {
        const guest = guestAt(count).msr(`${timer}_CVAL_EL0`, cval).msr(`${timer}_CTL_EL0`, written);
        expect([guest.mrs(`${timer}_CTL_EL0`), timerAsks(guest.system, timer)]).to.deep.equal([read, asks]);
      });
    }

    const distances = [
      // count              TVAL written       CVAL
      [1000n,               5n,                1005n],
      [1000n,               0xffff_ffffn,      999n],                       // -1
      [1000n,               0x7fff_ffffn,      0x8000_03e7n],
      [0n,                  0x8000_0000n,      0xffff_ffff_8000_0000n],     // Below zero, modulo 2^64
      [1000n,               0x1_0000_0005n,    1005n],                      // 32 bits of it
    ] as const;
    for (const [count, tval, cval] of distances) {
      it(`${timer}_TVAL_EL0 = ${tval} at ${count} is CVAL = ${cval}`, () => {
        const guest = guestAt(count).msr(`${timer}_TVAL_EL0`, tval);
        expect([guest.mrs(`${timer}_CVAL_EL0`), guest.mrs(`${timer}_TVAL_EL0`)]).to.deep.equal([cval, tval & 0xffff_ffffn]);
      });
    }

    it(`${timer}_TVAL_EL0 counts down, beyond zero`, () => {
      const guest = guestAt(0n).msr(`${timer}_TVAL_EL0`, 3n);
      const values = [0n, 2n, 3n, 4n].map((count) => {
        guest.clock.count = count;
        return guest.mrs(`${timer}_TVAL_EL0`);
      });
      expect(values).to.deep.equal([3n, 1n, 0n, 0xffff_ffffn]);
    });
  }

  it("has two timers that do not know of each other", () => {
    const guest = guestAt(10n).msr("CNTP_CVAL_EL0", 5n).msr("CNTV_CVAL_EL0", 15n).msr("CNTP_CTL_EL0", 1n).msr("CNTV_CTL_EL0", 1n);
    expect([guest.mrs("CNTP_CTL_EL0"), guest.mrs("CNTV_CTL_EL0")]).to.deep.equal([5n, 1n]);
  });

  it("tells whoever waits for it that it was written", () => {
    const guest = new Guest();
    const told: string[] = [];
    guest.system.onWrite((dependant) => told.push(dependant));
    guest.msr("CNTV_CVAL_EL0", 1n).msr("CNTV_TVAL_EL0", 1n).msr("CNTV_CTL_EL0", 1n).msr("CNTKCTL_EL1", 1n);
    expect(told).to.deep.equal(["timer", "timer", "timer", "timer"]);
  });
});
