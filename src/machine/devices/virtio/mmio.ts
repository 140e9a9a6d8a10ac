// A virtio device in memory ("Virtual I/O Device (VIRTIO) Version 1.2", section 4.2): the registers
// by which a driver finds it, comes to terms with it, says where its queues are, and notifies it.
//
// 1. The interrupt line is high exactly when InterruptStatus is not zero.
// 2. The device touches RAM only while it is live: between DRIVER_OK and the next reset, and not
//    after the driver has done what cannot be.
// 3. Registers are 32 bits. Other accesses read as zero and write nothing; the configuration takes
//    all sizes.

import {
  VIRTIO_FEATURE, VIRTIO_INTERRUPT, VIRTIO_STATUS,
} from "../../../formats/devices/virtio";
import {
  VIRTIO_CONFIG, VIRTIO_MAGIC, VIRTIO_MMIO, VIRTIO_VENDOR, VIRTIO_VERSION,
} from "../../../formats/devices/virtio-mmio";
import type { GuestMemory, InterruptLine, Peripheral } from "../device";
import { RegisterMap } from "../register-map";
import type { CardSlot, VirtioCard } from "./card";
import { featureWord, hasFeature } from "./negotiation";
import type { VirtioParts } from "./parts";
import { Virtqueue, type QueueLayout, type QueueOwner, type QueueState } from "./queue";
import { STANDARD_VIRTIO_PARTS } from "./standard-parts";

/** Descriptors of a queue at most. */
export const MOST_DESCRIPTORS = 1024;

const OFFERED = featureWord(
  VIRTIO_FEATURE.INDIRECT_DESC, VIRTIO_FEATURE.EVENT_IDX, VIRTIO_FEATURE.VERSION_1,
);

const { DRIVER_OK, FEATURES_OK, DEVICE_NEEDS_RESET } = VIRTIO_STATUS;

export interface VirtioMmioOptions {
  readonly card: VirtioCard;
  readonly memory: GuestMemory;
  readonly line: InterruptLine;
  readonly parts?: VirtioParts;
}

export interface VirtioMmioState {
  readonly written: Written;
  readonly queueSel: number;
  readonly status: number;
  readonly features: bigint;
  readonly fault: string | undefined;
  readonly interrupts: number;
  readonly generation: number;
  readonly queues: readonly QueueState[];
  readonly card: unknown;
}

/** What the driver has prepared, and the device looks at later. A reset by the driver leaves it. */
interface Written {
  readonly deviceFeaturesSel: 0 | 1;
  readonly driverFeaturesSel: 0 | 1;
  readonly driverFeatures: bigint;
  readonly layouts: readonly QueueLayout[];
}

const NOWHERE: QueueLayout = { size: 0, descriptors: 0n, available: 0n, used: 0n };

export class VirtioMmio implements Peripheral<VirtioMmioState>, CardSlot, QueueOwner {
  readonly card: VirtioCard;
  readonly memory: GuestMemory;
  readonly parts: VirtioParts;
  readonly queues: readonly Virtqueue[];
  readonly #line: InterruptLine;
  readonly #offered: bigint;
  #written: Written;
  #queueSel = 0;
  #status = 0;
  #features = 0n; // that both have agreed on
  #fault: string | undefined;
  #interrupts = 0; // InterruptStatus
  #generation = 0;

  static readonly #registers = RegisterMap.of<VirtioMmio, typeof VIRTIO_MMIO>(VIRTIO_MMIO, {
    MagicValue:        { read: () => VIRTIO_MAGIC },
    Version:           { read: () => VIRTIO_VERSION },
    DeviceID:          { read: (v) => v.card.id },
    VendorID:          { read: () => VIRTIO_VENDOR },
    DeviceFeatures:    { read: (v) => half(v.#offered, v.#written.deviceFeaturesSel) },
    DeviceFeaturesSel: { write: (v, value) => { v.#write({ deviceFeaturesSel: value ? 1 : 0 }); } },
    DriverFeatures:    { write: (v, value) => { v.#accept(value); } },
    DriverFeaturesSel: { write: (v, value) => { v.#write({ driverFeaturesSel: value ? 1 : 0 }); } },
    QueueSel:          { write: (v, value) => { v.#queueSel = value; } },
    QueueNumMax:       { read: (v) => v.#queue === undefined ? 0 : MOST_DESCRIPTORS },
    QueueNum:          { write: (v, size) => { v.#place(() => isSize(size) ? { size } : {}); } },
    QueueReady:        { read: (v) => v.#queue?.isReady === true ? 1 : 0,
                         write: (v, value) => { v.#makeReady(value !== 0); } },
    QueueNotify:       { write: (v, queue) => { v.#notify(queue); } },
    InterruptStatus:   { read: (v) => v.#interrupts },
    InterruptACK:      { write: (v, value) => { v.#setInterrupts(v.#interrupts & ~value); } },
    Status:            { read: (v) => v.#status, write: (v, value) => { v.#setStatus(value); } },
    QueueDescLow:      { write: (v, value) => { v.#place((at) => descriptors(at, 0, value)); } },
    QueueDescHigh:     { write: (v, value) => { v.#place((at) => descriptors(at, 1, value)); } },
    QueueDriverLow:    { write: (v, value) => { v.#place((at) => available(at, 0, value)); } },
    QueueDriverHigh:   { write: (v, value) => { v.#place((at) => available(at, 1, value)); } },
    QueueDeviceLow:    { write: (v, value) => { v.#place((at) => used(at, 0, value)); } },
    QueueDeviceHigh:   { write: (v, value) => { v.#place((at) => used(at, 1, value)); } },
    SHMLenLow:         { read: () => 0xffff_ffff },
    SHMLenHigh:        { read: () => 0xffff_ffff },
    ConfigGeneration:  { read: (v) => v.#generation },
  });

  constructor({ card, memory, line, parts = STANDARD_VIRTIO_PARTS }: VirtioMmioOptions) {
    this.card = card;
    this.memory = memory;
    this.parts = parts;
    this.#line = line;
    this.#offered = OFFERED | card.features;
    this.queues = Array.from({ length: card.queues }, () => new Virtqueue(this));
    this.#written = this.#nothingWritten();
    card.plugInto(this);
  }

  // The bus's side.

  read(offset: number, bytes: number): bigint {
    if (bytes === 8) return this.read(offset, 4) | (this.read(offset + 4, 4) << 32n);
    if (offset >= VIRTIO_CONFIG) return this.#configuration(offset - VIRTIO_CONFIG, bytes);
    return bytes === 4 ? VirtioMmio.#registers.read(this, offset, bytes) : 0n;
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    if (bytes === 8) {
      return this.write(offset, 4, value & 0xffff_ffffn) && this.write(offset + 4, 4, value >> 32n);
    }
    if (bytes === 4) VirtioMmio.#registers.write(this, offset, bytes, value);
    return true; // No card has a configuration that can be written.
  }

  reset(): void {
    this.#written = this.#nothingWritten();
    this.#resetDevice();
  }

  save(): VirtioMmioState {
    return {
      written: this.#written, queueSel: this.#queueSel, status: this.#status,
      features: this.#features, fault: this.#fault, interrupts: this.#interrupts,
      generation: this.#generation, queues: this.queues.map((queue) => queue.save()),
      card: this.card.save(),
    };
  }

  restore(state: VirtioMmioState): void {
    this.#written = state.written;
    this.#queueSel = state.queueSel;
    this.#status = state.status;
    this.#features = state.features;
    this.#fault = state.fault;
    this.#interrupts = state.interrupts;
    this.#generation = state.generation;
    this.queues.forEach((queue, i) => { queue.restore(state.queues[i]!); });
    this.card.restore(state.card);
  }

  // The card's side, and the queues'.

  get isLive(): boolean {
    const ready = FEATURES_OK | DRIVER_OK;
    return (this.#status & ready) === ready && this.#fault === undefined;
  }

  get usesEventIndex(): boolean {
    return this.has(VIRTIO_FEATURE.EVENT_IDX);
  }

  /** What the driver has done that cannot be. */
  get fault(): string | undefined {
    return this.#fault;
  }

  has(feature: number): boolean {
    return hasFeature(this.#features, feature);
  }

  interrupt(): void {
    this.#setInterrupts(this.#interrupts | VIRTIO_INTERRUPT.USED_BUFFER);
  }

  configurationChanged(): void {
    this.#generation = (this.#generation + 1) >>> 0;
    if ((this.#status & DRIVER_OK) === 0) return;
    this.#setInterrupts(this.#interrupts | VIRTIO_INTERRUPT.CONFIGURATION);
  }

  fail(reason: string): void {
    this.#fault = reason;
    this.#status |= DEVICE_NEEDS_RESET;
    this.configurationChanged();
  }

  // What the registers do.

  /** The queue that QueueSel means, if there is one. */
  get #queue(): Virtqueue | undefined {
    return this.queues[this.#queueSel];
  }

  #write(part: Partial<Written>): void {
    this.#written = { ...this.#written, ...part };
  }

  #accept(value: number): void {
    const { driverFeatures, driverFeaturesSel } = this.#written;
    this.#write({ driverFeatures: withHalf(driverFeatures, driverFeaturesSel, value) });
  }

  /** What is known of the selected queue's place changes by what `change` returns. */
  #place(change: (layout: QueueLayout) => Partial<QueueLayout>): void {
    const layouts = this.#written.layouts
      .map((layout, i) => i === this.#queueSel ? { ...layout, ...change(layout) } : layout);
    this.#write({ layouts });
  }

  #makeReady(isReady: boolean): void {
    const layout = this.#written.layouts[this.#queueSel];
    if (this.#queue === undefined || layout === undefined) return;
    this.#queue.layout = isReady && layout.size > 0 ? layout : undefined;
  }

  #notify(queue: number): void {
    if (queue < this.queues.length) this.card.notified(queue);
  }

  #setStatus(value: number): void {
    const written = value & 0xff;
    if (written === 0) return this.#resetDevice();
    const wasLive = this.isLive;
    const { driverFeatures } = this.#written;
    const terms = this.parts.negotiate(written, this.#status, this.#offered, driverFeatures);
    this.#status = terms.status;
    this.#features = terms.features ?? this.#features;
    if (wasLive) return;
    // What the driver has made available before DRIVER_OK was not to be looked at before it.
    for (const queue of this.queues.keys()) this.#notify(queue);
  }

  /** By the driver: the device forgets all that they had come to. */
  #resetDevice(): void {
    this.#queueSel = 0;
    this.#status = 0;
    this.#features = 0n;
    this.#fault = undefined;
    for (const queue of this.queues) queue.reset();
    this.#setInterrupts(0);
  }

  #setInterrupts(interrupts: number): void {
    this.#interrupts = interrupts;
    this.#line(interrupts !== 0);
  }

  /** Behind its end the configuration reads as ones. */
  #configuration(at: number, bytes: number): bigint {
    const { config } = this.card;
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(config[at + i] ?? 0);
    return at + bytes <= config.length ? value : BigInt.asUintN(8 * bytes, -1n);
  }

  #nothingWritten(): Written {
    const layouts = this.queues.map(() => NOWHERE);
    return { deviceFeaturesSel: 0, driverFeaturesSel: 0, driverFeatures: 0n, layouts };
  }
}

const isSize = (size: number): boolean => size > 0 && size <= MOST_DESCRIPTORS;

const half = (word: bigint, which: 0 | 1): number =>
  Number((word >> BigInt(32 * which)) & 0xffff_ffffn);

function withHalf(word: bigint, which: 0 | 1, value: number): bigint {
  const shift = BigInt(32 * which);
  return (word & ~(0xffff_ffffn << shift)) | (BigInt(value) << shift);
}

const descriptors = (at: QueueLayout, which: 0 | 1, value: number): Partial<QueueLayout> =>
  ({ descriptors: withHalf(at.descriptors, which, value) });

const available = (at: QueueLayout, which: 0 | 1, value: number): Partial<QueueLayout> =>
  ({ available: withHalf(at.available, which, value) });

const used = (at: QueueLayout, which: 0 | 1, value: number): Partial<QueueLayout> =>
  ({ used: withHalf(at.used, which, value) });
