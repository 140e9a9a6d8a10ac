// The PL061 GPIO (Arm DDI 0190), with the board's power button at pin 3. Nothing is at the others:
// they are pulled down.
//
// 1. An edge is remembered until GPIOIC clears it. A level is not: GPIORIS follows the pin. So a
//    pin that senses levels has no edges, #state.edges & GPIOIS is 0.
// 2. Only inputs interrupt by edges, and changing a pin's direction is no edge.

import { PL061, PL061_ID } from "../../formats/devices/pl061";
import type { InterruptLine, Peripheral } from "./device";
import { RegisterMap } from "./register-map";

export interface Pl061Options {
  readonly line: InterruptLine;
}

export interface Pl061State {
  /** Levels that come from outside. */
  readonly pins: number;
  /** Levels that the guest has written, of outputs. */
  readonly data: number;
  readonly edges: number;
  readonly GPIODIR: number;
  readonly GPIOIS: number;
  readonly GPIOIBE: number;
  readonly GPIOIEV: number;
  readonly GPIOIE: number;
  readonly GPIOAFSEL: number;
}

type Stored = "GPIODIR" | "GPIOIS" | "GPIOIBE" | "GPIOIEV" | "GPIOIE" | "GPIOAFSEL";

const AT_RESET: Pl061State = {
  pins: 0, data: 0, edges: 0,
  GPIODIR: 0, GPIOIS: 0, GPIOIBE: 0, GPIOIEV: 0, GPIOIE: 0, GPIOAFSEL: 0,
};

const POWER_BUTTON = 3;

export class Pl061 implements Peripheral<Pl061State> {
  readonly #options: Pl061Options;
  #state = AT_RESET;
  #isHigh = false;

  constructor(options: Pl061Options) {
    this.#options = options;
  }

  static readonly #registers = RegisterMap.of<Pl061, typeof PL061>(PL061, {
    GPIODATA: {
      read: (gpio, mask) => gpio.#levels & mask,
      write: (gpio, value, mask) => { gpio.#writeData(value, mask); },
    },
    GPIODIR:   Pl061.#stored("GPIODIR"),
    GPIOIS:    Pl061.#stored("GPIOIS"),
    GPIOIBE:   Pl061.#stored("GPIOIBE"),
    GPIOIEV:   Pl061.#stored("GPIOIEV"),
    GPIOIE:    Pl061.#stored("GPIOIE"),
    GPIORIS:   { read: (gpio) => gpio.#raised },
    GPIOMIS:   { read: (gpio) => gpio.#raised & gpio.#state.GPIOIE },
    GPIOIC: {
      write: (gpio, value) => { gpio.#change({ edges: gpio.#state.edges & ~value }); },
    },
    GPIOAFSEL: Pl061.#stored("GPIOAFSEL"),
    GPIOPeriphID: { read: (_, index) => PL061_ID[index]! },
    GPIOPCellID:  { read: (_, index) => PL061_ID[4 + index]! },
  });

  static #stored(name: Stored) {
    return {
      read: (gpio: Pl061): number => gpio.#state[name],
      write: (gpio: Pl061, value: number): void => { gpio.#change({ [name]: value & 0xff }); },
    };
  }

  read(offset: number, bytes: number): bigint {
    return Pl061.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    Pl061.#registers.write(this, offset, bytes, value);
    return true;
  }

  /** A finger is on the power button. Guests look more than once: it must stay for a while. */
  press(): void {
    this.setPin(POWER_BUTTON, true);
  }

  release(): void {
    this.setPin(POWER_BUTTON, false);
  }

  /** What is outside pulls a pin up or down. */
  setPin(pin: number, isHigh: boolean): void {
    const { pins, edges, GPIODIR, GPIOIBE, GPIOIEV } = this.#state;
    const now = isHigh ? pins | (1 << pin) : pins & ~(1 << pin);
    const changed = (pins ^ now) & ~GPIODIR;
    this.#change({ pins: now, edges: edges | (changed & (GPIOIBE | ~(now ^ GPIOIEV))) });
  }

  reset(): void {
    this.restore({ ...AT_RESET, pins: this.#state.pins });
  }

  save(): Pl061State {
    return this.#state;
  }

  restore(state: Pl061State): void {
    this.#change(state);
  }

  /** Of all pins: as driven from outside, or, of outputs, by the guest. */
  get #levels(): number {
    const { pins, data, GPIODIR } = this.#state;
    return (pins & ~GPIODIR) | (data & GPIODIR);
  }

  /** GPIORIS. */
  get #raised(): number {
    const { edges, GPIOIS, GPIOIEV } = this.#state;
    return edges | (~(this.#levels ^ GPIOIEV) & GPIOIS);
  }

  #writeData(value: number, mask: number): void {
    const { data, GPIODIR } = this.#state;
    const driven = mask & GPIODIR;
    this.#change({ data: (data & ~driven) | (value & driven) });
  }

  #change(fields: Partial<Pl061State>): void {
    const state = { ...this.#state, ...fields };
    this.#state = { ...state, edges: state.edges & ~state.GPIOIS };
    const isHigh = (this.#raised & this.#state.GPIOIE) !== 0;
    if (isHigh === this.#isHigh) return;
    this.#isHigh = isHigh;
    this.#options.line(isHigh);
  }
}
