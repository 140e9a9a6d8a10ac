// A driver that writes down what it does. It works our device as it goes, since some steps depend on what the device has
// done: QEMU, which takes its time, is waited for until its used ring is as far as ours.

import { bug } from "../../../../src/base/bug";
import { INDIRECT, NEXT, type Piece, RAM, WRITE } from "../../../machine/devices/virtio/driver";
import type { Random } from "../../words";
import { OurDevice } from "./ours";
import type { Step } from "./step";
import type { Subject } from "./subjects";

/** Where a queue's rings are, from its place on. */
export const AVAILABLE = 0x6000;
export const USED = 0x8000;
const BUFFERS = RAM + 0x4_0000;
const EVENT_IDX = 29;

/** What can be wrong with a chain, so that both devices fail. */
export type Damage = "head" | "next" | "circle" | "empty" | "order" | "half a table";
export const DAMAGES: readonly Damage[] = ["head", "next", "circle", "empty", "order", "half a table"];

export class Driven {
  readonly steps: Step[] = [];
  readonly answers: string[] = [];
  readonly random: Random;
  readonly subject: Subject;
  readonly ours: OurDevice;
  /** Of this session. */
  features: readonly number[] = [];
  readonly #sizes: number[] = [];
  readonly #available: number[] = [];
  #free = BUFFERS;

  constructor(subject: Subject, random: Random) {
    this.subject = subject;
    this.random = random;
    this.ours = new OurDevice(subject);
  }

  do(step: Step): string {
    const answer = this.ours.act(step);
    this.steps.push(step);
    this.answers.push(answer);
    return answer;
  }

  read(at: number, bytes = 4, mask?: number): number {
    return Number.parseInt(this.do({ do: "read", at, bytes, ...(mask === undefined ? {} : { mask }) }), 16);
  }

  write(at: number, value: number, bytes = 4): void {
    this.do({ do: "write", at, bytes, value });
  }

  store(address: number, bytes: Uint8Array): void {
    this.do({ do: "store", address, bytes });
  }

  load(address: number, length: number): void {
    if (length > 0) this.do({ do: "load", address, length });
  }

  chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  get isUp(): boolean {
    return this.ours.device.isLive;
  }

  /** From reset to DRIVER_OK, looking around on the way. Features are drawn, unless they are given. */
  begin(features?: readonly number[]): void {
    this.prepare(features);
    this.write(0x70, 0xf);
    this.read(0x70);
  }

  /** All of it but DRIVER_OK. */
  prepare(features?: readonly number[]): void {
    const { random, subject } = this;
    this.write(0x70, 0);
    this.read(0x70);
    this.write(0x70, 1);
    this.write(0x70, 3);
    this.features = features ?? [...subject.features, 28, EVENT_IDX].filter(() => this.chance(60));
    this.accept([...this.features, 32]);
    this.write(0x70, 0xb);
    this.read(0x70);
    for (let q = 0; q < subject.queues; q++) this.#layOut(q, 1 + random.below(this.chance(50) ? 8 : 64));
  }

  accept(features: readonly number[]): void {
    for (const half of [1, 0]) {
      this.write(0x24, half);
      this.write(0x20, features.filter((bit) => bit >> 5 === half).reduce((word, bit) => word + 2 ** (bit & 31), 0));
    }
  }

  #layOut(q: number, size: number): void {
    const base = this.place(q);
    this.#sizes[q] = size;
    this.#available[q] = 0;
    this.store(base, new Uint8Array(16 * size));
    this.store(base + AVAILABLE, new Uint8Array(6 + 2 * size));
    this.store(base + USED, new Uint8Array(6 + 8 * size));
    this.write(0x30, q);
    this.read(0x34);
    this.write(0x38, size);
    for (const [register, address] of [[0x80, base], [0x90, base + AVAILABLE], [0xa0, base + USED]] as const) {
      this.write(register, address);
      this.write(register + 4, 0);
    }
    this.read(0x44);
    this.write(0x44, 1);
    this.read(0x44);
  }

  place(q: number): number {
    return RAM + 0x1_0000 * q;
  }

  size(q: number): number {
    return this.#sizes[q] ?? bug("no such queue");
  }

  get hasEventIndex(): boolean {
    return this.features.includes(EVENT_IDX);
  }

  recycle(): void {
    this.#free = BUFFERS;
  }

  /** Buffers of `pieces`, each cut into some; at most `most` in all. */
  cut(pieces: readonly Piece[], most: number): Piece[] {
    let spare = most - pieces.length;
    return pieces.flatMap((piece) => {
      const parts: Piece[] = [];
      let rest = piece;
      while (spare > 0 && lengthOf(rest) > 1 && this.chance(40)) {
        const at = 1 + this.random.below(lengthOf(rest) - 1);
        parts.push(typeof rest === "number" ? at : rest.subarray(0, at));
        rest = typeof rest === "number" ? rest - at : rest.subarray(at);
        spare--;
      }
      return [...parts, rest];
    });
  }

  /** Makes a chain available: where its rooms are, and how long. */
  offer(q: number, pieces: readonly Piece[], damage?: Damage): { address: number; length: number }[] {
    const size = this.size(q);
    const isIndirect = damage === "half a table" || pieces.length > size || (this.features.includes(28) && this.chance(40));
    const numbers = this.#shuffled(isIndirect ? pieces.length : size);
    const at = pieces.map((piece) => this.allocate(piece));
    const table = isIndirect ? this.allocate(16 * pieces.length) : this.place(q);
    if (isIndirect) numbers.splice(0, pieces.length, 0, ...numbers.filter((n) => n > 0)); // It begins with its first.
    const limit = isIndirect ? pieces.length : size;
    pieces.forEach((piece, i) => {
      const isLast = i === pieces.length - 1;
      let length = lengthOf(piece);
      let flags = (typeof piece === "number" ? WRITE : 0) | (isLast ? 0 : NEXT);
      let next = isLast ? this.random.below(0x1_0000) : numbers[i + 1]!;
      if (damage === "next" && isLast) [flags, next] = [flags | NEXT, limit + this.random.below(100)];
      if (damage === "circle" && isLast) [flags, next] = [flags | NEXT, numbers[pieces.length - 1]!];
      if (damage === "empty" && isLast) length = 0;
      if (damage === "order" && pieces.length > 1 && i === 0) flags |= WRITE;
      if (damage === "order" && pieces.length > 1 && isLast) flags &= ~WRITE;
      this.describe(table + 16 * numbers[i]!, at[i]!, length, flags, next);
    });
    let head = numbers[0]!;
    if (isIndirect) {
      head = this.random.below(size);
      const flags = INDIRECT | (this.chance(20) ? WRITE : 0);
      this.describe(this.place(q) + 16 * head, table, 16 * pieces.length - (damage === "half a table" ? 8 : 0), flags, 0);
    }
    if (damage === "head") head = size + this.random.below(1000);
    this.publish(q, head);
    return pieces.flatMap((piece, i) => typeof piece === "number" ? [{ address: at[i]!, length: piece }] : []);
  }

  /** A chain of one buffer, whose descriptor no other chain has that is available now. */
  offerRoom(q: number, length: number): { address: number; length: number } {
    const address = this.allocate(length);
    const number = this.#available[q]! % this.size(q);
    this.describe(this.place(q) + 16 * number, address, length, WRITE, 0);
    this.publish(q, number);
    return { address, length };
  }

  publish(q: number, head: number): void {
    const ring = this.place(q) + AVAILABLE;
    const index = this.#available[q]!;
    this.store(ring + 4 + 2 * (index % this.size(q)), half(head));
    this.#available[q] = (index + 1) & 0xffff;
    this.store(ring + 2, half(this.#available[q]));
    if (this.chance(30)) this.store(ring, half(this.random.below(2)));
    if (!this.hasEventIndex || !this.chance(50)) return;
    // From just before the next index to a little later. QEMU interrupts for the very first in any case.
    const used = this.#usedIndex(q);
    this.store(ring + 4 + 2 * this.size(q), half(used === 0 ? 0 : (used - 1 + this.random.below(4)) & 0xffff));
  }

  #usedIndex(q: number): number {
    return this.ours.ram.u16(this.place(q) + USED + 2);
  }

  notify(q: number): void {
    this.write(0x50, q);
    this.settle(q);
  }

  /** Waits for the queue, and looks at what the driver would: used ring, interrupt, status. */
  settle(q: number, hidesAvailEvent = false): void {
    this.do({ do: "await", address: this.place(q) + USED + 2, value: this.#usedIndex(q) });
    // When it fails, QEMU has asked to be notified of the chain behind the one that is wrong.
    const showsAvailEvent = this.hasEventIndex && !hidesAvailEvent && this.isUp;
    this.load(this.place(q) + USED + 2, 2 + 8 * this.size(q) + (showsAvailEvent ? 2 : 0));
    this.read(0x70);
    // Where a driver would hear of a failure, QEMU sets both bits.
    this.read(0x60, 4, this.isUp ? undefined : 2);
    this.read(0xfc);
    if (this.chance(60)) {
      this.write(0x64, this.chance(80) ? 3 : this.random.below(4));
      this.read(0x60, 4, this.isUp ? undefined : 2);
    }
  }

  allocate(piece: Piece): number {
    const address = this.#free;
    const length = lengthOf(piece);
    this.#free += (length + 15) & ~15;
    this.store(address, typeof piece === "number" ? new Uint8Array(piece).fill(0xee) : piece);
    return address;
  }

  describe(at: number, address: number, length: number, flags: number, next: number): void {
    const bytes = new DataView(new ArrayBuffer(16));
    bytes.setBigUint64(0, BigInt(address), true);
    bytes.setUint32(8, length, true);
    bytes.setUint16(12, flags, true);
    bytes.setUint16(14, next, true);
    this.store(at, new Uint8Array(bytes.buffer));
  }

  #shuffled(count: number): number[] {
    const numbers = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = this.random.below(i + 1);
      [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
    }
    return numbers;
  }
}

const lengthOf = (piece: Piece): number => typeof piece === "number" ? piece : piece.length;
const half = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8);
