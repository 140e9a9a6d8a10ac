// A source of entropy ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.4): buffers go out
// empty and come back full. It is asked while the kernel starts, so it is waited for.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import { Deadline } from "./deadline";
import type { VirtioDevice } from "./mmio";
import { claimVirtio } from "./probe";
import { Chain, NOT_BACK, type Virtqueue } from "./queue";

const QUEUE_SIZE = 1;
const LONGEST_WAIT_S = 5;

export class EntropyDevice {
  readonly device: VirtioDevice;
  readonly #queue: Virtqueue;
  /** Of the request that was made last: what came of it. */
  #written = 0;
  #isOver = true;

  constructor(device: VirtioDevice, queue: Virtqueue) {
    this.device = device;
    this.#queue = queue;
  }

  /** Fills `bytes`, or a beginning of them: how many. Fewer only if the device was given up. */
  fillNow(bytes: Uint8Array): number {
    let filled = 0;
    while (filled < bytes.length) {
      const count = this.#ask(bytes.subarray(filled));
      if (count <= 0) break;
      filled += count;
    }
    return filled;
  }

  /** How many bytes came; the device gives as many as it likes, but not none. */
  #ask(room: Uint8Array): number {
    this.#isOver = false;
    const chain = new Chain([room], 0, (written) => {
      this.#written = written;
      this.#isOver = true;
    });
    if (!this.#queue.offer(chain)) return 0;
    this.#queue.notify();
    const deadline = new Deadline(LONGEST_WAIT_S);
    while (!this.#isOver) {
      this.device.collect();
      if (deadline.hasPassed) this.device.giveUp(`no answer for ${LONGEST_WAIT_S} seconds`);
    }
    if (this.#written === 0) this.device.giveUp("it gives a buffer back empty");
    return this.#written === NOT_BACK ? 0 : this.#written;
  }
}

/** The first one that nobody has claimed, ready; null: there is none, or it was given up. */
export function claimEntropyDevice(): EntropyDevice | null {
  const device = claimVirtio(VIRTIO_DEVICE.ENTROPY);
  return device === null ? null : startEntropyDevice(device);
}

export function startEntropyDevice(device: VirtioDevice): EntropyDevice | null {
  if (!device.begin(0n)) return null;
  const queue = device.queue(0, QUEUE_SIZE);
  if (queue === null) return null;
  device.start();
  return new EntropyDevice(device, queue);
}
