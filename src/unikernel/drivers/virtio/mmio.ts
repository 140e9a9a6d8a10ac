// A virtio device in memory, from the driver's side ("Virtual I/O Device (VIRTIO) Version 1.2",
// sections 3.1 and 4.2): comes to terms with it, says where its queues are, hears its interrupts.
//
// 1. What goes wrong on the way, and what a device does later that cannot be, is one line on the
//    console. The device is given up: reset, FAILED, and none of its queues is used again.
// 2. A chain's buffers are free only behind the reset. A device that will not be reset keeps them.

import {
  VIRTIO_DEVICE, VIRTIO_FEATURE, VIRTIO_STATUS,
} from "../../../formats/devices/virtio";
import { VIRTIO_CONFIG, VIRTIO_MMIO } from "../../../formats/devices/virtio-mmio";
import { physicalOf } from "../../memory/layout";
import { load16, load32, load8, store32 } from "../../metal/memory";
import { plus, times } from "../../metal/word";
import { log } from "../../runtime/console";
import type { Trigger } from "../interrupt-controller";
import { Deadline } from "./deadline";
import { deviceAddress } from "./device-memory";
import { type QueueOwner, Virtqueue } from "./queue";

const { ACKNOWLEDGE, DRIVER, DRIVER_OK, FEATURES_OK, DEVICE_NEEDS_RESET, FAILED } = VIRTIO_STATUS;

/** A reset that is not over by then is not coming. */
const LONGEST_RESET_S = 1;
/** How often a configuration is read that keeps changing. */
const MOST_CHANGES = 1000;
/** What the upper half of a word counts in. */
const HIGH = 0x1_0000_0000n;

/** A word with this one bit. */
export function featureBit(bit: number): bigint {
  let word = 1n;
  for (let i = 0; i < bit; i++) word = plus(word, word);
  return word;
}

export class VirtioDevice implements QueueOwner {
  /** The first register, as the kernel sees it. */
  readonly base: bigint;
  /** The interrupt controller's number for its line. */
  readonly interrupt: number;
  /** How the line asks: QEMU's, by edges. */
  readonly trigger: Trigger;
  /** VIRTIO_DEVICE. */
  readonly id: number;
  /** A driver has it. */
  isClaimed = false;
  isGivenUp = false;
  /** Called when the device has been given up: from then on it does not interrupt. */
  givenUp: () => void = () => undefined;
  /** Called when the device has been given something to do. */
  notified: () => void = () => undefined;
  /** That both have agreed on. */
  #features = 0n;
  #status = 0;
  readonly #queues: Virtqueue[] = [];

  constructor(base: bigint, interrupt: number, trigger: Trigger = "edge") {
    this.base = base;
    this.interrupt = interrupt;
    this.trigger = trigger;
    this.id = load32(plus(base, BigInt(VIRTIO_MMIO.DeviceID.offset)));
  }

  get name(): string {
    return `virtio ${nameOf(this.id)} at 0x${physicalOf(this.base).toString(16)}`;
  }

  has(feature: number): boolean {
    return (this.#features & featureBit(feature)) !== 0n;
  }

  // Section 3.1.1, step by step: begin(), queue() for each queue, start().

  /** Agrees on those of the `wanted` features that the device has. False: it was given up. */
  begin(wanted: bigint): boolean {
    if (!this.#reset()) return this.#fail("it cannot be reset");
    this.#addStatus(ACKNOWLEDGE);
    this.#addStatus(DRIVER);
    const version1 = featureBit(VIRTIO_FEATURE.VERSION_1);
    const offered = this.#offered();
    if ((offered & version1) === 0n) return this.#fail("it does not offer VERSION_1");
    this.#accept(offered & (wanted | version1));
    this.#addStatus(FEATURES_OK);
    if ((this.#read(VIRTIO_MMIO.Status.offset) & FEATURES_OK) === 0) {
      return this.#fail("it refuses the features that it has offered");
    }
    return true;
  }

  /** A queue of at most `most` descriptors, a power of 2. Null: the device was given up. */
  queue(number: number, most: number): Virtqueue | null {
    if (this.isGivenUp) return null;
    this.#write(VIRTIO_MMIO.QueueSel.offset, number);
    const greatest = this.#read(VIRTIO_MMIO.QueueNumMax.offset);
    if (greatest === 0) {
      this.giveUp(`it has no queue ${number}`);
      return null;
    }
    let size = most;
    while (size > greatest) size = Math.trunc(size / 2);
    const queue = new Virtqueue(this, number, size);
    this.#write(VIRTIO_MMIO.QueueNum.offset, size);
    this.#place(VIRTIO_MMIO.QueueDescLow.offset, queue.descriptors);
    this.#place(VIRTIO_MMIO.QueueDriverLow.offset, queue.available);
    this.#place(VIRTIO_MMIO.QueueDeviceLow.offset, queue.used);
    this.#write(VIRTIO_MMIO.QueueReady.offset, 1);
    this.#queues.push(queue);
    return queue;
  }

  /** From here on the device works. */
  start(): void {
    if (!this.isGivenUp) this.#addStatus(DRIVER_OK);
  }

  // At work.

  notify(queue: number, isWanted: boolean): void {
    if (this.isGivenUp) return;
    if (isWanted) this.#write(VIRTIO_MMIO.QueueNotify.offset, queue);
    const tell = this.notified;
    tell();
  }

  /**
   * For the interrupt's handler: the line falls. What is to be done is done later, by collect().
   * @noalloc
   */
  acknowledge(): void {
    const status = plus(this.base, BigInt(VIRTIO_MMIO.InterruptStatus.offset));
    store32(plus(this.base, BigInt(VIRTIO_MMIO.InterruptACK.offset)), load32(status));
  }

  useInterrupts(wanted: boolean): void {
    for (const queue of this.#queues) queue.useInterrupts(wanted);
  }

  /** Has all chains dealt with that are back: how many. */
  collect(): number {
    if (this.isGivenUp) return 0;
    if ((this.#read(VIRTIO_MMIO.Status.offset) & DEVICE_NEEDS_RESET) !== 0) {
      this.giveUp("it asks to be reset");
      return 0;
    }
    let count = 0;
    for (const queue of this.#queues) count += queue.collect();
    return count;
  }

  /** Of the queues whose chains come back soon: whether the device has any. */
  get isAwaited(): boolean {
    return this.#queues.some((queue) => queue.isPrompt && queue.isBusy);
  }

  /** Changes when one of those comes back. */
  get progress(): number {
    let sum = 0;
    for (const queue of this.#queues) if (queue.isPrompt) sum += queue.progress;
    return sum;
  }

  giveUp(reason: string): void {
    if (this.isGivenUp) return;
    this.isGivenUp = true;
    log(`${this.name} is given up: ${reason}`);
    const isStill = this.#reset();
    this.#addStatus(FAILED);
    for (const queue of this.#queues) queue.close(isStill);
    const tell = this.givenUp;
    tell();
  }

  // The device's own configuration; `at` is in bytes from its beginning.

  config8(at: number): number {
    return load8(plus(this.base, BigInt(VIRTIO_CONFIG + at)));
  }

  config16(at: number): number {
    return load16(plus(this.base, BigInt(VIRTIO_CONFIG + at)));
  }

  config32(at: number): number {
    return load32(plus(this.base, BigInt(VIRTIO_CONFIG + at)));
  }

  /** Two halves of the same value: read again if it has changed in between (section 2.5.1). */
  config64(at: number): bigint {
    for (let i = 0; i < MOST_CHANGES; i++) {
      const generation = this.#read(VIRTIO_MMIO.ConfigGeneration.offset);
      const value = BigInt(this.config32(at)) | times(BigInt(this.config32(at + 4)), HIGH);
      if (this.#read(VIRTIO_MMIO.ConfigGeneration.offset) === generation) return value;
    }
    this.giveUp("its configuration changes all the time");
    return 0n;
  }

  // Registers.

  #read(offset: number): number {
    return load32(plus(this.base, BigInt(offset)));
  }

  #write(offset: number, value: number): void {
    store32(plus(this.base, BigInt(offset)), value);
  }

  #addStatus(bit: number): void {
    this.#status = this.#status | bit;
    this.#write(VIRTIO_MMIO.Status.offset, this.#status);
  }

  /** False: the device has not come to rest. */
  #reset(): boolean {
    this.#status = 0;
    this.#write(VIRTIO_MMIO.Status.offset, 0);
    const deadline = new Deadline(LONGEST_RESET_S);
    while (this.#read(VIRTIO_MMIO.Status.offset) !== 0) {
      if (deadline.hasPassed) return false;
    }
    return true;
  }

  #fail(reason: string): boolean {
    this.giveUp(reason);
    return false;
  }

  #offered(): bigint {
    this.#write(VIRTIO_MMIO.DeviceFeaturesSel.offset, 1);
    const high = BigInt(this.#read(VIRTIO_MMIO.DeviceFeatures.offset));
    this.#write(VIRTIO_MMIO.DeviceFeaturesSel.offset, 0);
    return BigInt(this.#read(VIRTIO_MMIO.DeviceFeatures.offset)) | times(high, HIGH);
  }

  #accept(features: bigint): void {
    this.#features = features;
    this.#write(VIRTIO_MMIO.DriverFeaturesSel.offset, 1);
    this.#write(VIRTIO_MMIO.DriverFeatures.offset, Number(features >> 32n));
    this.#write(VIRTIO_MMIO.DriverFeaturesSel.offset, 0);
    this.#write(VIRTIO_MMIO.DriverFeatures.offset, Number(features & 0xffff_ffffn));
  }

  /** An area's physical address, low half and high half, in two registers. */
  #place(offset: number, area: bigint): void {
    const address = deviceAddress(area);
    this.#write(offset, Number(address & 0xffff_ffffn));
    this.#write(offset + 4, Number(address >> 32n));
  }
}

function nameOf(id: number): string {
  switch (id) {
    case VIRTIO_DEVICE.NETWORK: return "network";
    case VIRTIO_DEVICE.BLOCK: return "block";
    case VIRTIO_DEVICE.CONSOLE: return "console";
    case VIRTIO_DEVICE.ENTROPY: return "entropy";
    default: return `device ${id}`;
  }
}
