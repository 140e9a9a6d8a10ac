// What physical memory there is, and what of it is taken before anybody asks for a page. The boot
// fills it in from the device tree, when there is no heap yet; then it stays as it is.
//
// 1. Memory is rounded inwards to whole pages, what is taken outwards.
// 2. Ranges may overlap: what one of them takes is taken.

import { broken } from "../runtime/broken";
import { PAGE_BYTES } from "./layout";

/** Why a range is in the map. */
export const RANGE_KINDS = ["memory", "image", "device tree", "reserved", "page books"] as const;

/** Indices into RANGE_KINDS. */
export const RANGE = { memory: 0, image: 1, deviceTree: 2, reserved: 3, tables: 4 } as const;

const MOST_RANGES = 32;
/** Pages by number: of addresses below 2^44, which are more than there are, 32 bits hold it. */
const begins = new Uint32Array(MOST_RANGES);
const ends = new Uint32Array(MOST_RANGES);
const kinds = new Uint8Array(MOST_RANGES);
let ranges = 0;

/** Nothing is known. @noalloc */
export function forgetMemory(): void {
  ranges = 0;
}

/** There is RAM from `begin` to `end`, physical addresses. @noalloc */
export function addMemory(begin: number, end: number): void {
  const first = Math.trunc((begin + PAGE_BYTES - 1) / PAGE_BYTES);
  addRange(first, Math.trunc(end / PAGE_BYTES), RANGE.memory);
}

/** Pages that hold some of this are not to be given to anybody. @noalloc */
export function takeRange(begin: number, end: number, kind: number): void {
  const behind = Math.trunc((end + PAGE_BYTES - 1) / PAGE_BYTES);
  addRange(Math.trunc(begin / PAGE_BYTES), behind, kind);
}

/** Pages, by number. */
function addRange(begin: number, end: number, kind: number): void {
  if (begin >= end) return;
  if (ranges === MOST_RANGES) broken("there are more ranges of memory than the map has room for");
  begins[ranges] = begin;
  ends[ranges] = end;
  kinds[ranges] = kind;
  ranges++;
}

/** @noalloc */
export function rangeCount(): number {
  return ranges;
}

/** @noalloc */
export function rangeBegin(range: number): number {
  return begins[range]! * PAGE_BYTES;
}

/** @noalloc */
export function rangeEnd(range: number): number {
  return ends[range]! * PAGE_BYTES;
}

/** @noalloc */
export function rangeKind(range: number): number {
  return kinds[range]!;
}

/** The first physical address of RAM, or of several pieces of it; -1 if there is none. @noalloc */
export function memoryBegin(): number {
  let least = -1;
  for (let i = 0; i < ranges; i++) {
    if (kinds[i] === RANGE.memory && (least < 0 || rangeBegin(i) < least)) least = rangeBegin(i);
  }
  return least;
}

/** Behind the last. @noalloc */
export function memoryEnd(): number {
  let most = -1;
  for (let i = 0; i < ranges; i++) {
    if (kinds[i] === RANGE.memory) most = Math.max(most, rangeEnd(i));
  }
  return most;
}
