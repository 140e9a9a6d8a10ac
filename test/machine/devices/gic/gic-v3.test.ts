// A GICv3 by its manual (Arm IHI 0069), above all where QEMU departs from it (test/oracle/devices/gic/errata.ts); the
// rest is compared with QEMU's.

import { expect } from "chai";
import { GICD_V3, GICR } from "../../../../src/formats/devices/gic-v3";
import { GicV3 } from "../../../../src/machine/devices/gic/v3/gic-v3";
import type { InterfaceRegister } from "../../../../src/machine/sysregs/interrupt-interface";

function bench(cpus = 2) {
  const gic = new GicV3({ cpus });
  const [distributor, ...redistributors] = gic.mappings.map(({ device }) => device);
  const gicd = (name: keyof typeof GICD_V3, value: number, index = 0): void => {
    const row = GICD_V3[name];
    const width = "width" in row ? row.width : 4;
    distributor!.write(row.offset + width * index, width, BigInt(value >>> 0));
  };
  const gicr = (cpu: number, name: keyof typeof GICR, value: number): void => {
    redistributors[cpu]!.write(GICR[name].offset, 4, BigInt(value >>> 0));
  };
  const mrs = (cpu: number, name: InterfaceRegister): number => Number(gic.interruptInterface(cpu).readRegister(name));
  const msr = (cpu: number, name: InterfaceRegister, value: number | bigint): void => {
    gic.interruptInterface(cpu).writeRegister(name, BigInt(value));
  };
  /** Everything in group 1, awake, enabled and forwarded. */
  const open = (): void => {
    gicd("GICD_CTLR", 2);
    for (let w = 1; w < 9; w++) {
      gicd("GICD_IGROUPR", 0xffff_ffff, w);
      gicd("GICD_ISENABLER", 0xffff_ffff, w);
    }
    for (let cpu = 0; cpu < cpus; cpu++) {
      gicr(cpu, "GICR_WAKER", 0);
      gicr(cpu, "GICR_IGROUPR0", 0xffff_ffff);
      gicr(cpu, "GICR_ISENABLER0", 0xffff_ffff);
      msr(cpu, "ICC_PMR_EL1", 0xff);
      msr(cpu, "ICC_IGRPEN1_EL1", 1);
    }
  };
  return { gic, gicd, gicr, mrs, msr, open, pins: (n: number) => gic.pins(n), redistributors };
}

describe("GICv3", () => {
  it("signals a device's line to the CPU it is routed to, and to no other", () => {
    const { gic, gicd, mrs, msr, open, pins } = bench();
    open();
    gicd("GICD_IROUTER", 1, 2); // SPI 1.
    gic.line(1)(true);
    expect([pins(0).IRQ, pins(1).IRQ, mrs(0, "ICC_IAR1_EL1")]).to.deep.equal([false, true, 1023]);
    expect(mrs(1, "ICC_IAR1_EL1")).to.equal(33);
    expect([pins(1).IRQ, mrs(1, "ICC_RPR_EL1")]).to.deep.equal([false, 0]);
    msr(1, "ICC_EOIR1_EL1", 33);
    expect(pins(1).IRQ).to.equal(true);
  });

  it("lets a redistributor sleep: nothing comes until it is woken", () => {
    const { gic, gicr, open, pins } = bench(1);
    open();
    gicr(0, "GICR_WAKER", 2);
    gic.privateLine(0, 27)(true);
    expect(pins(0).IRQ).to.equal(false);
    gicr(0, "GICR_WAKER", 0);
    expect(pins(0).IRQ).to.equal(true);
  });

  it("looks again at what is pending when a level becomes an edge", () => {
    const { gic, gicd, open, pins } = bench(1);
    open();
    gic.line(1)(true);
    gicd("GICD_ICFGR", 0xffff_ffff, 2);
    expect(pins(0).IRQ).to.equal(false);
  });

  it("sends SGIs by affinity, of the group that the register is for", () => {
    const { gicr, mrs, msr, open, pins } = bench();
    open();
    msr(0, "ICC_SGI1R_EL1", 5n << 24n | 0b10n);
    expect([pins(0).IRQ, pins(1).IRQ, mrs(1, "ICC_IAR1_EL1")]).to.deep.equal([false, true, 5]);
    msr(1, "ICC_EOIR1_EL1", 5);
    gicr(1, "GICR_IGROUPR0", 0xffff_ffff & ~(1 << 5));
    msr(0, "ICC_SGI1R_EL1", 5n << 24n | 0b10n);
    expect(mrs(1, "ICC_HPPIR0_EL1")).to.equal(1023);
  });

  it("group 0 is FIQ, and has registers of its own", () => {
    const { gic, gicd, mrs, msr, open, pins } = bench(1);
    open();
    gicd("GICD_CTLR", 3);
    gicd("GICD_IGROUPR", 0, 1);
    msr(0, "ICC_IGRPEN0_EL1", 1);
    gic.line(1)(true);
    expect([pins(0).IRQ, pins(0).FIQ, mrs(0, "ICC_IAR1_EL1"), mrs(0, "ICC_IAR0_EL1")]).to.deep.equal([false, true, 1023, 33]);
  });

  it("a binary point below the least is the least, and has three bits, whatever is written", () => {
    const { mrs, msr } = bench(1);
    for (const value of [0, 8, 0xffff_fff8]) {
      msr(0, "ICC_BPR0_EL1", value);
      msr(0, "ICC_BPR1_EL1", value);
      expect([mrs(0, "ICC_BPR0_EL1"), mrs(0, "ICC_BPR1_EL1")]).to.deep.equal([2, 3]);
    }
  });

  it("the last redistributor says so", () => {
    const { redistributors } = bench(3);
    expect(redistributors.map((each) => each.read(GICR.GICR_TYPER.offset, 8))).to.deep.equal([0n, 1n << 32n | 0x100n, 2n << 32n | 0x210n]);
  });

  it("goes on from a saved state as it would have", () => {
    const { gic, mrs, msr, open, pins } = bench(1);
    open();
    gic.line(1)(true);
    mrs(0, "ICC_IAR1_EL1");
    const state = structuredClone(gic.save());
    msr(0, "ICC_EOIR1_EL1", 33);
    gic.line(1)(false);
    gic.restore(state);
    expect([mrs(0, "ICC_RPR_EL1"), mrs(0, "ICC_AP1R0_EL1"), pins(0).IRQ]).to.deep.equal([0, 1, false]);
    expect(gic.save()).to.deep.equal(state);
  });
});
