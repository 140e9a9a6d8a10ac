// The tables of one half of the addresses, and what is done with a range of them. Every operation
// has the same form: it goes through the entries that the range touches; what an entry has alone is
// done at once, all else in the table below.
//
//   level 1    512 x 1 GiB    block, or table below
//   level 2    512 x 2 MiB    block, or table below
//   level 3    512 x 4 KiB    page
//
// 1. A table below the first has an entry in use: one that has lost its last is given back.
// 2. The caller has looked: what is to be mapped is free, what is to be changed is mapped, and
//    there are pages enough for the tables.
// 3. What was valid is made invalid before it is another block or a table: the processor may have
//    remembered it, and must never see both (Arm ARM, "Using break-before-make when updating
//    translation table entries").

import { dataSynchronizationBarrier, instructionSynchronizationBarrier } from "../metal/machine";
import { load64, store64 } from "../metal/memory";
import { invalidateTranslation } from "../metal/translation";
import { plus } from "../metal/word";
import { broken } from "../runtime/broken";
import {
  attributesIn, behindEntry, bytesOf, clearTable, entryAt, FIRST_LEVEL, isEmptyTable, isMapped,
  isTable, leafDescriptor, outputOf, TABLE_ENTRIES, tableDescriptor,
} from "./descriptor";
import { isOtherMemory } from "./flags";
import { nextPiece } from "./next-piece";
import { giveBackPages, takePage } from "./page-allocator";
import { replaceEntry } from "./replace-entry";

export class PageTables {
  /** The half's first address. */
  readonly half: bigint;
  /** Of the table of level 1: a physical address. */
  root = 0;
  /** Whether the processor uses them. */
  isLive = false;

  constructor(half: bigint) {
    this.half = half;
  }

  /** An empty half. False: there is no page. @noalloc */
  begin(): boolean {
    const page = takePage();
    if (page < 0) return false;
    this.root = page;
    clearTable(page);
    return true;
  }

  /** The descriptor of the page or block, or 0n. @noalloc */
  leafAt(offset: number): bigint {
    let table = this.root;
    for (let level = FIRST_LEVEL; ; level++) {
      const descriptor = load64(entryAt(table, level, offset));
      if (!isTable(descriptor, level)) return isMapped(descriptor) ? descriptor : 0n;
      table = outputOf(descriptor);
    }
  }

  /** The level of the page or block, or of what is missing. @noalloc */
  levelAt(offset: number): number {
    let table = this.root;
    for (let level = FIRST_LEVEL; ; level++) {
      const descriptor = load64(entryAt(table, level, offset));
      if (!isTable(descriptor, level)) return level;
      table = outputOf(descriptor);
    }
  }

  /** Whether all of the range is mapped, or none of it. @noalloc */
  isAll(mapped: boolean, from: number, to: number): boolean {
    return this.#isAll(mapped, this.root, FIRST_LEVEL, from, to);
  }

  #isAll(mapped: boolean, table: number, level: number, from: number, to: number): boolean {
    let entry = entryAt(table, level, from);
    let end = 0;
    for (let at = from; at < to; at = end) {
      end = Math.min(to, behindEntry(level, at));
      const descriptor = load64(entry);
      entry = plus(entry, 8n);
      if (isTable(descriptor, level)) {
        if (!this.#isAll(mapped, outputOf(descriptor), level + 1, at, end)) return false;
      } else if (isMapped(descriptor) !== mapped) {
        return false;
      }
    }
    return true;
  }

  /** @noalloc */
  map(from: number, to: number, physical: number, attributes: bigint): void {
    this.#map(this.root, FIRST_LEVEL, from, to, physical, attributes);
    this.#finish();
  }

  #map(
    table: number, level: number, from: number, to: number, physical: number, attributes: bigint,
  ): void {
    const bytes = bytesOf(level);
    let entry = entryAt(table, level, from);
    let end = 0;
    for (let at = from; at < to; at = end) {
      end = Math.min(to, at - at % bytes + bytes);
      const output = physical + (at - from);
      if (nextPiece(at, output, end - at) === bytes) {
        store64(entry, leafDescriptor(output, attributes, level));
      } else {
        this.#map(this.#below(entry, level, at), level + 1, at, end, output, attributes);
      }
      entry = plus(entry, 8n);
    }
  }

  /** @noalloc */
  unmap(from: number, to: number): void {
    this.#unmap(this.root, FIRST_LEVEL, from, to);
    this.#finish();
  }

  #unmap(table: number, level: number, from: number, to: number): void {
    for (let at = from; at < to; at = behindEntry(level, at)) {
      const entry = entryAt(table, level, at);
      const end = Math.min(to, behindEntry(level, at));
      if (!isTable(load64(entry), level) && end - at === bytesOf(level)) {
        this.#clear(entry, at);
        continue;
      }
      const below = this.#below(entry, level, at);
      this.#unmap(below, level + 1, at, end);
      if (!isEmptyTable(below)) continue;
      this.#clear(entry, at);
      this.#finish(); // Until then the processor may still look into the table.
      giveBackPages(below, 1);
    }
  }

  /** @noalloc */
  protect(from: number, to: number, attributes: bigint): void {
    this.#protect(this.root, FIRST_LEVEL, from, to, attributes);
    this.#finish();
  }

  #protect(table: number, level: number, from: number, to: number, attributes: bigint): void {
    for (let at = from; at < to; at = behindEntry(level, at)) {
      const entry = entryAt(table, level, at);
      const end = Math.min(to, behindEntry(level, at));
      const descriptor = load64(entry);
      if (isTable(descriptor, level) || end - at < bytesOf(level)) {
        this.#protect(this.#below(entry, level, at), level + 1, at, end, attributes);
        continue;
      }
      const changed = leafDescriptor(outputOf(descriptor), attributes, level);
      if (isOtherMemory(descriptor, attributes)) {
        this.#replace(entry, changed, at);
      } else {
        // Address and type stay: the processor may see the one or the other for a while.
        store64(entry, changed);
        this.#forget(at);
      }
    }
  }

  /** The table below an entry: it is made if there is none, of a block if there is one. */
  #below(entry: bigint, level: number, offset: number): number {
    const descriptor = load64(entry);
    if (isTable(descriptor, level)) return outputOf(descriptor);
    const table = takePage();
    if (table < 0) return broken("a translation table finds no page");
    clearTable(table);
    if (isMapped(descriptor)) this.#fill(table, level + 1, descriptor);
    dataSynchronizationBarrier(); // The table is seen before what leads to it.
    if (isMapped(descriptor)) this.#replace(entry, tableDescriptor(table), offset);
    else store64(entry, tableDescriptor(table));
    return table;
  }

  /** What one block was, as entries of the next level. */
  #fill(table: number, level: number, block: bigint): void {
    const bytes = bytesOf(level);
    for (let i = 0; i < TABLE_ENTRIES; i++) {
      const descriptor = leafDescriptor(outputOf(block) + i * bytes, attributesIn(block), level);
      store64(entryAt(table, level, i * bytes), descriptor);
    }
  }

  /** One valid descriptor in place of another. */
  #replace(entry: bigint, descriptor: bigint, offset: number): void {
    if (this.isLive) replaceEntry(entry, descriptor, this.#page(offset));
    else store64(entry, descriptor);
  }

  #clear(entry: bigint, offset: number): void {
    store64(entry, 0n);
    this.#forget(offset);
  }

  /** The processor forgets what it knows of the address, a little later. */
  #forget(offset: number): void {
    if (!this.isLive) return;
    dataSynchronizationBarrier(); // What it may read again is the new descriptor.
    invalidateTranslation(this.#page(offset));
  }

  /** Everything that has been changed is so from here on. */
  #finish(): void {
    dataSynchronizationBarrier();
    instructionSynchronizationBarrier();
  }

  /** As TLBI has it: bits 55:12 of the address. */
  #page(offset: number): bigint {
    return (plus(this.half, BigInt(offset)) >> 12n) & 0xfff_ffff_ffffn;
  }
}
