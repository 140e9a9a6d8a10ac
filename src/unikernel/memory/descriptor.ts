// An entry of a translation table, and where a table's entries are. Three levels of 512 entries
// each, of 1 GiB, 2 MiB and 4 KiB.

import { load64, store64 } from "../metal/memory";
import { plus } from "../metal/word";
import { virtualOf } from "./layout";

/** What an entry of a table of each level stands for. There is no level 0 in 39 bits. */
export const LEVEL_BYTES = [0, 0x4000_0000, 0x20_0000, 0x1000] as const;
export const FIRST_LEVEL = 1;
export const LAST_LEVEL = 3;
export const TABLE_ENTRIES = 512;
/** What a half of the addresses has. */
export const HALF_BYTES = 0x80_0000_0000;

const OUTPUT = 0x0000_ffff_ffff_f000n;
const VALID = 1n;
/** Above level 3, a block has 0 here; at level 3, a page must have 1. */
const TABLE_OR_PAGE = 2n;

/** @noalloc */
export function bytesOf(level: number): number {
  return LEVEL_BYTES[level]!;
}

/** Where the entry is, for an offset in the half. `table` is a physical address. @noalloc */
export function entryAt(table: number, level: number, offset: number): bigint {
  const index = Math.trunc(offset / bytesOf(level)) % TABLE_ENTRIES;
  return plus(virtualOf(table), BigInt(8 * index));
}

/** The first offset behind the entry. @noalloc */
export function behindEntry(level: number, offset: number): number {
  const bytes = bytesOf(level);
  return offset - offset % bytes + bytes;
}

/** @noalloc */
export function isMapped(descriptor: bigint): boolean {
  return (descriptor & VALID) !== 0n;
}

/** @noalloc */
export function isTable(descriptor: bigint, level: number): boolean {
  return level < LAST_LEVEL && (descriptor & 3n) === (VALID | TABLE_OR_PAGE);
}

/** Where the next table is, or what is mapped. @noalloc */
export function outputOf(descriptor: bigint): number {
  return Number(descriptor & OUTPUT);
}

/** @noalloc */
export function tableDescriptor(table: number): bigint {
  return BigInt(table) | VALID | TABLE_OR_PAGE;
}

/** A page or a block. @noalloc */
export function leafDescriptor(physical: number, attributes: bigint, level: number): bigint {
  return BigInt(physical) | attributes | (level === LAST_LEVEL ? VALID | TABLE_OR_PAGE : VALID);
}

/** What the leaf has besides address and type: bits 63:48 and 11:2. @noalloc */
export function attributesIn(descriptor: bigint): bigint {
  return descriptor & 0xffff_0000_0000_0ffcn;
}

/** @noalloc */
export function clearTable(table: number): void {
  const at = virtualOf(table);
  for (let i = 0; i < TABLE_ENTRIES; i++) store64(plus(at, BigInt(8 * i)), 0n);
}

/** @noalloc */
export function isEmptyTable(table: number): boolean {
  const at = virtualOf(table);
  for (let i = 0; i < TABLE_ENTRIES; i++) {
    if (load64(plus(at, BigInt(8 * i))) !== 0n) return false;
  }
  return true;
}
