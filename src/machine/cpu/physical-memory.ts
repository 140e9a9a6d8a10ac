// RAM, and a bus for what is not RAM. Each page of RAM has marks, which a store looks at once: is
// there decoded code that it makes stale, a snapshot that wants the page as it was, an address
// that a monitor watches?

import { bug } from "../../base/bug";
import type { PhysAddr } from "../../base/word";
import { PAGE, RAM_OFFSET } from "./layout";

/** Marks of a page. */
export const CODE = 1;
export const SNAPSHOT = 2;
export const WATCHED = 4;
export const COMPILED = 8;

/** Devices, as chapter 6 has them. `bytes` is 1, 2, 4 or 8. */
export interface Bus {
  /** undefined: nothing is there. */
  read(address: PhysAddr, bytes: number): bigint | undefined;
  /** false: nothing is there. */
  write(address: PhysAddr, bytes: number, value: bigint): boolean;
}

/** A bus with nothing on it. */
export const EMPTY_BUS: Bus = { read: () => undefined, write: () => false };

/** Hears of a store to a marked page, before it: the page, and which bytes of RAM. */
export type StoreListener = (page: number, offset: number, length: number) => void;

/** Hears that a page had no mark and has one now; undefined: perhaps any page. */
export type MarkListener = (page: number | undefined) => void;

export class PhysicalMemory {
  readonly memory: WebAssembly.Memory;
  /** The physical address of RAM's first byte, and how many there are. */
  readonly base: PhysAddr;
  readonly size: number;
  readonly bus: Bus;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** A page of RAM each. Only mark() and markAll() set any; whoever set one may clear it. */
  readonly marks: Uint8Array;
  readonly #listeners: StoreListener[] = [];
  readonly #markListeners: MarkListener[] = [];

  constructor(memory: WebAssembly.Memory, base: PhysAddr, size: number, bus: Bus = EMPTY_BUS) {
    if (base % PAGE !== 0 || size % PAGE !== 0) bug("RAM is not whole pages");
    this.memory = memory;
    this.base = base;
    this.size = size;
    this.bus = bus;
    this.bytes = new Uint8Array(memory.buffer, RAM_OFFSET, size);
    this.view = new DataView(memory.buffer, RAM_OFFSET, size);
    this.marks = new Uint8Array(size / PAGE);
  }

  /** Where `address` is in `bytes`, or -1 if it is not RAM. */
  offsetOf(address: PhysAddr): number {
    const offset = address - this.base;
    return offset >= 0 && offset < this.size ? offset : -1;
  }

  /** `listener` hears of each store to a page that has a mark, before the store. */
  onMarkedStore(listener: StoreListener): void {
    this.#listeners.push(listener);
  }

  /** `listener` hears of each page that gets its first mark. */
  onMark(listener: MarkListener): void {
    this.#markListeners.push(listener);
  }

  /** Stores to the page are looked at from now on. */
  mark(page: number, mark: number): void {
    const isFirst = this.marks[page] === 0;
    this.marks[page]! |= mark;
    if (isFirst) for (const listener of this.#markListeners) listener(page);
  }

  /** The same for every page. */
  markAll(mark: number): void {
    const { marks } = this;
    for (let page = 0; page < marks.length; page++) marks[page]! |= mark;
    for (const listener of this.#markListeners) listener(undefined);
  }

  /** To be called before `length` bytes at `offset` change, whoever changes them. */
  willChange(offset: number, length: number): void {
    const last = Math.floor((offset + length - 1) / PAGE);
    for (let page = Math.floor(offset / PAGE); page <= last; page++) {
      if (this.marks[page] === 0) continue;
      this.marks[page]! &= ~WATCHED; // Whoever goes on watching the page marks it again.
      for (const listener of this.#listeners) listener(page, offset, length);
    }
  }

  /** Puts bytes into RAM from outside: a loader, a device, a debugger. */
  write(address: PhysAddr, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const offset = this.offsetOf(address);
    const isRam = offset >= 0 && offset + bytes.length <= this.size;
    if (!isRam) bug(`0x${address.toString(16)} is not RAM`);
    this.willChange(offset, bytes.length);
    this.bytes.set(bytes, offset);
  }

  /** `length` bytes, 1 to 16, little-endian; undefined: nothing is there. */
  load(address: PhysAddr, length: number): bigint | undefined {
    const offset = this.offsetOf(address);
    let value = 0n;
    if (offset >= 0) {
      for (let i = length - 1; i >= 0; i--) {
        value = (value << 8n) | BigInt(this.view.getUint8(offset + i));
      }
      return value;
    }
    for (const [done, bytes] of busAccesses(address, length)) {
      const read = this.bus.read(address + done, bytes);
      if (read === undefined) return undefined;
      value |= read << BigInt(8 * done);
    }
    return value;
  }

  /** The same for a store; false: nothing is there. */
  store(address: PhysAddr, length: number, value: bigint): boolean {
    const part = (done: number, bytes: number): bigint =>
      BigInt.asUintN(8 * bytes, value >> BigInt(8 * done));
    const offset = this.offsetOf(address);
    if (offset < 0) {
      return busAccesses(address, length)
        .every(([done, bytes]) => this.bus.write(address + done, bytes, part(done, bytes)));
    }
    this.willChange(offset, length);
    for (let i = 0; i < length; i++) this.view.setUint8(offset + i, Number(part(i, 1)));
    return true;
  }
}

/** Part of an access: how many bytes of it come before, and how many these are. */
type Part = readonly [done: number, bytes: number];

/** As the bus takes them: 1, 2, 4 or 8 bytes at a time, each aligned. */
function busAccesses(address: PhysAddr, length: number): Part[] {
  const accesses: Part[] = [];
  for (let done = 0; done < length;) {
    let bytes = 8;
    while (done + bytes > length || (address + done) % bytes !== 0) bytes /= 2;
    accesses.push([done, bytes]);
    done += bytes;
  }
  return accesses;
}
