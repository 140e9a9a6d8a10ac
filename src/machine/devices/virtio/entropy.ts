// A source of entropy ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.4): the driver offers
// buffers, the device fills them with what nobody can guess.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import { VirtioCard } from "./card";
import type { Chain } from "./queue";

export interface VirtioEntropyOptions {
  /** Fills all of `bytes`. */
  readonly fill: (bytes: Uint8Array) => void;
}

/** As much as one request gets. A driver that wants more asks again. */
const MOST_BYTES = 64 * 1024;

export class VirtioEntropy extends VirtioCard {
  readonly id = VIRTIO_DEVICE.ENTROPY;
  readonly features = 0n;
  readonly queues = 1;
  readonly config = new Uint8Array(0);
  readonly #fill: (bytes: Uint8Array) => void;

  constructor({ fill }: VirtioEntropyOptions) {
    super();
    this.#fill = fill;
  }

  notified(queue: number): void {
    this.queue(queue).serve((chain) => this.#answer(chain));
  }

  #answer({ writable }: Chain): number {
    const bytes = new Uint8Array(Math.min(writable.length, MOST_BYTES));
    this.#fill(bytes);
    return writable.write(0, bytes);
  }
}
