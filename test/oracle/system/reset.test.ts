// Behind a cold reset: what every register that EL1 can read holds, on QEMU's Neoverse N1 and on ours. What the two
// claim to be differs by design, and a few bits are one thing without AArch32 and another with it.

import { expect } from "chai";
import { qemuVersion } from "./qemu";
import { readable, resetByQemu, resetByUs, resetImage } from "./reset";

/** Who they are, and what they claim (CTR_EL0, PMCEID: a machine without caches and event counters). */
const IDENTITY = /^(MIDR_EL1|ID_|MVFR|CTR_EL0|CLIDR_EL1|CCSIDR_EL1|PMCEID)/;

/** Bits that are not compared, and why. */
const BITS: Readonly<Record<string, readonly [mask: bigint, why: string]>> = {
  SCTLR_EL1: [0x10_01a0n, "SED, ITD and CP15BEN are RES1, RES1 and RES0 without AArch32; TSCXT is RES1 without CSV2_2"],
  PAR_EL1:   [0x800n,     "bit 11 is RES1; QEMU writes it with an answer"],
  PMCR_EL0:  [0xffff_f840n, "IMP, IDCODE and N say who it is; LC is RES1 without AArch32"],
  ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`DBGBCR${n}_EL1`, [0x1e0n, "BAS is RES1 without AArch32"]])),
};

/** QEMU has none of them. */
const ABSENT = [
  "DBGCLAIMSET_EL1", "DBGCLAIMCLR_EL1", "DBGAUTHSTATUS_EL1", "DBGPRCR_EL1", "OSECCR_EL1", "OSDTRRX_EL1", "OSDTRTX_EL1",
];

describe("A cold reset", function () {
  this.timeout(60_000);
  if (qemuVersion() === undefined) {
    it("cannot be compared with QEMU's, which is not on this machine: but not in CI", () =>
      expect(process.env["CI"]).to.equal(undefined));
    return;
  }
  const registers = readable();
  const image = resetImage(registers);
  const [ours, theirs] = [resetByUs(image), resetByQemu(image)];

  it("is asked of every register", () => {
    expect([ours.length, theirs.length]).to.deep.equal([registers.length, registers.length]);
    expect(registers.length).to.be.greaterThan(120);
  });

  it("finds all of them on ours, and all but a few on QEMU", () => {
    expect(ours.filter((value) => value === "-")).to.deep.equal([]);
    expect(registers.filter((_, i) => theirs[i] === "-").map(({ name }) => name)).to.deep.equal(ABSENT);
  });

  for (const [i, { name }] of registers.entries()) {
    if (IDENTITY.test(name) || (ABSENT as readonly string[]).includes(name)) continue;
    const [mask, why] = BITS[name] ?? [0n, ""];
    it(`leaves ${name} the same${why === "" ? "" : `, but: ${why}`}`, () => {
      const compared = (value: string | undefined): string => (BigInt(`0x${value}`) & ~mask).toString(16);
      expect(compared(ours[i])).to.equal(compared(theirs[i]));
    });
  }
});
