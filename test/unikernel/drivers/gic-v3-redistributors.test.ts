// The driver of a GICv3 with several redistributors, as on a board whose kernel does not start on the first CPU: it wakes its
// own, leaves the others asleep, and has shared interrupts sent to itself. Registers are memory here, at the offsets of
// IHI 0069, chapter 12; only GICR_WAKER does something.

import { expect } from "chai";
import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { GicV3 } from "../../../src/unikernel/drivers/gic-v3";
import { hostMetal } from "../../../src/unikernel/metal/hosted";

const GICD = 0x800_0000n;
const GICR = GICD + 0x1_0000n;
const FRAME = 0x1_0000n;
const GICD_TYPER = GICD + 0x4n;
const GICD_CTLR = GICD;
const GICD_ICFGR = GICD + 0xc00n;
const GICD_IROUTER = GICD + 0x6000n;
const TYPER = 0x8n;
const WAKER = 0x14n;
const ISENABLER0 = FRAME + 0x100n;
const LAST = 1n << 4n;
const VLPIS = 1n << 1n;

/** What the redistributors say of themselves: Aff3.Aff2.Aff1.Aff0, and whether they have the frames of a GICv4. */
const REDISTRIBUTORS = [
  // at                 affinity      GICR_TYPER
  [GICR,                0x0000_0000n, 0n],
  [GICR + 2n * FRAME,   0x0000_0001n, VLPIS],
  [GICR + 6n * FRAME,   0x0100_0203n, 0n],
  [GICR + 8n * FRAME,   0x0000_0100n, LAST],
] as const;

const ASLEEP = 6n;
const AWAKE = 0n;
/** How often GICR_WAKER is read before ChildrenAsleep is clear. */
const WAKING = 3;

class Registers extends SimulatedMetal {
  readonly #system = new Map<string, bigint>([["ICC_SRE_EL1", 0n]]);
  #left = WAKING;

  constructor(mpidr: bigint) {
    super(GICD, 0xc_0000, 0x10);
    this.#system.set("MPIDR_EL1", mpidr);
    super.store(GICD_TYPER, 4, 2n);
    // What is no redistributor's, but a GICv4's third frame.
    super.store(GICR + 4n * FRAME + TYPER, 8, LAST);
    for (const [at, affinity, type] of REDISTRIBUTORS) {
      super.store(at + TYPER, 8, (affinity << 32n) | type);
      super.store(at + WAKER, 4, ASLEEP);
    }
  }

  override load(address: bigint, bytes: 1 | 2 | 4 | 8): bigint {
    const value = super.load(address, bytes);
    const isWaking = REDISTRIBUTORS.some(([at]) => address === at + WAKER) && (value & 2n) === 0n && value !== AWAKE;
    if (isWaking && --this.#left === 0) super.store(address, 4, AWAKE);
    return value;
  }

  override readSystemRegister(name: string): bigint { return this.#system.get(name)!; }
  override writeSystemRegister(name: string, value: bigint): void { this.#system.set(name, value); }
}

/** Bit 31 of MPIDR_EL1 is one; Aff3 is in bits 39 to 32. */
const CPUS = [
  // MPIDR_EL1           its redistributor  GICD_IROUTER
  [0x00_8000_0000n,      0,                 0x00_0000_0000n],
  [0x00_8000_0001n,      1,                 0x00_0000_0001n],
  [0x01_8000_0203n,      2,                 0x01_0000_0203n],
  [0x00_8000_0100n,      3,                 0x00_0000_0100n],
] as const;

describe("the driver of a GICv3 with several redistributors", () => {
  afterEach(() => { hostMetal(undefined); });

  for (const [mpidr, own, router] of CPUS) {
    it(`MPIDR_EL1 0x${mpidr.toString(16)} has number ${own}`, () => {
      const registers = new Registers(mpidr);
      hostMetal(registers);
      const driver = new GicV3(GICD, GICR);
      driver.start();
      driver.enable(27);
      REDISTRIBUTORS.forEach(([at], i) => {
        expect(registers.load(at + WAKER, 4), `GICR_WAKER of ${i}`).to.equal(i === own ? AWAKE : ASLEEP);
        expect(registers.load(at + ISENABLER0, 4), `GICR_ISENABLER0 of ${i}`).to.equal(i === own ? 1n << 27n : 0n);
      });
      expect(registers.load(GICD_IROUTER + 8n * 32n, 8)).to.equal(router);
      expect(registers.load(GICD_IROUTER + 8n * 95n, 8)).to.equal(router);
      // ARE, EnableGrp1 and EnableGrp0; what is less urgent than 0xf0 is masked; no bit of a priority preempts.
      expect(registers.load(GICD_CTLR, 4)).to.equal(0x13n);
      expect(["ICC_SRE_EL1", "ICC_PMR_EL1", "ICC_BPR1_EL1", "ICC_CTLR_EL1", "ICC_IGRPEN1_EL1"].map((name) => registers.readSystemRegister(name)))
        .to.deep.equal([1n, 0xf0n, 0n, 0n, 1n]);
    });
  }

  it("a CPU that has none is told", () => {
    hostMetal(new Registers(0x8000_0007n));
    expect(() => { new GicV3(GICD, GICR).start(); }).to.throw("no redistributor for this CPU");
  });

  it("edge and level: two bits of GICD_ICFGR, the upper one says edge", () => {
    const registers = new Registers(0x8000_0000n);
    hostMetal(registers);
    const driver = new GicV3(GICD, GICR);
    driver.configure(33, "edge");
    driver.configure(47, "edge");
    driver.configure(34, "level");
    expect(registers.load(GICD_ICFGR + 8n, 4)).to.equal(0x8000_0008n);
    driver.configure(33, "level");
    expect(registers.load(GICD_ICFGR + 8n, 4)).to.equal(0x8000_0000n);
  });
});
