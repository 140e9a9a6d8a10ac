// What is in the flash: erase blocks, of which only those that hold something cost memory.
//
// 1. A block that save() has given away is not written again: the next write copies it.

import { CFI_BLOCK } from "../../../formats/devices/cfi-flash";

export interface Sector {
  /** From the flash's first byte. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const ERASED = 0xff;

export class Sectors {
  /** By number. Where there is none, all bytes are 0, as in flash that QEMU has no file for. */
  readonly #blocks: (Uint8Array | undefined)[] = [];
  readonly #written = new Set<number>();
  /** Written, and not given away since. */
  readonly #ours = new Set<number>();
  readonly #contents: Uint8Array;

  /** `contents` is what the flash holds from its first byte on; it is not written. */
  constructor(contents: Uint8Array) {
    this.#contents = contents;
    this.#load();
  }

  /** Four bytes, or fewer, little-endian. They do not go beyond a block. */
  read(offset: number, bytes: number): number {
    const block = this.#blocks[Math.floor(offset / CFI_BLOCK)];
    if (block === undefined) return 0;
    const at = offset % CFI_BLOCK;
    let value = block[at]!;
    if (bytes > 1) value |= block[at + 1]! << 8;
    if (bytes > 2) value |= (block[at + 2]! << 16) | (block[at + 3]! << 24);
    return value >>> 0;
  }

  /** Programming makes ones to zeros, and nothing else. */
  program(offset: number, bytes: number, value: number): void {
    const block = this.#toWrite(Math.floor(offset / CFI_BLOCK));
    const at = offset % CFI_BLOCK;
    for (let i = 0; i < bytes; i++) block[at + i]! &= value >>> (8 * i);
  }

  erase(offset: number): void {
    this.#toWrite(Math.floor(offset / CFI_BLOCK)).fill(ERASED);
  }

  /** Blocks that have been programmed or erased. */
  save(): Sector[] {
    this.#ours.clear();
    return [...this.#written].sort((a, b) => a - b)
      .map((number) => ({ offset: number * CFI_BLOCK, bytes: this.#blocks[number]! }));
  }

  restore(sectors: readonly Sector[]): void {
    this.#load();
    for (const { offset, bytes } of sectors) {
      this.#blocks[offset / CFI_BLOCK] = bytes;
      this.#written.add(offset / CFI_BLOCK);
    }
  }

  #load(): void {
    this.#blocks.length = 0;
    this.#written.clear();
    this.#ours.clear();
    for (let at = 0; at < this.#contents.length; at += CFI_BLOCK) {
      const part = this.#contents.subarray(at, at + CFI_BLOCK);
      this.#blocks.push(part.length === CFI_BLOCK ? part : padded(part));
    }
  }

  #toWrite(number: number): Uint8Array {
    if (!this.#ours.has(number)) {
      this.#blocks[number] = padded(this.#blocks[number] ?? new Uint8Array(0));
      this.#ours.add(number);
      this.#written.add(number);
    }
    return this.#blocks[number]!;
  }
}

/** A copy, with zeros up to a block. */
function padded(bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(CFI_BLOCK);
  block.set(bytes);
  return block;
}
