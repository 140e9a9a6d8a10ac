// How long to wait for a device that answers to nobody's clock: counted by the processor's own
// counter, which runs before the timer's interrupts do (Arm ARM, "The Generic Timer").

import { readSystemRegister } from "../../metal/system-register";
import { minus, times } from "../../metal/word";

export class Deadline {
  readonly #begin: bigint;
  readonly #ticks: bigint;

  constructor(seconds: number) {
    this.#begin = readSystemRegister("CNTVCT_EL0");
    this.#ticks = times(readSystemRegister("CNTFRQ_EL0"), BigInt(seconds));
  }

  get hasPassed(): boolean {
    return minus(readSystemRegister("CNTVCT_EL0"), this.#begin) >= this.#ticks;
  }
}
