// The smallest computer that can say something: a processor, RAM, the data register of a PL011, and
// firmware that switches it off (PSCI). They are where QEMU's `virt` board has them, so that the
// same image runs on both. Chapter 6 puts the other devices on it.

import type { PhysAddr } from "../../base/word";
import type { Stop } from "../cpu/cpu";
import { createMemory } from "../cpu/layout";
import { type Bus, PhysicalMemory } from "../cpu/physical-memory";
import type { Decoder } from "../decoder/decoder";
import type { Stateful } from "../cpu/stepping/machine";
import { createProcessor, type Processor, type ProcessorParts } from "../exceptions/processor";

/** Where RAM begins, and an image in it (QEMU's -kernel puts flat binaries there). */
export const RAM_BASE = 0x4000_0000;
export const IMAGE_BASE = RAM_BASE + 0x8_0000;

/** The PL011's registers that a program needs to print (Arm DDI 0183). */
const PL011 = 0x0900_0000;
const UARTDR = PL011;
const UARTFR = PL011 + 0x018;
/** Transmit FIFO empty, receive FIFO empty. */
const TXFE_RXFE = 0x90n;

/** PSCI's functions, by their number in X0 (Arm DEN 0022). */
const PSCI_VERSION = 0x8400_0000n;
const SYSTEM_OFF = 0x8400_0008n;
const VERSION_1_1 = 0x1_0001n;
/** -1 */
const NOT_SUPPORTED = 0xffff_ffff_ffff_ffffn;

export interface FirstBoardOptions {
  readonly ramBytes?: number;
  readonly parts?: ProcessorParts;
  readonly decoder?: Decoder;
  /** Hears each byte that the program prints. */
  readonly print: (byte: number) => void;
}

export class FirstBoard implements Stateful<boolean> {
  readonly physical: PhysicalMemory;
  readonly processor: Processor;
  #isOff = false;

  constructor({ ramBytes = 1024 * 1024, parts, decoder, print }: FirstBoardOptions) {
    const bus: Bus = {
      read: (address) => (address === UARTFR ? TXFE_RXFE : undefined),
      write(address, _bytes, value) {
        if (address === UARTDR) print(Number(value & 0xffn));
        return address === UARTDR;
      },
    };
    this.physical = new PhysicalMemory(createMemory(ramBytes), RAM_BASE, ramBytes, bus);
    this.processor = createProcessor({
      physical: this.physical, conduit: () => this.#answer(),
      ...(parts && { parts }), ...(decoder && { decoder }),
    });
  }

  get isOff(): boolean {
    return this.#isOff;
  }

  /** Puts `image` into RAM, where the next instruction is its first. */
  load(image: Uint8Array, at: PhysAddr = IMAGE_BASE): void {
    this.physical.write(at, image);
    this.processor.cpu.pc = BigInt(at);
  }

  /** Runs up to `limit` instructions, or until it is switched off or waits for ever. */
  run(limit: number): Stop {
    return this.#isOff ? { kind: "waiting", hint: "WFI" } : this.processor.cpu.run(limit);
  }

  /** Whether it is off: all that is neither in the machine's memory nor in the MMU. */
  save(): boolean {
    return this.#isOff;
  }

  restore(isOff: boolean): void {
    this.#isOff = isOff;
  }

  /** HVC: PSCI. X0 is the function, and then what it returns. */
  #answer(): boolean {
    const { cpu } = this.processor;
    const { x } = cpu.state;
    if (x[0] === PSCI_VERSION) {
      x[0] = VERSION_1_1;
    } else if (x[0] === SYSTEM_OFF) {
      this.#isOff = true;
      cpu.executor.waitsFor = "WFI";
    } else {
      x[0] = NOT_SUPPORTED;
    }
    return true;
  }
}
