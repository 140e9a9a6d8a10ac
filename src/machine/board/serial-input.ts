// What has been typed, and not yet arrived: a terminal is faster than a UART's FIFO is deep.

import type { Stateful } from "../cpu/stepping/machine";

/** As many bytes as it has room for; says how many. */
export interface Receiver {
  receive(bytes: Uint8Array): number;
}

export class SerialInput implements Stateful<Uint8Array> {
  readonly #receiver: Receiver;
  #waiting = new Uint8Array(0);

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  type(bytes: Uint8Array): void {
    const waiting = new Uint8Array(this.#waiting.length + bytes.length);
    waiting.set(this.#waiting);
    waiting.set(bytes, this.#waiting.length);
    this.#waiting = waiting;
    this.feed();
  }

  /** The receiver may have room again. */
  feed(): void {
    if (this.#waiting.length === 0) return;
    const taken = this.#receiver.receive(this.#waiting);
    this.#waiting = this.#waiting.subarray(taken);
  }

  save(): Uint8Array {
    return this.#waiting;
  }

  restore(waiting: Uint8Array): void {
    this.#waiting = new Uint8Array(waiting);
  }
}
