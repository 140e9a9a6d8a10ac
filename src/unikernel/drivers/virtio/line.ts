// A virtio device that interrupts, and the event loop that looks after it. Without this, the device
// is polled.
//
// 1. Acknowledge first, then collect: what comes back in between pulls the line again. The other
//    way round its interrupt would be acknowledged with the one before, and nobody would come.
// 2. An open line keeps the event loop waiting. It is closed by who opened it, or with the device.
// 3. A device that keeps what it has been given is given up: nobody else would ever notice.

import { type Event, offInterrupt, onInterrupt } from "../../events/events";
import { after, cancel } from "../../events/timers";
import type { Timer } from "../../events/timer-queue";
import type { VirtioDevice } from "./mmio";

/** A device from which nothing has come back for so long is stuck. */
const LONGEST_WAIT_S = 30;

export class VirtioLine {
  readonly #device: VirtioDevice;
  readonly #event: Event;
  /** Only while the device owes something: who is idle is not woken. */
  #watch: Timer | null = null;
  #isOpen = true;
  #progress = 0;

  constructor(device: VirtioDevice) {
    this.#device = device;
    this.#event = onInterrupt(device.interrupt, device.trigger, () => { this.#serve(); });
    device.givenUp = () => { this.#event.note(); };
    device.notified = () => { this.#beginWatch(); };
    device.useInterrupts(true);
    // What is back already interrupts nobody.
    this.#event.note();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#endWatch();
    this.#device.useInterrupts(false);
    offInterrupt(this.#device.interrupt, this.#event);
  }

  #serve(): void {
    this.#device.acknowledge();
    this.#device.collect();
    if (this.#device.isAwaited) this.#beginWatch();
    else this.#endWatch();
    if (this.#device.isGivenUp) this.close();
  }

  #beginWatch(): void {
    if (this.#watch !== null || !this.#isOpen || !this.#device.isAwaited) return;
    this.#progress = this.#device.progress;
    this.#watch = after(1000 * LONGEST_WAIT_S, () => { this.#look(); });
  }

  #endWatch(): void {
    if (this.#watch !== null) cancel(this.#watch);
    this.#watch = null;
  }

  #look(): void {
    this.#watch = null;
    const isStuck = this.#device.isAwaited && this.#device.progress === this.#progress;
    if (isStuck) this.#device.giveUp(`no answer for ${LONGEST_WAIT_S} seconds`);
    else this.#beginWatch();
  }
}
