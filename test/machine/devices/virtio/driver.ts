// The other side: a driver, as small as it can be, which works a virtio device through its registers
// and through RAM, as a kernel would. Offsets and layouts are written as the specification has them,
// not read from our tables.

import { expect } from "chai";
import type { GuestMemory } from "../../../../src/machine/devices/device";
import type { VirtioCard } from "../../../../src/machine/devices/virtio/card";
import { VirtioMmio } from "../../../../src/machine/devices/virtio/mmio";

export const RAM = 0x4000_0000;

/** A piece of RAM. */
export class TestRam implements GuestMemory {
  readonly content: Uint8Array;
  readonly view: DataView;

  constructor(content: Uint8Array = new Uint8Array(1 << 20)) {
    this.content = content;
    this.view = new DataView(content.buffer, content.byteOffset, content.length);
  }

  bytes(address: bigint, length: number): Uint8Array | undefined {
    const at = Number(address - BigInt(RAM));
    if (at < 0 || at + length > this.content.length) return undefined;
    return this.content.subarray(at, at + length);
  }

  write(address: bigint, bytes: Uint8Array): boolean {
    const target = this.bytes(address, bytes.length);
    target?.set(bytes);
    return target !== undefined;
  }

  // What a CPU would store and load.
  u16(address: number): number { return this.view.getUint16(address - RAM, true); }
  u32(address: number): number { return this.view.getUint32(address - RAM, true); }
  put16(address: number, value: number): void { this.view.setUint16(address - RAM, value, true); }
  put32(address: number, value: number): void { this.view.setUint32(address - RAM, value, true); }
  put64(address: number, value: number | bigint): void { this.view.setBigUint64(address - RAM, BigInt(value), true); }
}

export const NEXT = 1;
export const WRITE = 2;
export const INDIRECT = 4;

/** A buffer for the device to read, or room for it to write. */
export type Piece = Uint8Array | number;

export interface Used {
  readonly id: number;
  readonly len: number;
}

/** Where each queue is: descriptors, available ring, used ring; 64 KiB a queue. */
const DESCRIPTORS = 0;
const AVAILABLE = 0x6000;
const USED = 0x8000;
const BUFFERS = RAM + 0x4_0000;

export class Driver {
  readonly ram: TestRam;
  readonly device: VirtioMmio;
  readonly size: number;
  /** The interrupt line's last level, and how often it has risen. */
  isHigh = false;
  rises = 0;
  #free = BUFFERS;
  readonly #nextDescriptor: number[] = [];
  readonly #available: number[] = [];
  readonly #used: number[] = [];

  constructor(card: VirtioCard, { size = 8, ram = new TestRam() }: { size?: number; ram?: TestRam } = {}) {
    this.ram = ram;
    this.size = size;
    this.device = new VirtioMmio({
      card, memory: ram,
      line: (isHigh) => {
        if (isHigh && !this.isHigh) this.rises++;
        this.isHigh = isHigh;
      },
    });
  }

  // Registers.

  get(offset: number, bytes = 4): number {
    return Number(this.device.read(offset, bytes));
  }

  set(offset: number, value: number, bytes = 4): void {
    expect(this.device.write(offset, bytes, BigInt(value))).to.equal(true);
  }

  get status(): number { return this.get(0x70); }
  get interrupts(): number { return this.get(0x60); }

  acknowledge(): void {
    this.set(0x64, this.interrupts);
  }

  // Section 3.1.1, step by step.

  /** Features by the numbers of their bits, VERSION_1 besides. What Status is then. */
  negotiate(...features: readonly number[]): number {
    this.set(0x70, 0);
    this.set(0x70, 1);
    this.set(0x70, 3);
    for (const half of [0, 1]) {
      this.set(0x24, half);
      const bits = [...features, 32].filter((bit) => Math.floor(bit / 32) === half);
      this.set(0x20, bits.reduce((word, bit) => word + 2 ** (bit % 32), 0));
    }
    this.set(0x70, 0xb);
    return this.status;
  }

  /** Where queue `q` begins. */
  place(q: number): number {
    return RAM + 0x1_0000 * q;
  }

  layOut(q: number): void {
    const base = this.place(q);
    this.ram.content.fill(0, base - RAM, base - RAM + 0x1_0000);
    this.set(0x30, q);
    this.set(0x38, this.size);
    this.set(0x80, base + DESCRIPTORS);
    this.set(0x84, 0);
    this.set(0x90, base + AVAILABLE);
    this.set(0x94, 0);
    this.set(0xa0, base + USED);
    this.set(0xa4, 0);
    this.set(0x44, 1);
    this.#nextDescriptor[q] = 0;
    this.#available[q] = 0;
    this.#used[q] = 0;
  }

  /** The whole of it, up to DRIVER_OK. */
  begin(...features: readonly number[]): this {
    expect(this.negotiate(...features)).to.equal(0xb);
    for (let q = 0; q < this.device.queues.length; q++) this.layOut(q);
    this.set(0x70, 0xf);
    return this;
  }

  /** Queue `q` as it is when `index` chains have come and gone. */
  startAt(q: number, index: number): void {
    const state = this.device.save();
    const indices = { next: index, used: index, signalled: index };
    this.device.restore({ ...state, queues: state.queues.map((queue, i) => i === q ? { ...queue, ...indices } : queue) });
    this.#available[q] = index;
    this.#used[q] = index;
    this.ram.put16(this.place(q) + AVAILABLE + 2, index);
    this.ram.put16(this.place(q) + USED + 2, index);
  }

  // Rings.

  /** Room in RAM, filled with `content` or with 0xee. */
  allocate(content: Piece): number {
    const length = typeof content === "number" ? content : content.length;
    const address = this.#free;
    this.#free += Math.ceil(Math.max(length, 1) / 16) * 16;
    if (typeof content === "number") this.ram.content.fill(0xee, address - RAM, address - RAM + length);
    else this.ram.content.set(content, address - RAM);
    return address;
  }

  /** Writes descriptor `n` of a table. */
  describe(table: number, n: number, address: number | bigint, length: number, flags: number, next = 0): void {
    this.ram.put64(table + 16 * n, address);
    this.ram.put32(table + 16 * n + 8, length);
    this.ram.put16(table + 16 * n + 12, flags);
    this.ram.put16(table + 16 * n + 14, next);
  }

  /** A chain of these pieces: its head, and where each piece is. */
  chain(q: number, ...pieces: readonly Piece[]): { head: number; at: readonly number[] } {
    const first = this.#nextDescriptor[q]!;
    const number = (i: number): number => (first + i) % this.size;
    const at = pieces.map((piece, i) => {
      const address = this.allocate(piece);
      const isRoom = typeof piece === "number";
      const flags = (isRoom ? WRITE : 0) | (i < pieces.length - 1 ? NEXT : 0);
      this.describe(this.place(q), number(i), address, isRoom ? piece : piece.length, flags, number(i + 1));
      return address;
    });
    this.#nextDescriptor[q] = number(pieces.length);
    return { head: first, at };
  }

  /** Puts a head into the available ring. */
  offer(q: number, head: number): void {
    const ring = this.place(q) + AVAILABLE;
    const index = this.#available[q]!;
    this.ram.put16(ring + 4 + 2 * (index % this.size), head);
    this.#available[q] = (index + 1) & 0xffff;
    this.ram.put16(ring + 2, this.#available[q]);
  }

  notify(q: number): void {
    this.set(0x50, q);
  }

  /** Posts one chain and tells the device: where its pieces are. */
  post(q: number, ...pieces: readonly Piece[]): readonly number[] {
    const { head, at } = this.chain(q, ...pieces);
    this.offer(q, head);
    this.notify(q);
    return at;
  }

  /** What the device has given back since the last time. */
  takeUsed(q: number): Used[] {
    const ring = this.place(q) + USED;
    const used: Used[] = [];
    for (; this.#used[q] !== this.ram.u16(ring + 2); this.#used[q] = (this.#used[q]! + 1) & 0xffff) {
      const element = ring + 4 + 8 * (this.#used[q]! % this.size);
      used.push({ id: this.ram.u32(element), len: this.ram.u32(element + 4) });
    }
    return used;
  }

  setAvailableFlags(q: number, flags: number): void {
    this.ram.put16(this.place(q) + AVAILABLE, flags);
  }

  setUsedEvent(q: number, index: number): void {
    this.ram.put16(this.place(q) + AVAILABLE + 4 + 2 * this.size, index & 0xffff);
  }

  availEvent(q: number): number {
    return this.ram.u16(this.place(q) + USED + 4 + 8 * this.size);
  }

  bytesAt(address: number, length: number): Uint8Array {
    return this.ram.content.slice(address - RAM, address - RAM + length);
  }

  /** The allocated room may be used again. */
  recycle(): void {
    this.#free = BUFFERS;
  }
}

export const text = (characters: string): Uint8Array => Uint8Array.from(characters, (c) => c.charCodeAt(0));
