// A split virtqueue, from the driver's side ("Virtual I/O Device (VIRTIO) Version 1.2", section
// 2.7): hands chains of buffers to a device, and takes them back. Without EVENT_IDX: at a few dozen
// requests, the flags that ask for quiet are enough.
//
// 1. A chain that the device has is in #out, and so its buffers are pinned (device-memory.ts).
// 2. Of what the device can write, only the used ring is read, and each word of it once. Which
//    descriptors are free, and which belong together, stands in #next: the device cannot reach it.
// 3. What cannot be is not acted on: it ends in owner.giveUp().
// 4. The index goes behind what it announces: a barrier stands between the two, on either side.

import {
  AVAILABLE, AVAILABLE_NO_INTERRUPT, DESCRIPTOR, DESCRIPTOR_BYTES, DESCRIPTOR_FLAG, USED,
  USED_NO_NOTIFY, availEventAt, usedEventAt,
} from "../../../formats/devices/virtqueue";
import { dataMemoryBarrier } from "../../metal/machine";
import { load16, store16, store32, store64 } from "../../metal/memory";
import { plus, roundUp } from "../../metal/word";
import { dataAddress } from "../../runtime/data-address";
import { deviceAddressOf } from "./device-memory";
import { reap } from "./reap";

/** In place of how many bytes were written: the device was given up, and nothing came back. */
export const NOT_BACK = -1;

/** What a device gets at once: buffers that it reads, then buffers that it writes, none empty. */
export class Chain {
  readonly buffers: readonly Uint8Array[];
  /** So many of them, the first ones, are for the device to read. */
  readonly readable: number;
  /** Called when it is back, with the bytes that the device has written; or with NOT_BACK. */
  readonly done: (written: number) => void;
  /** The most that the device can have written. */
  readonly room: number;

  constructor(
    buffers: readonly Uint8Array[], readable: number, done: (written: number) => void,
  ) {
    this.buffers = buffers;
    this.readable = readable;
    this.done = done;
    let room = 0;
    for (let i = readable; i < buffers.length; i++) room += buffers[i]!.length;
    this.room = room;
  }
}

/** What a queue needs of the device that it belongs to. */
export interface QueueOwner {
  /** There is something new in this queue; `isWanted`: the device asks to be told. */
  notify(queue: number, isWanted: boolean): void;
  /** The device has done what cannot be. */
  giveUp(reason: string): void;
}

/** Rings are aligned to this, descriptors too: the strictest of section 2.7. */
const ALIGNMENT = 16n;

export class Virtqueue {
  readonly number: number;
  /** In descriptors: a power of 2. */
  readonly size: number;
  /** Where the three areas are, as the kernel sees them. */
  readonly descriptors: bigint;
  readonly available: bigint;
  readonly used: bigint;
  /** Whether each chain comes back soon, or when something comes from outside: what is typed. */
  isPrompt = true;
  readonly #owner: QueueOwner;
  /** Holds the three areas. */
  readonly memory: Uint8Array;
  /** By the first descriptor's number. */
  readonly #out = new Map<number, Chain>();
  /** By the first descriptor's number: what fits into its chain; -1: the device has none there. */
  readonly #rooms: number[];
  /** The descriptor behind each, in its chain or among the free ones. */
  readonly #next: number[];
  #firstFree = 0;
  #free: number;
  /** Both indices, as they were last seen. */
  #offered = 0;
  #taken = 0;
  #isClosed = false;

  constructor(owner: QueueOwner, number: number, size: number) {
    const availableAt = size * DESCRIPTOR_BYTES;
    const usedAt = Number(roundUp(BigInt(availableAt + usedEventAt(size) + 2), ALIGNMENT));
    this.memory = new Uint8Array(usedAt + availEventAt(size) + 2 + Number(ALIGNMENT));
    this.descriptors = roundUp(dataAddress(this.memory), ALIGNMENT);
    this.available = plus(this.descriptors, BigInt(availableAt));
    this.used = plus(this.descriptors, BigInt(usedAt));
    this.#owner = owner;
    this.number = number;
    this.size = size;
    this.#free = size;
    this.#next = [];
    this.#rooms = [];
    for (let i = 1; i <= size; i++) {
      this.#next.push(i);
      this.#rooms.push(-1);
    }
    this.useInterrupts(false);
  }

  /** How many descriptors are free: as many buffers can be offered. */
  get free(): number {
    return this.#isClosed ? 0 : this.#free;
  }

  /** Whether the device has chains that are not back. */
  get isBusy(): boolean {
    return this.#out.size > 0;
  }

  /** Changes whenever a chain comes back. */
  get progress(): number {
    return this.#taken;
  }

  /** Whether the device is to interrupt when a chain is back. It may do so all the same. */
  useInterrupts(wanted: boolean): void {
    store16(plus(this.available, BigInt(AVAILABLE.flags.at)), wanted ? 0 : AVAILABLE_NO_INTERRUPT);
    dataMemoryBarrier();
  }

  /** Hands a chain to the device, which looks at it after notify(). False: there is no room. */
  offer(chain: Chain): boolean {
    const count = chain.buffers.length;
    if (count === 0 || count > this.free) return false;
    const head = this.#firstFree;
    let at = head;
    for (let i = 0; i < count; i++) {
      const next = this.#next[at]!;
      this.#describe(at, chain, i, next);
      at = next;
    }
    this.#firstFree = at;
    this.#free -= count;
    this.#out.set(head, chain);
    this.#rooms[head] = chain.room;
    this.#publish(head);
    return true;
  }

  notify(): void {
    // The device's own answer to the index must not be read before the index is out.
    dataMemoryBarrier();
    const flags = load16(plus(this.used, BigInt(USED.flags.at)));
    this.#owner.notify(this.number, (flags & USED_NO_NOTIFY) === 0);
  }

  /** Has the chains dealt with that are back by now: how many. */
  collect(): number {
    const most = this.#out.size; // What is offered meanwhile has its turn later.
    let done = 0;
    while (!this.#isClosed && this.#takeOne()) {
      done++;
      if (done >= most) break;
    }
    return done;
  }

  /** The device has been given up: every chain ends. `isStill`: it will not touch them any more. */
  close(isStill: boolean): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const chains = [...this.#out.values()];
    // What the device may still write to stays pinned for ever.
    if (isStill) this.#out.clear();
    for (const chain of chains) chain.done(NOT_BACK);
  }

  #describe(at: number, chain: Chain, i: number, next: number): void {
    const buffer = chain.buffers[i]!;
    const isLast = i === chain.buffers.length - 1;
    const direction = i < chain.readable ? 0 : DESCRIPTOR_FLAG.WRITE;
    const row = plus(this.descriptors, BigInt(at * DESCRIPTOR_BYTES));
    store64(plus(row, BigInt(DESCRIPTOR.addr.at)), deviceAddressOf(buffer));
    store32(plus(row, BigInt(DESCRIPTOR.len.at)), buffer.length);
    const flags = isLast ? direction : direction | DESCRIPTOR_FLAG.NEXT;
    store16(plus(row, BigInt(DESCRIPTOR.flags.at)), flags);
    store16(plus(row, BigInt(DESCRIPTOR.next.at)), isLast ? 0 : next);
  }

  #publish(head: number): void {
    const slot = AVAILABLE.ring.at + AVAILABLE.ring.bytes * (this.#offered % this.size);
    store16(plus(this.available, BigInt(slot)), head);
    this.#offered = (this.#offered + 1) & 0xffff;
    dataMemoryBarrier();
    store16(plus(this.available, BigInt(AVAILABLE.idx.at)), this.#offered);
  }

  /** False: nothing is back, or the device has lied. */
  #takeOne(): boolean {
    const back = reap(this.used, this.#taken, this.#rooms, this.#out.size);
    if (back === null) return false;
    const chain = this.#out.get(back.head);
    if (back.lie !== "" || chain === undefined) {
      this.#owner.giveUp(back.lie);
      return false;
    }
    this.#taken = (this.#taken + 1) & 0xffff;
    this.#out.delete(back.head);
    this.#rooms[back.head] = -1;
    this.#release(back.head, chain.buffers.length);
    chain.done(back.written);
    return true;
  }

  /** The descriptors of a chain come in front of the free ones. */
  #release(head: number, count: number): void {
    let last = head;
    for (let i = 1; i < count; i++) last = this.#next[last]!;
    this.#next[last] = this.#firstFree;
    this.#firstFree = head;
    this.#free += count;
  }
}
