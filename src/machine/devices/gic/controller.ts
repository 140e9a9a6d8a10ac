// What an interrupt controller is to the board: it has lines from devices on one side, two pins of
// every CPU on the other, and registers on the bus.

import type { Stateful } from "../../cpu/stepping/machine";
import type { InterruptInterface } from "../../sysregs/interrupt-interface";
import type { Device, InterruptLine } from "../device";

/** A CPU's pins. The object stays the same, and says at any time what they are. */
export interface Pins {
  readonly IRQ: boolean;
  readonly FIQ: boolean;
  readonly SError: boolean;
}

/** A part of it that answers on the bus. */
export interface ControllerPart {
  readonly name: string;
  /** From the controller's first byte. */
  readonly base: number;
  /** Bytes of addresses. */
  readonly size: number;
  readonly device: Device;
}

export interface InterruptController<S = unknown> extends Stateful<S> {
  /** A device's line. SPI n has INTID 32 + n. */
  line(spi: number): InterruptLine;
  /** A line of one CPU's alone: INTID 16 to 31. */
  privateLine(cpu: number, intid: number): InterruptLine;
  /** Those of one CPU. */
  pins(cpu: number): Pins;
  /** The system registers that a CPU gets from it, if it gets any. */
  interruptInterface(cpu: number): InterruptInterface | undefined;
  readonly mappings: readonly ControllerPart[];
  /** As behind power-on. Lines stay as high as their devices have them. */
  reset(): void;
}

export interface ControllerOptions {
  /** How many CPUs there are: 1 to 8. */
  readonly cpus: number;
  /** The number of the CPU whose access is running. */
  readonly current: () => number;
}
