// A GICv2 by its manual (Arm IHI 0048B), above all where QEMU departs from it (test/oracle/devices/gic/errata.ts); the
// rest is compared with QEMU's.

import { expect } from "chai";
import { GICC } from "../../../../src/formats/devices/gic-cpu-interface";
import { GICD } from "../../../../src/formats/devices/gic-distributor";
import { GicV2 } from "../../../../src/machine/devices/gic/v2/gic-v2";

type Name = keyof typeof GICD | keyof typeof GICC;

function bench(cpus = 2) {
  let cpu = 0;
  const gic = new GicV2({ cpus, current: () => cpu });
  const [distributor, cpuInterface] = gic.mappings.map(({ device }) => device);
  const place = (name: Name, index: number) => {
    const row = name in GICD ? GICD[name as keyof typeof GICD] : GICC[name as keyof typeof GICC];
    const width = "width" in row ? row.width : 4;
    return { device: name in GICD ? distributor! : cpuInterface!, offset: row.offset + width * index, width };
  };
  const get = (name: Name, index = 0): number => {
    const { device, offset, width } = place(name, index);
    return Number(device.read(offset, width));
  };
  const set = (name: Name, value: number, index = 0): void => {
    const { device, offset, width } = place(name, index);
    device.write(offset, width, BigInt(value >>> 0));
  };
  const asCpu = (n: number): void => { cpu = n; };
  /** Everything enabled and forwarded; SPIs are for both CPUs. */
  const open = (): void => {
    set("GICD_CTLR", 3);
    for (let w = 0; w < 9; w++) set("GICD_ISENABLER", 0xffff_ffff, w);
    for (let id = 32; id < 288; id++) set("GICD_ITARGETSR", 3, id);
    for (const n of cpus === 1 ? [0] : [1, 0]) {
      asCpu(n);
      set("GICD_ISENABLER", 0xffff_ffff);
      set("GICC_CTLR", 3);
      set("GICC_PMR", 0xff);
    }
  };
  return { gic, get, set, asCpu, open, pins: (n: number) => gic.pins(n) };
}

describe("GICv2", () => {
  it("signals a device's line, hands its number over, and lets it come again", () => {
    const { gic, get, set, open, pins } = bench(1);
    open();
    const line = gic.line(1);
    line(true);
    expect([pins(0).IRQ, get("GICC_HPPIR")]).to.deep.equal([true, 33]);
    expect(get("GICC_IAR")).to.equal(33);
    expect([pins(0).IRQ, get("GICC_IAR"), get("GICC_RPR")]).to.deep.equal([false, 1023, 0]);
    set("GICC_EOIR", 33);
    expect([pins(0).IRQ, get("GICC_RPR")]).to.deep.equal([true, 0xff]); // The line is still high.
    line(false);
    expect([pins(0).IRQ, get("GICC_IAR")]).to.deep.equal([false, 1023]);
  });

  it("1-N: of two CPUs that are its targets, the first one takes an SPI", () => {
    const { gic, get, asCpu, open, pins } = bench();
    open();
    gic.line(1)(true);
    expect([pins(0).IRQ, pins(1).IRQ]).to.deep.equal([true, true]);
    asCpu(1);
    expect(get("GICC_IAR")).to.equal(33);
    expect([pins(0).IRQ, pins(1).IRQ]).to.deep.equal([false, false]);
    asCpu(0);
    expect([get("GICC_IAR"), get("GICD_ISACTIVER", 1)]).to.deep.equal([1023, 2]);
  });

  it("gives a latched SPI to its new targets", () => {
    const { set, open, pins } = bench();
    open();
    set("GICD_ITARGETSR", 1, 33);
    set("GICD_ISPENDR", 2, 1);
    expect([pins(0).IRQ, pins(1).IRQ]).to.deep.equal([true, false]);
    set("GICD_ITARGETSR", 2, 33);
    expect([pins(0).IRQ, pins(1).IRQ]).to.deep.equal([false, true]);
  });

  it("keeps PPIs apart: pending, clearing and configuration are each CPU's own", () => {
    const { get, set, asCpu, open, pins } = bench();
    open();
    asCpu(1);
    set("GICD_ISPENDR", 1 << 27);
    set("GICD_ICFGR", 0xffff_ffff, 1);
    expect([pins(0).IRQ, pins(1).IRQ]).to.deep.equal([false, true]);
    asCpu(0);
    set("GICD_ICPENDR", 1 << 27);
    expect([get("GICD_ISPENDR"), get("GICD_ICFGR", 1), pins(1).IRQ]).to.deep.equal([0, 0, true]);
  });

  it("an SGI comes once from each CPU that sent it, and says which", () => {
    const { get, set, asCpu, open } = bench();
    open();
    for (const cpu of [1, 0, 1]) {
      asCpu(cpu);
      set("GICD_SGIR", 0x1_0003); // To CPU 0.
    }
    asCpu(0);
    const [first, second] = [0, 1].map(() => {
      const name = get("GICC_IAR");
      set("GICC_EOIR", name);
      return name;
    });
    expect([first, second, get("GICC_IAR")]).to.deep.equal([3, 3 | 1 << 10, 1023]);
  });

  it("the sender stands in GICC_HPPIR too", () => {
    const { get, set, asCpu, open } = bench();
    open();
    asCpu(1);
    set("GICD_SGIR", 0x1_0003);
    asCpu(0);
    expect(get("GICC_HPPIR")).to.equal(3 | 1 << 10);
  });

  it("writing 0 to GICD_SPENDSGIR sets nothing pending", () => {
    const { get, set, open } = bench();
    open();
    set("GICD_SPENDSGIR", 0, 5);
    expect([get("GICC_IAR"), get("GICD_ISPENDR")]).to.deep.equal([1023, 0]);
  });

  it("does not acknowledge what it does not signal: a group that is off", () => {
    const { gic, get, set, open, pins } = bench(1);
    open();
    set("GICC_CTLR", 2); // Group 1 alone.
    gic.line(1)(true);
    expect([pins(0).IRQ, get("GICC_IAR"), get("GICD_ISACTIVER", 1)]).to.deep.equal([false, 1023, 0]);
  });

  it("shows group 1 by its own door, or through AckCtl", () => {
    const { gic, get, set, open } = bench(1);
    open();
    set("GICD_IGROUPR", 2, 1);
    gic.line(1)(true);
    expect([get("GICC_IAR"), get("GICC_HPPIR"), get("GICC_AHPPIR")]).to.deep.equal([1022, 1022, 33]);
    expect(get("GICC_AIAR")).to.equal(33);
    expect(get("GICC_NSAPR")).to.equal(1);
    set("GICC_AEOIR", 33);
    set("GICC_CTLR", 7);
    expect(get("GICC_IAR")).to.equal(33);
  });

  it("sends group 0 as FIQ when FIQEn says so", () => {
    const { gic, set, open, pins } = bench(1);
    open();
    set("GICC_CTLR", 0xb);
    gic.line(1)(true);
    expect([pins(0).IRQ, pins(0).FIQ]).to.deep.equal([false, true]);
  });

  it("nests: what is more urgent preempts, what is not waits", () => {
    const { gic, get, set, open } = bench(1);
    open();
    for (const [id, priority] of [[33, 0x80], [34, 0x40], [35, 0x80]] as const) set("GICD_IPRIORITYR", priority, id);
    const taken: number[] = [];
    const take = (): void => { taken.push(get("GICC_IAR")); };
    gic.line(1)(true);
    take();
    gic.line(3)(true);
    take(); // 35, of the same priority, waits.
    gic.line(2)(true);
    take();
    expect([taken, get("GICC_RPR")]).to.deep.equal([[33, 1023, 34], 0x40]);
    set("GICC_EOIR", 34);
    expect(get("GICC_RPR")).to.equal(0x80);
  });

  it("with EOImode, EOIR drops the priority and DIR deactivates", () => {
    const { gic, get, set, open, pins } = bench(1);
    open();
    set("GICC_CTLR", 0x203);
    gic.line(1)(true);
    get("GICC_IAR");
    set("GICC_EOIR", 33);
    expect([get("GICC_RPR"), get("GICD_ISACTIVER", 1), pins(0).IRQ]).to.deep.equal([0xff, 2, false]);
    set("GICC_DIR", 33);
    expect([get("GICD_ISACTIVER", 1), pins(0).IRQ]).to.deep.equal([0, true]);
  });

  it("ITARGETSR of a private interrupt is the CPU that reads it; one CPU alone reads 0", () => {
    const two = bench();
    two.asCpu(1);
    expect([two.get("GICD_ITARGETSR", 27), bench(1).get("GICD_ITARGETSR", 27)]).to.deep.equal([2, 0]);
  });

  it("goes on from a saved state as it would have, and lines stay as they are through a reset", () => {
    const { gic, get, set, open, pins } = bench(1);
    open();
    gic.line(1)(true);
    get("GICC_IAR");
    const state = structuredClone(gic.save());
    set("GICC_EOIR", 33);
    gic.line(1)(false);
    gic.restore(state);
    expect([get("GICC_RPR"), pins(0).IRQ, get("GICD_ISPENDR", 1)]).to.deep.equal([0, false, 2]);
    expect(gic.save()).to.deep.equal(state);
    gic.reset();
    expect([get("GICC_RPR"), get("GICD_ISACTIVER", 1), get("GICD_ISPENDR", 1)]).to.deep.equal([0xff, 0, 2]);
  });
});
