// The heap: pages of 4 KiB, and beside them what the collector must know. A page is free, or holds
// cells of one size, or is one of a run that holds a large object. Nothing ever moves.
//
//   begin      tables of the free cells (cells.ts)
//              a kind a page, 32 bits each
//              a mark a granule, a bit each
//              the collector's stack of objects still to be looked into
//   next page  the pages
//
// 1. A cell that is free says so in its header, and has the next free cell's address behind it.
// 2. A cell that is in use begins with its object's header.

import { load32, load64, load8, store32, store64, store8 } from "../metal/memory";
import { minus, plus, roundUp, times } from "../metal/word";

export const PAGE = 4096n;

/**
 * Kinds of pages: free; 16 to 2048, cells of so many bytes; the first of n, FIRST + n; n pages
 * behind the first, REST + n.
 */
export const FREE = 0;
export const LARGEST_CELL = 2048n;
export const REST = 0x2000_0000;
export const FIRST = 0x4000_0000;

/** The class in a free cell's header. */
export const FREE_CLASS = 0xffff_ffff;

/** For tables of the free cells. */
const CELL_TABLES = 512n;

let begin = 0n;
let kinds = 0n;
let marks = 0n;
let work = 0n;
let pages = 0n;
let end = 0n;
let freePages = 0n;
/** Where the search for free pages goes on. */
let hand = 0n;

/** The heap is what lies between the two, multiples of a page. All of it is free. */
export function initializePages(heapBegin: bigint, heapEnd: bigint): void {
  const bytes = minus(heapEnd, heapBegin);
  begin = heapBegin;
  end = heapEnd;
  kinds = plus(begin, CELL_TABLES);
  marks = roundUp(plus(kinds, times(bytes / PAGE, 4n)), 16n);
  work = plus(marks, bytes / 128n);
  pages = roundUp(plus(work, bytes / 256n), PAGE);
  hand = pages;
  freePages = minus(end, pages) / PAGE;
  // The collector clears the marks before it makes any, and its stack is empty then.
  fill(begin, marks, 0n);
}

export function cellTables(): bigint {
  return begin;
}

export function firstPage(): bigint {
  return pages;
}

export function pagesEnd(): bigint {
  return end;
}

export function workBegin(): bigint {
  return work;
}

export function workEnd(): bigint {
  return pages;
}

/** Writes a word again and again, from a multiple of 8 until `to` is reached. */
export function fill(from: bigint, to: bigint, word: bigint): void {
  let at = from;
  // Four at a time: this is where a program that makes large objects spends its time.
  for (let next = plus(at, 32n); next <= to; next = plus(next, 32n)) {
    store64(at, word);
    store64(plus(at, 8n), word);
    store64(plus(at, 16n), word);
    store64(plus(at, 24n), word);
    at = next;
  }
  for (; at < to; at = plus(at, 8n)) store64(at, word);
}

// ---- pages

function kindAddress(page: bigint): bigint {
  return plus(kinds, minus(page, pages) >> 10n);
}

export function kindOf(page: bigint): number {
  return load32(kindAddress(page));
}

/** So many pages on end, of any kind yet: the first's address, or 0n if there are none. */
export function takePages(count: bigint): bigint {
  if (count > freePages) return 0n;
  let run = findPages(hand, count);
  if (run === 0n) run = findPages(pages, count);
  if (run === 0n) return 0n;
  freePages = minus(freePages, count);
  hand = plus(run, times(count, PAGE));
  return run;
}

function findPages(from: bigint, count: bigint): bigint {
  const bytes = times(count, PAGE);
  let run = from;
  let page = from;
  while (page < end) {
    const isFree = kindOf(page) === FREE;
    page = plus(page, PAGE);
    if (!isFree) run = page;
    else if (minus(page, run) === bytes) return run;
  }
  return 0n;
}

/** The page holds cells of so many bytes from now on. */
export function holdCells(page: bigint, bytes: bigint): void {
  store32(kindAddress(page), Number(bytes));
}

/** The pages hold one object from now on. */
export function holdLarge(first: bigint, count: bigint): void {
  store32(kindAddress(first), FIRST + Number(count));
  for (let n = 1n; n < count; n = plus(n, 1n)) {
    store32(kindAddress(plus(first, times(n, PAGE))), REST + Number(n));
  }
}

export function freePagesFrom(first: bigint, count: bigint): void {
  for (let n = 0n; n < count; n = plus(n, 1n)) {
    store32(kindAddress(plus(first, times(n, PAGE))), FREE);
  }
  freePages = plus(freePages, count);
}

/** Of a large object whose first page this is. */
export function pagesOfLarge(kind: number): bigint {
  return BigInt(kind - FIRST);
}

// ---- what an address points into

/** The first byte of the object that an address points to, or into; 0n if there is none. */
export function objectAround(address: bigint): bigint {
  if (address < pages || address >= end) return 0n;
  const page = minus(address, minus(address, pages) & 0xfffn);
  const kind = kindOf(page);
  if (kind === FREE) return 0n;
  if (kind >= FIRST) return page;
  if (kind >= REST) return minus(page, times(BigInt(kind - REST), PAGE));
  const size = BigInt(kind);
  const offset = minus(address, page);
  const cell = minus(address, offset % size);
  const isWhole = plus(minus(cell, page), size) <= PAGE;
  return isWhole && load32(cell) !== FREE_CLASS ? cell : 0n;
}

export function isInHeap(address: bigint): boolean {
  return address >= pages && address < end;
}

// ---- marks

function markAddress(object: bigint): bigint {
  return plus(marks, minus(object, pages) >> 7n);
}

function markBit(object: bigint): number {
  return 1 << Number((minus(object, pages) >> 4n) & 7n);
}

export function isMarked(object: bigint): boolean {
  return (load8(markAddress(object)) & markBit(object)) !== 0;
}

/** Whether the object had no mark before. */
export function setMark(object: bigint): boolean {
  const at = markAddress(object);
  const before = load8(at);
  const after = before | markBit(object);
  store8(at, after);
  return after !== before;
}

/** Whether an object in the page has a mark: the page's marks are four words. */
export function hasMarks(page: bigint): boolean {
  const at = markAddress(page);
  const low = load64(at) | load64(plus(at, 8n));
  return (low | load64(plus(at, 16n)) | load64(plus(at, 24n))) !== 0n;
}

export function clearMarks(): void {
  fill(marks, work, 0n);
}

// ---- free cells

export function nextFree(cell: bigint): bigint {
  return load64(plus(cell, 8n));
}

export function makeFree(cell: bigint, next: bigint): void {
  store32(cell, FREE_CLASS);
  store64(plus(cell, 8n), next);
}
