// What is typed: the PL011's receive interrupt puts it into a ring, the event loop takes it out.
//
//   UART's FIFO -> handler: fill() -> ring -> event loop: take()
//
// 1. Nothing is lost. If the ring is full, the rest stays in the UART's FIFO, and the UART does not
//    interrupt until there is room: whoever sends has to wait, as on any line with flow control.
// 2. The interrupt is cleared before the FIFO is emptied: a byte that comes in between interrupts
//    again.
// 3. fill() runs masked: in the handler, or between maskInterrupts() and unmaskInterrupts().

import { deviceTree } from "../../device-tree/flattened-tree";
import { compatibleNode } from "../../device-tree/lookup";
import { interruptOf, triggerOf } from "../../device-tree/values";
import {
  clearReceiveInterrupt, disableReceiveInterrupt, enableReceiveInterrupt, receiveByte,
} from "../../drivers/pl011";
import { type Event, openEvent } from "../../events/events";
import { maskInterrupts, unmaskInterrupts } from "../../events/interrupt-mask";
import { handleInterrupt, type InterruptHandler } from "../../events/interrupts";
import { ByteRing } from "./byte-ring";

const RING_BYTES = 256;

export class SerialInput implements InterruptHandler {
  readonly #ring = new ByteRing(RING_BYTES);
  #isHeldBack = false;
  readonly #event: Event;

  /** `typed` gets each byte, in the event loop. */
  constructor(typed: (code: number) => void) {
    this.#event = openEvent(() => { this.#deliver(typed); });
  }

  /** From now on it listens. False: the device tree says of no interrupt. */
  start(): boolean {
    const uart = compatibleNode(deviceTree, "arm,pl011", 0n);
    const id = uart === 0n ? -1 : interruptOf(deviceTree, uart, 0);
    if (id < 0) {
      this.#event.close();
      return false;
    }
    handleInterrupt(id, triggerOf(deviceTree, uart, 0), this);
    this.#refill(); // What was typed before anybody listened.
    return true;
  }

  /** @noalloc */
  handle(): void {
    this.#fill();
  }

  #fill(): void {
    clearReceiveInterrupt();
    this.#isHeldBack = false;
    for (;;) {
      if (this.#ring.length === RING_BYTES) {
        this.#isHeldBack = true;
        break;
      }
      const code = receiveByte();
      if (code < 0) break;
      this.#ring.put(code);
    }
    if (this.#isHeldBack) disableReceiveInterrupt();
    else enableReceiveInterrupt();
    if (this.#ring.length > 0) this.#event.note();
  }

  #refill(): void {
    maskInterrupts();
    this.#fill();
    unmaskInterrupts();
  }

  /** What comes meanwhile is another event: others have their turn in between. */
  #deliver(typed: (code: number) => void): void {
    for (let left = this.#ring.length; left > 0; left--) typed(this.#ring.take());
    if (this.#isHeldBack) this.#refill();
  }
}
