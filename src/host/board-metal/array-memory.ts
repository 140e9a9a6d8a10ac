// JavaScript's arrays of bytes, as memory of the simulated machine: each has physical addresses,
// where the kernel's loads and a device's own accesses reach the very bytes of the array.
//
// 1. An array keeps its address. Two views of one buffer lie in the same memory.
// 2. Between two buffers there is nothing: who goes over the end of one finds no memory.

import { VIEW } from "../../formats/objects/layout";
import type { GuestMemory } from "../../machine/devices/device";
import { UPPER_HALF } from "../../unikernel/memory/layout";

/** Where they begin: behind any RAM that a board has, as a physical address. */
const ARRAYS = 0x20_0000_0000;
/** Buffers begin at multiples of this, with room between them. */
const SPACING = 4096;

/** Of a load or a store. */
export type AccessBytes = 1 | 2 | 4 | 8;

interface Placed {
  /** Physical. */
  readonly begin: number;
  readonly view: DataView;
}

export class ArrayMemory {
  /** In the order of their addresses. */
  readonly #placed: Placed[] = [];
  readonly #byBuffer = new WeakMap<ArrayBufferLike, Placed>();
  readonly #headers = new WeakMap<Uint8Array, bigint>();
  #end = ARRAYS;

  /** The virtual address of a header, as the runtime makes one: it says where the bytes are. */
  headerOf(view: Uint8Array): bigint {
    const known = this.#headers.get(view);
    if (known !== undefined) return known;
    const header = new BigUint64Array(Math.ceil(VIEW.bytes / 8));
    header[VIEW.data / 8] = virtual(this.#place(view.buffer).begin + view.byteOffset);
    const address = virtual(this.#place(header.buffer).begin);
    this.#headers.set(view, address);
    return address;
  }

  /** undefined: there is no such array. */
  load(physical: number, bytes: AccessBytes): bigint | undefined {
    const found = this.#at(physical, bytes);
    if (found === undefined) return undefined;
    const { view, offset } = found;
    switch (bytes) {
      case 1: return BigInt(view.getUint8(offset));
      case 2: return BigInt(view.getUint16(offset, true));
      case 4: return BigInt(view.getUint32(offset, true));
      case 8: return view.getBigUint64(offset, true);
    }
  }

  /** A value of so many bytes. False: there is no such array. */
  store(physical: number, bytes: AccessBytes, value: bigint): boolean {
    const found = this.#at(physical, bytes);
    if (found === undefined) return false;
    const { view, offset } = found;
    switch (bytes) {
      case 1: view.setUint8(offset, Number(value)); break;
      case 2: view.setUint16(offset, Number(value), true); break;
      case 4: view.setUint32(offset, Number(value), true); break;
      case 8: view.setBigUint64(offset, value, true); break;
    }
    return true;
  }

  /** What devices see: the board's RAM, and these arrays behind it. */
  behind(ram: GuestMemory): GuestMemory {
    return {
      bytes: (address, length) =>
        this.#bytes(Number(address), length) ?? ram.bytes(address, length),
      write: (address, bytes) => {
        const target = this.#bytes(Number(address), bytes.length);
        target?.set(bytes);
        return target !== undefined || ram.write(address, bytes);
      },
    };
  }

  /** Where the bytes at a physical address are; undefined: they are not those of one array. */
  #at(physical: number, length: number): { view: DataView; offset: number } | undefined {
    if (physical < ARRAYS) return undefined;
    const placed = this.#placed[this.#before(physical)];
    if (placed === undefined) return undefined;
    const offset = physical - placed.begin;
    return offset + length <= placed.view.byteLength ? { view: placed.view, offset } : undefined;
  }

  /** Live. */
  #bytes(physical: number, length: number): Uint8Array | undefined {
    const found = this.#at(physical, length);
    if (found === undefined) return undefined;
    return new Uint8Array(found.view.buffer, found.offset, length);
  }

  /** The index of the last one that begins at an address or in front of it; -1. */
  #before(physical: number): number {
    let [low, high] = [0, this.#placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#placed[middle]!.begin <= physical) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #place(buffer: ArrayBufferLike): Placed {
    const known = this.#byBuffer.get(buffer);
    if (known !== undefined) return known;
    const placed = { begin: this.#end, view: new DataView(buffer) };
    this.#end += SPACING * (1 + Math.ceil(buffer.byteLength / SPACING));
    this.#placed.push(placed);
    this.#byBuffer.set(buffer, placed);
    return placed;
  }
}

const virtual = (physical: number): bigint => UPPER_HALF + BigInt(physical);
