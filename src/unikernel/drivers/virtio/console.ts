// A console ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.3): one port, with a queue for
// what is typed and one for what is written. poll() has both dealt with, or the event loop if a
// VirtioLine listens.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  CONSOLE_CONFIG, CONSOLE_FEATURE, CONSOLE_QUEUE,
} from "../../../formats/devices/virtio-console";
import { Deadline } from "./deadline";
import { featureBit, type VirtioDevice } from "./mmio";
import { claimVirtio } from "./probe";
import { Chain, NOT_BACK, type Virtqueue } from "./queue";

const QUEUE_SIZE = 16;
/** What is typed goes into so many buffers, of so many bytes. */
const BUFFERS = 8;
const BUFFER_BYTES = 256;
const LONGEST_WAIT_S = 5;

export class ConsoleDevice {
  readonly device: VirtioDevice;
  readonly #receive: Virtqueue;
  readonly #transmit: Virtqueue;
  /** Gets what is typed: a part of a buffer that will be used again. */
  readonly #typed: (bytes: Uint8Array) => void;

  constructor(
    device: VirtioDevice, receive: Virtqueue, transmit: Virtqueue,
    typed: (bytes: Uint8Array) => void,
  ) {
    this.device = device;
    this.#receive = receive;
    this.#transmit = transmit;
    this.#typed = typed;
  }

  /** Columns and rows; 0 where the device does not say. */
  get columns(): number {
    return this.#size(CONSOLE_CONFIG.cols.at);
  }

  get rows(): number {
    return this.#size(CONSOLE_CONFIG.rows.at);
  }

  /** Gives the device buffers for what is typed. Once, when it has been started. */
  listen(): void {
    for (let i = 0; i < BUFFERS; i++) this.#post(new Uint8Array(BUFFER_BYTES));
  }

  /** Copies the bytes and sends them. False: too much is under way, poll and try again. */
  write(bytes: Uint8Array): boolean {
    if (bytes.length === 0) return true;
    if (!this.#transmit.offer(new Chain([bytes.slice()], 1, () => undefined))) return false;
    this.#transmit.notify();
    return true;
  }

  /** Sends the bytes, and returns when they are out. False: the device has been given up. */
  writeNow(bytes: Uint8Array): boolean {
    const deadline = new Deadline(LONGEST_WAIT_S);
    let isTaken = this.write(bytes);
    while ((!isTaken || this.#transmit.isBusy) && !this.device.isGivenUp) {
      this.poll();
      if (!isTaken) isTaken = this.write(bytes);
      if (deadline.hasPassed) this.device.giveUp(`no answer for ${LONGEST_WAIT_S} seconds`);
    }
    return !this.device.isGivenUp;
  }

  /** Has dealt with what came back: how many buffers. */
  poll(): number {
    return this.device.collect();
  }

  #post(buffer: Uint8Array): void {
    const isTaken = this.#receive.offer(new Chain([buffer], 0, (written) => {
      if (written === NOT_BACK) return;
      if (written > 0) this.#typed(buffer.subarray(0, written));
      this.#post(buffer);
    }));
    if (isTaken) this.#receive.notify();
  }

  #size(at: number): number {
    return this.device.has(CONSOLE_FEATURE.SIZE) ? this.device.config16(at) : 0;
  }
}

/** The first one that nobody has claimed, ready; null: there is none, or it was given up. */
export function claimConsoleDevice(typed: (bytes: Uint8Array) => void): ConsoleDevice | null {
  const device = claimVirtio(VIRTIO_DEVICE.CONSOLE);
  return device === null ? null : startConsoleDevice(device, typed);
}

export function startConsoleDevice(
  device: VirtioDevice, typed: (bytes: Uint8Array) => void,
): ConsoleDevice | null {
  if (!device.begin(featureBit(CONSOLE_FEATURE.SIZE))) return null;
  const receive = device.queue(CONSOLE_QUEUE.RECEIVE, QUEUE_SIZE);
  const transmit = device.queue(CONSOLE_QUEUE.TRANSMIT, QUEUE_SIZE);
  if (receive === null || transmit === null) return null;
  receive.isPrompt = false;
  device.start();
  const console = new ConsoleDevice(device, receive, transmit, typed);
  console.listen();
  return console;
}
