// Our processor in the place of QEMU's, on as much of the board as the harness uses: RAM, the PL011's data register,
// PSCI, and of the GICv2 what raises one software-generated interrupt.

import { bug } from "../../../src/base/bug";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { createMemory } from "../../../src/machine/cpu/layout";
import { type Bus, PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { type InterruptLines, interruptStatus } from "../../../src/machine/exceptions/interrupts";
import { createProcessor, type Processor, type ProcessorParts } from "../../../src/machine/exceptions/processor";
import { IMAGE, RAM, RAM_SIZE, UART } from "./place";

const SYSTEM_OFF = 0x8400_0008n;

/** The distributor's and the CPU interface's registers that harness.s writes (Arm IHI 0048). */
const GICD_IGROUPR0 = 0x0800_0080;
const GICD_SGIR = 0x0800_0f00;
const GICD_CPENDSGIR0 = 0x0800_0f10;
const GIC_END = 0x0802_0000;
const SGI_1 = 0b10n;

export class OurBoard {
  readonly physical: PhysicalMemory;
  readonly processor: Processor;
  readonly #printed: number[] = [];
  #isOff = false;
  #group = 0n;
  #isPending = false;

  /** Parts that are not given are ours. `engine`: chapter 11's. */
  constructor(parts: ProcessorParts = {}, engine?: MachineEngine) {
    const bus: Bus = {
      read: (address) => (isGic(address) ? 0n : undefined),
      write: (address, _bytes, value) => this.#write(address, value),
    };
    const physical = new PhysicalMemory(createMemory(RAM_SIZE, engine?.bytesFor(1)), RAM, RAM_SIZE, bus);
    this.physical = physical;
    const code = new CodeCache(physical);
    this.processor = createProcessor({
      physical, code, parts, lines: () => this.#lines(), conduit: () => this.#answer(),
      ...(engine && { engine: engine.install({ physical, code, cpus: 1 })(0) }),
    });
  }

  load(at: number, bytes: Uint8Array): void {
    this.physical.write(at, bytes);
  }

  /** Enters the harness, and runs until it is done, or writes nothing for `patience` instructions. What it has written. */
  run(patience: number): Uint8Array {
    const { cpu } = this.processor;
    cpu.pc = BigInt(IMAGE);
    for (let before = -1; !this.#isOff && this.#printed.length > before;) {
      before = this.#printed.length;
      const stop = cpu.run(patience);
      if (stop.kind === "exception" || stop.kind === "halted") bug(`our machine stopped: ${stop.kind}`);
    }
    return Uint8Array.from(this.#printed);
  }

  #write(address: number, value: bigint): boolean {
    if (address === UART) this.#printed.push(Number(value & 0xffn));
    else if (address === GICD_IGROUPR0) this.#group = (value & SGI_1) === 0n ? 0n : 1n;
    else if (address === GICD_SGIR) this.#isPending = true;
    else if (address === GICD_CPENDSGIR0) this.#isPending = false;
    else if (!isGic(address)) return false;
    this.processor.system.store("ISR_EL1", BigInt(interruptStatus(this.#lines())));
    return true;
  }

  /** Group 0 is signalled as FIQ, group 1 as IRQ. */
  #lines(): InterruptLines {
    return { IRQ: this.#isPending && this.#group === 1n, FIQ: this.#isPending && this.#group === 0n, SError: false };
  }

  #answer(): boolean {
    const { cpu } = this.processor;
    if (cpu.state.x[0] !== SYSTEM_OFF) return false;
    this.#isOff = true;
    cpu.executor.waitsFor = "WFI";
    return true;
  }
}

const isGic = (address: number): boolean => address >= 0x0800_0000 && address < GIC_END;
