// The driver of a GICv2 ("Arm Generic Interrupt Controller Architecture Specification", IHI 0048B):
// a distributor, which knows of every interrupt, and a CPU interface, which says which one it is.
//
// 1. Which group an interrupt belongs to is left as it is: where there are Security Extensions that
//    is not ours to say, and where there are none all are in group 0, which comes as IRQ.
// 2. CPU 0 alone sends itself SGIs, so that the CPUID of GICC_IAR is 0, and the INTID is all that
//    GICC_EOIR has to be told.

import { GICC } from "../../formats/devices/gic-cpu-interface";
import { GICD } from "../../formats/devices/gic-distributor";
import { dataSynchronizationBarrier } from "../metal/machine";
import {
  bitOf, type InterruptController, isPrivate, LEAST_URGENT, PRIORITY, type Trigger, wordOffset,
} from "./interrupt-controller";
import { fillRegisters, readRegister, writeRegister } from "./registers";

/** GICD_TYPER.ITLinesNumber */
const LINES_NUMBER = 0x1f;
/** GICD_CTLR and GICC_CTLR: EnableGrp0. */
const ENABLE = 1;
const ALL = 0xffff_ffff;
/** GICC_IAR: Interrupt ID. */
const INTERRUPT_ID = 0x3ff;
const CPU_0 = 1;

/** A byte for each interrupt, four in a word. */
function fourTimes(byte: number): number {
  return byte * 0x0101_0101;
}

export class GicV2 implements InterruptController {
  readonly #distributor: bigint;
  readonly #interface: bigint;

  constructor(distributor: bigint, cpuInterface: bigint) {
    this.#distributor = distributor;
    this.#interface = cpuInterface;
  }

  start(): void {
    const distributor = this.#distributor;
    writeRegister(distributor, GICD.GICD_CTLR.offset, 0);
    const lines = readRegister(distributor, GICD.GICD_TYPER.offset) & LINES_NUMBER;
    const words = lines + 1;
    fillRegisters(distributor, GICD.GICD_ICENABLER.offset, words, ALL);
    fillRegisters(distributor, GICD.GICD_ICPENDR.offset, words, ALL);
    fillRegisters(distributor, GICD.GICD_ICACTIVER.offset, words, ALL);
    fillRegisters(distributor, GICD.GICD_IPRIORITYR.offset, 8 * words, fourTimes(PRIORITY));
    fillRegisters(distributor, GICD.GICD_ITARGETSR.offset + 32, 8 * lines, fourTimes(CPU_0));
    writeRegister(distributor, GICD.GICD_CTLR.offset, ENABLE);
    writeRegister(this.#interface, GICC.GICC_PMR.offset, LEAST_URGENT);
    writeRegister(this.#interface, GICC.GICC_BPR.offset, 0);
    writeRegister(this.#interface, GICC.GICC_CTLR.offset, ENABLE);
    dataSynchronizationBarrier();
  }

  configure(id: number, trigger: Trigger): void {
    if (isPrivate(id)) return;
    // Two bits for each interrupt; the upper one says edge.
    const offset = GICD.GICD_ICFGR.offset + 4 * (id >>> 4);
    const bit = 2 << (2 * (id & 15));
    const others = readRegister(this.#distributor, offset) & ~bit;
    writeRegister(this.#distributor, offset, trigger === "edge" ? others | bit : others);
  }

  /** @noalloc */
  enable(id: number): void {
    writeRegister(this.#distributor, GICD.GICD_ISENABLER.offset + wordOffset(id), bitOf(id));
  }

  /** @noalloc */
  disable(id: number): void {
    writeRegister(this.#distributor, GICD.GICD_ICENABLER.offset + wordOffset(id), bitOf(id));
  }

  /** @noalloc */
  acknowledge(): number {
    return readRegister(this.#interface, GICC.GICC_IAR.offset) & INTERRUPT_ID;
  }

  /** @noalloc */
  complete(id: number): void {
    // What the handler did to the device has happened before its line may interrupt again.
    dataSynchronizationBarrier();
    writeRegister(this.#interface, GICC.GICC_EOIR.offset, id);
  }
}
