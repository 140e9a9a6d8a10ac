// mem: the kernel's page tables, for everybody. The upper half is the kernel's, the lower for
// programs; a range is in one of them.
//
// IncludeOS: os::mem::map(Map {lin, phy, flags, size, page_sizes}, name), on AArch64 an empty weak
// function. Ours has no name and no page_sizes (the largest that fit), and answers; besides:
//
// 1. Nothing is mapped over what is mapped; unmap and protect take any part of what is.
// 2. Nothing is writable and executable, whoever asks; and there is never anything at page 0.
// 3. What cannot be done is answered, by the first of MapResult's reasons that there is, and then
//    nothing has changed.
// 4. What is mapped has memory from the start. Whoever fills pages on first touch maps each of them
//    when it faults.

import { minus } from "../metal/word";
import { attributesOf } from "./attributes";
import { bytesOf, HALF_BYTES, outputOf } from "./descriptor";
import { flagsOf, flawOf } from "./flags";
import { PAGE_BYTES, UPPER_HALF } from "./layout";
import { freePages } from "./page-allocator";
import { PageTables } from "./page-tables";

export type MapResult =
  | "done"
  /** Not whole pages, not in one half, page 0, or beyond the processor's physical addresses. */
  | "no such range"
  | "no such flags"
  | "writable and executable"
  | "already mapped"
  | "not mapped"
  /**
   * Fewer are free than the tables may need: two at each end of the range; and where the two
   * addresses are not alike within a block, one for each 2 MiB or GiB of it.
   */
  | "no page left";

const upper = new PageTables(UPPER_HALF);
const lower = new PageTables(0n);

/** What a descriptor has room for: 48 bits. The processor may have fewer. */
let physicalEnd = 0x1_0000_0000_0000;

/** Physical addresses of the processor end there. @noalloc */
export function limitPhysical(end: number): void {
  physicalEnd = end;
}

/** TTBR1's and TTBR0's. @noalloc */
export function upperTables(): PageTables {
  return upper;
}

/** @noalloc */
export function lowerTables(): PageTables {
  return lower;
}

/**
 * From now on the addresses from `virtual` on are `bytes` of physical memory from `physical` on,
 * with the largest pages that fit: 4 KiB, 2 MiB, 1 GiB. `flags`: a sum of PAGE's. @noalloc
 */
export function map(virtual: bigint, physical: number, bytes: number, flags: number): MapResult {
  if (!isRange(virtual, bytes) || !isPhysical(physical, bytes)) return "no such range";
  const flaw = flawOf(flags);
  if (flaw !== "") return flaw;
  const tables = tablesOf(virtual);
  const from = offsetOf(virtual);
  if (!tables.isAll(false, from, from + bytes)) return "already mapped";
  if (freePages() < tablesFor(from, physical, bytes)) return "no page left";
  tables.map(from, from + bytes, physical, attributesOf(flags));
  return "done";
}

/** Nothing is there any more. What was there stays whose it was. @noalloc */
export function unmap(virtual: bigint, bytes: number): MapResult {
  const flaw = mappedFlaw(virtual, bytes);
  if (flaw !== "done") return flaw;
  const from = offsetOf(virtual);
  tablesOf(virtual).unmap(from, from + bytes);
  return "done";
}

/** The same memory, with other flags. @noalloc */
export function protect(virtual: bigint, bytes: number, flags: number): MapResult {
  if (!isRange(virtual, bytes)) return "no such range";
  const flaw = flawOf(flags);
  if (flaw !== "") return flaw;
  const missing = mappedFlaw(virtual, bytes);
  if (missing !== "done") return missing;
  const from = offsetOf(virtual);
  tablesOf(virtual).protect(from, from + bytes, attributesOf(flags));
  return "done";
}

/** The physical address of what is there; -1: nothing is. @noalloc */
export function translate(virtual: bigint): number {
  if (!isAddress(virtual)) return -1;
  const offset = offsetOf(virtual);
  const tables = tablesOf(virtual);
  const leaf = tables.leafAt(offset);
  return leaf === 0n ? -1 : outputOf(leaf) + offset % bytesOf(tables.levelAt(offset));
}

/** The sum of PAGE's for what is there; 0: nothing is. @noalloc */
export function flags(virtual: bigint): number {
  if (!isAddress(virtual)) return 0;
  const leaf = tablesOf(virtual).leafAt(offsetOf(virtual));
  return leaf === 0n ? 0 : flagsOf(leaf);
}

/** Of the page or block that is there: its bytes; 0: nothing is. @noalloc */
export function pageBytes(virtual: bigint): number {
  if (flags(virtual) === 0) return 0;
  return bytesOf(tablesOf(virtual).levelAt(offsetOf(virtual)));
}

// ---- ranges

function tablesOf(virtual: bigint): PageTables {
  return virtual >= UPPER_HALF ? upper : lower;
}

function offsetOf(virtual: bigint): number {
  return Number(minus(virtual, tablesOf(virtual).half));
}

/** Bits 63 to 39 are all alike. */
function isAddress(virtual: bigint): boolean {
  return virtual >= UPPER_HALF || virtual < BigInt(HALF_BYTES);
}

function isRange(virtual: bigint, bytes: number): boolean {
  const isPageZero = virtual < BigInt(PAGE_BYTES);
  return isAddress(virtual) && !isPageZero && arePages(offsetOf(virtual), bytes, HALF_BYTES);
}

function isPhysical(physical: number, bytes: number): boolean {
  return physical >= 0 && arePages(physical, bytes, physicalEnd);
}

/** Whole pages, and not behind `end`. */
function arePages(begin: number, bytes: number, end: number): boolean {
  if (bytes <= 0 || bytes > end || begin > end - bytes) return false;
  return begin % PAGE_BYTES === 0 && bytes % PAGE_BYTES === 0;
}

function mappedFlaw(virtual: bigint, bytes: number): MapResult {
  if (!isRange(virtual, bytes)) return "no such range";
  const tables = tablesOf(virtual);
  const from = offsetOf(virtual);
  if (!tables.isAll(true, from, from + bytes)) return "not mapped";
  const needed = splitsAt(tables, from) + splitsAt(tables, from + bytes);
  return freePages() < needed ? "no page left" : "done";
}

// ---- pages that tables will take, at most

/** Where a range has an end within a block, the block gets a table, and maybe one of its blocks. */
function splitsAt(tables: PageTables, edge: number): number {
  if (edge === HALF_BYTES || tables.leafAt(edge) === 0n) return 0;
  let level = tables.levelAt(edge);
  let splits = 0;
  for (; edge % bytesOf(level) !== 0; level++) splits++;
  return splits;
}

function tablesFor(from: number, physical: number, bytes: number): number {
  return tablesBelow(1, from, physical, bytes) + tablesBelow(2, from, physical, bytes);
}

/** Blocks of the level do for the middle, if the two addresses are alike; its ends take tables. */
function tablesBelow(level: number, from: number, physical: number, bytes: number): number {
  const size = bytesOf(level);
  const first = Math.trunc(from / size);
  const entries = Math.trunc((from + bytes - 1) / size) - first + 1;
  return (from - physical) % size === 0 ? Math.min(entries, 2) : entries;
}
