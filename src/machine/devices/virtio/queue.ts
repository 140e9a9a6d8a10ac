// A split virtqueue, from the device's side ("Virtual I/O Device (VIRTIO) Version 1.2", section
// 2.7): takes the chains that the driver makes available, gives them back as used, and decides
// whether that is worth an interrupt.
//
// 1. Whatever is in RAM is the driver's word, and is looked at once. What is wrong with it ends in
//    owner.fail(): the device asks to be reset, and takes nothing until it is.
// 2. `next` and `used` are the device's own. It never reads back what it has written.

import {
  AVAILABLE, AVAILABLE_NO_INTERRUPT, DESCRIPTOR, DESCRIPTOR_BYTES, USED, USED_ELEMENT, availEventAt,
  usedEventAt,
} from "../../../formats/devices/virtqueue";
import type { GuestMemory } from "../device";
import type { GuestBuffer, Descriptor } from "./chain";
import { fieldOf, putField, wideFieldOf } from "./fields";
import { GuestBuffers } from "./guest-buffers";
import type { VirtioParts } from "./parts";

/** Where the driver has put the three areas; size in descriptors. */
export interface QueueLayout {
  readonly size: number;
  readonly descriptors: bigint;
  readonly available: bigint;
  readonly used: bigint;
}

/** A chain of buffers that the driver has made available. */
export interface Chain {
  /** The number of its first descriptor, which is how both sides name it. */
  readonly head: number;
  readonly readable: GuestBuffers;
  readonly writable: GuestBuffers;
}

/** What a queue needs of the device that it belongs to. */
export interface QueueOwner {
  readonly memory: GuestMemory;
  readonly parts: VirtioParts;
  /** The driver is ready, and has done nothing that cannot be. */
  readonly isLive: boolean;
  readonly usesEventIndex: boolean;
  interrupt(): void;
  fail(reason: string): void;
}

export interface QueueState {
  readonly layout: QueueLayout | undefined;
  readonly next: number;
  readonly used: number;
  readonly signalled: number;
}

export class Virtqueue {
  readonly #owner: QueueOwner;
  #layout: QueueLayout | undefined; // undefined: not ready
  #next = 0; // the index of the chain to take next
  #used = 0; // the index of the chain to give back next
  #signalled = 0; // what `used` was when the driver was last thought of

  constructor(owner: QueueOwner) {
    this.#owner = owner;
  }

  get isReady(): boolean {
    return this.#layout !== undefined;
  }

  /** The driver says where it is; undefined takes it out of use. The indices go on. */
  set layout(layout: QueueLayout | undefined) {
    this.#layout = layout;
  }

  reset(): void {
    this.restore({ layout: undefined, next: 0, used: 0, signalled: 0 });
  }

  save(): QueueState {
    return {
      layout: this.#layout, next: this.#next, used: this.#used, signalled: this.#signalled,
    };
  }

  restore(state: QueueState): void {
    this.#layout = state.layout;
    this.#next = state.next;
    this.#used = state.used;
    this.#signalled = state.signalled;
  }

  /** How many chains wait to be taken. */
  get waiting(): number {
    const layout = this.#layout;
    if (layout === undefined || !this.#owner.isLive) return 0;
    const idx = this.#half(layout.available + BigInt(AVAILABLE.idx.at));
    if (idx === undefined) return this.#fail("an available ring outside of RAM") ?? 0;
    const waiting = (idx - this.#next) & 0xffff;
    return waiting <= layout.size ? waiting
      : this.#fail("more chains available than there are descriptors") ?? 0;
  }

  /** The next chain, in the driver's order. */
  take(): Chain | undefined {
    const layout = this.#layout;
    if (layout === undefined || this.waiting === 0) return undefined;
    const slot = AVAILABLE.ring.at + AVAILABLE.ring.bytes * (this.#next % layout.size);
    const head = this.#half(layout.available + BigInt(slot));
    if (head === undefined) return this.#fail("an available ring outside of RAM");

    const { memory, parts } = this.#owner;
    const table = { address: layout.descriptors, size: layout.size };
    const walk = parts.walkChain(table, head, (address) => this.#descriptor(address));
    if ("wrong" in walk) return this.#fail(walk.wrong);
    const isRam = ({ address, length }: GuestBuffer): boolean =>
      memory.bytes(address, length) !== undefined;
    if (![...walk.readable, ...walk.writable].every(isRam)) {
      return this.#fail("a buffer outside of RAM");
    }

    this.#next = (this.#next + 1) & 0xffff;
    this.#askForNotice();
    return {
      head,
      readable: new GuestBuffers(memory, walk.readable),
      writable: new GuestBuffers(memory, walk.writable),
    };
  }

  /** The last `count` chains that were taken, and not given, are as if they had not been. */
  untake(count = 1): void {
    this.#next = (this.#next - count) & 0xffff;
    this.#askForNotice();
  }

  /** The driver may have `chain` back; the device has written `written` bytes of it. */
  give(chain: Chain, written: number): void {
    const layout = this.#layout;
    if (layout === undefined || !this.#owner.isLive) return;
    const element = new Uint8Array(USED.ring.bytes);
    putField(element, USED_ELEMENT.id, chain.head);
    putField(element, USED_ELEMENT.len, written);
    const slot = USED.ring.at + USED.ring.bytes * (this.#used % layout.size);
    this.#used = (this.#used + 1) & 0xffff;
    // The element first: whoever sees the index must find it there.
    const isWritten = this.#owner.memory.write(layout.used + BigInt(slot), element)
      && this.#putHalf(layout.used + BigInt(USED.idx.at), this.#used);
    if (!isWritten) this.#fail("a used ring outside of RAM");
  }

  /**
   * Has `handle` deal with the chains that wait now, one after the other. What it returns is how
   * many bytes it has written; undefined leaves the chain to the driver, and ends it.
   * They are counted beforehand, since a request may write into the very ring that it came from.
   */
  serve(handle: (chain: Chain) => number | undefined): void {
    for (let waiting = this.waiting; waiting > 0; waiting--) {
      const chain = this.take();
      if (chain === undefined) break;
      const written = handle(chain);
      if (written === undefined) {
        this.untake();
        break;
      }
      this.give(chain, written);
    }
    this.signal();
  }

  /** Interrupts, if chains have been given and the driver wants to know. */
  signal(): void {
    const layout = this.#layout;
    const old = this.#signalled;
    if (layout === undefined || this.#used === old) return;
    this.#signalled = this.#used;
    if (this.#isWanted(layout, old)) this.#owner.interrupt();
  }

  /** Whether the driver wants an interrupt, now that `used` is no longer `old`. */
  #isWanted({ available, size }: QueueLayout, old: number): boolean {
    const { parts, usesEventIndex } = this.#owner;
    if (usesEventIndex) {
      const event = this.#half(available + BigInt(usedEventAt(size)));
      return event !== undefined && parts.needsEvent(event, this.#used, old);
    }
    const flags = this.#half(available + BigInt(AVAILABLE.flags.at));
    return flags !== undefined && (flags & AVAILABLE_NO_INTERRUPT) === 0;
  }

  /** The device wants to be notified of the very next chain. */
  #askForNotice(): void {
    const layout = this.#layout;
    if (layout === undefined || !this.#owner.isLive || !this.#owner.usesEventIndex) return;
    const event = layout.used + BigInt(availEventAt(layout.size));
    if (!this.#putHalf(event, this.#next)) this.#fail("a used ring outside of RAM");
  }

  #descriptor(address: bigint): Descriptor | undefined {
    const bytes = this.#owner.memory.bytes(address, DESCRIPTOR_BYTES);
    return bytes && {
      addr: wideFieldOf(bytes, DESCRIPTOR.addr),
      len: fieldOf(bytes, DESCRIPTOR.len),
      flags: fieldOf(bytes, DESCRIPTOR.flags),
      next: fieldOf(bytes, DESCRIPTOR.next),
    };
  }

  /** 16 bits of RAM. */
  #half(address: bigint): number | undefined {
    const bytes = this.#owner.memory.bytes(address, 2);
    return bytes && bytes[0]! + 256 * bytes[1]!;
  }

  #putHalf(address: bigint, value: number): boolean {
    return this.#owner.memory.write(address, Uint8Array.of(value & 0xff, value >> 8));
  }

  #fail(reason: string): undefined {
    this.#owner.fail(reason);
    return undefined;
  }
}
