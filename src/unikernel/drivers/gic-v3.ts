// The driver of a GICv3 ("Arm Generic Interrupt Controller Architecture Specification, GIC
// architecture version 3 and 4", IHI 0069): a distributor for what is shared, a redistributor for
// what is a CPU's own, and a CPU interface of system registers.
//
// 1. Interrupts are routed by affinity, to the CPU that runs this; all are in group 1, which comes
//    as IRQ.
// 2. The distributor and the redistributors are behind RWP: a write that must be over before the
//    next one is waited for.
// 3. A redistributor sleeps until it is woken, and keeps its CPU's interrupts to itself: only the
//    one whose affinity is this CPU's is touched. LPIs stay off.

import { GICD_V3, GICR, REDISTRIBUTOR } from "../../formats/devices/gic-v3";
import {
  dataSynchronizationBarrier, instructionSynchronizationBarrier,
} from "../metal/machine";
import { load64 } from "../metal/memory";
import { readSystemRegister, writeSystemRegister } from "../metal/system-register";
import { plus } from "../metal/word";
import {
  bitOf, type InterruptController, isPrivate, LEAST_URGENT, PRIORITY, type Trigger, wordOffset,
} from "./interrupt-controller";
import { broken } from "../runtime/broken";
import { fillRegisters, readRegister, writeRegister } from "./registers";

/** GICD_TYPER.ITLinesNumber */
const LINES_NUMBER = 0x1f;
/** GICD_CTLR: EnableGrp0, EnableGrp1 and ARE, which mean the same in each Security state. */
const ENABLE = 0x13;
const ROUTED = 0x10;
/** GICD_CTLR.RWP, and GICR_CTLR's. */
const DISTRIBUTOR_BUSY = 0x8000_0000;
const REDISTRIBUTOR_BUSY = 1 << 3;
const PROCESSOR_SLEEP = 1 << 1;
const CHILDREN_ASLEEP = 1 << 2;
/** GICR_TYPER: Last, and VLPIS, with which a GICv4 has two frames more. */
const LAST_REDISTRIBUTOR = 1n << 4n;
const VIRTUAL_LPIS = 1n << 1n;
/** ICC_IAR1_EL1.INTID */
const INTERRUPT_ID = 0xff_ffffn;
const ALL = 0xffff_ffff;
const PRIORITIES = PRIORITY * 0x0101_0101;

/** Aff3, Aff2, Aff1, Aff0 of this CPU, as GICR_TYPER has them. */
function ownAffinity(): bigint {
  const mpidr = readSystemRegister("MPIDR_EL1");
  return BigInt.asUintN(64, (mpidr >> 8n & 0xff00_0000n) | (mpidr & 0xff_ffffn));
}

/** The redistributor of this CPU, among those that begin at `first`: 0n, if it has none. */
function ownRedistributor(first: bigint, affinity: bigint): bigint {
  let at = first;
  for (;;) {
    const type = load64(plus(at, BigInt(GICR.GICR_TYPER.offset)));
    if (type >> 32n === affinity) return at;
    if ((type & LAST_REDISTRIBUTOR) !== 0n) return 0n;
    const frames = (type & VIRTUAL_LPIS) === 0n ? REDISTRIBUTOR : 2 * REDISTRIBUTOR;
    at = plus(at, BigInt(frames));
  }
}

/** How often to look whether it is done: 5 ms at least, and it takes microseconds. */
const MOST_LOOKS = 1 << 16;

/** Returns when the bit is 0. What keeps it for ever is no GICv3, and a kernel cannot go on. */
function awaitClear(base: bigint, offset: number, bit: number): void {
  for (let i = 0; i < MOST_LOOKS; i++) if ((readRegister(base, offset) & bit) === 0) return;
  broken("the GICv3 is busy for ever");
}

export class GicV3 implements InterruptController {
  readonly #distributor: bigint;
  readonly #redistributors: bigint;
  /** This CPU's. */
  #redistributor = 0n;

  constructor(distributor: bigint, redistributors: bigint) {
    this.#distributor = distributor;
    this.#redistributors = redistributors;
  }

  /** @throws Error if this CPU has no redistributor. */
  start(): void {
    const affinity = ownAffinity();
    this.#redistributor = ownRedistributor(this.#redistributors, affinity);
    if (this.#redistributor === 0n) throw new Error("the GICv3 has no redistributor for this CPU");
    this.#startDistributor(affinity);
    this.#startRedistributor();
    writeSystemRegister("ICC_SRE_EL1", readSystemRegister("ICC_SRE_EL1") | 1n);
    instructionSynchronizationBarrier();
    writeSystemRegister("ICC_PMR_EL1", BigInt(LEAST_URGENT));
    writeSystemRegister("ICC_BPR1_EL1", 0n);
    writeSystemRegister("ICC_CTLR_EL1", 0n);
    writeSystemRegister("ICC_IGRPEN1_EL1", 1n);
    instructionSynchronizationBarrier();
  }

  #startDistributor(affinity: bigint): void {
    const distributor = this.#distributor;
    writeRegister(distributor, GICD_V3.GICD_CTLR.offset, 0);
    this.#awaitDistributor();
    const lines = readRegister(distributor, GICD_V3.GICD_TYPER.offset) & LINES_NUMBER;
    // With ARE, what is private has no part in the distributor: the first of each is left out.
    fillRegisters(distributor, GICD_V3.GICD_ICENABLER.offset + 4, lines, ALL);
    fillRegisters(distributor, GICD_V3.GICD_ICPENDR.offset + 4, lines, ALL);
    fillRegisters(distributor, GICD_V3.GICD_ICACTIVER.offset + 4, lines, ALL);
    fillRegisters(distributor, GICD_V3.GICD_IGROUPR.offset + 4, lines, ALL);
    fillRegisters(distributor, GICD_V3.GICD_IPRIORITYR.offset + 32, 8 * lines, PRIORITIES);
    writeRegister(distributor, GICD_V3.GICD_CTLR.offset, ROUTED);
    this.#awaitDistributor();
    for (let i = 0; i < 32 * lines; i++) {
      const offset = GICD_V3.GICD_IROUTER.offset + 8 * i;
      writeRegister(distributor, offset, Number(affinity & 0xff_ffffn));
      writeRegister(distributor, offset + 4, Number(affinity >> 24n));
    }
    writeRegister(distributor, GICD_V3.GICD_CTLR.offset, ENABLE);
    this.#awaitDistributor();
  }

  #startRedistributor(): void {
    const own = this.#redistributor;
    const waker = readRegister(own, GICR.GICR_WAKER.offset);
    writeRegister(own, GICR.GICR_WAKER.offset, waker & ~PROCESSOR_SLEEP);
    awaitClear(own, GICR.GICR_WAKER.offset, CHILDREN_ASLEEP);
    writeRegister(own, GICR.GICR_ICENABLER0.offset, ALL);
    this.#awaitRedistributor();
    writeRegister(own, GICR.GICR_ICPENDR0.offset, ALL);
    writeRegister(own, GICR.GICR_ICACTIVER0.offset, ALL);
    writeRegister(own, GICR.GICR_IGROUPR0.offset, ALL);
    fillRegisters(own, GICR.GICR_IPRIORITYR.offset, 8, PRIORITIES);
  }

  configure(id: number, trigger: Trigger): void {
    if (isPrivate(id)) return;
    // Two bits for each interrupt; the upper one says edge.
    const offset = GICD_V3.GICD_ICFGR.offset + 4 * (id >>> 4);
    const bit = 2 << (2 * (id & 15));
    const others = readRegister(this.#distributor, offset) & ~bit;
    writeRegister(this.#distributor, offset, trigger === "edge" ? others | bit : others);
  }

  /** @noalloc */
  enable(id: number): void {
    if (isPrivate(id)) {
      writeRegister(this.#redistributor, GICR.GICR_ISENABLER0.offset, bitOf(id));
    } else {
      const offset = GICD_V3.GICD_ISENABLER.offset + wordOffset(id);
      writeRegister(this.#distributor, offset, bitOf(id));
    }
  }

  /** Waits until it is so. @noalloc */
  disable(id: number): void {
    if (isPrivate(id)) {
      writeRegister(this.#redistributor, GICR.GICR_ICENABLER0.offset, bitOf(id));
      this.#awaitRedistributor();
    } else {
      const offset = GICD_V3.GICD_ICENABLER.offset + wordOffset(id);
      writeRegister(this.#distributor, offset, bitOf(id));
      this.#awaitDistributor();
    }
  }

  /** @noalloc */
  acknowledge(): number {
    const id = Number(readSystemRegister("ICC_IAR1_EL1") & INTERRUPT_ID);
    dataSynchronizationBarrier(); // The acknowledgement has been seen before the device is.
    return id;
  }

  /** @noalloc */
  complete(id: number): void {
    // What the handler did to the device has happened before its line may interrupt again.
    dataSynchronizationBarrier();
    writeSystemRegister("ICC_EOIR1_EL1", BigInt(id));
    instructionSynchronizationBarrier();
  }

  /** @noalloc */
  #awaitDistributor(): void {
    awaitClear(this.#distributor, GICD_V3.GICD_CTLR.offset, DISTRIBUTOR_BUSY);
  }

  /** @noalloc */
  #awaitRedistributor(): void {
    awaitClear(this.#redistributor, GICR.GICR_CTLR.offset, REDISTRIBUTOR_BUSY);
  }
}
