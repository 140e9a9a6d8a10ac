// Physical pages: who has which, in two bits a page.
//
//   physical   first                                                        first + 4096 * pages
//              +--------+--------+--------+--------+--------+--------+--------+
//   owned      |   1    |   1    |   0    |   0    |   1    |   1    |   1    |  may be given away
//   free       |   1    |   0    |   0    |   0    |   1    |   1    |   0    |  nobody has it
//              +--------+--------+--------+--------+--------+--------+--------+
//                         given    image    hole                       given
//
// 1. A page that is free is owned. What is given back must be owned and not free.
// 2. No page below `lowest` is free: who wants one page gets the first.
// 3. Nothing here allocates: this comes before the heap.

import { store64 } from "../metal/memory";
import { plus } from "../metal/word";
import { broken } from "../runtime/broken";
import { findGap } from "./find-gap";
import { findRun } from "./find-run";
import { PAGE_BYTES, virtualOf } from "./layout";
import {
  memoryBegin, memoryEnd, RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind, takeRange,
} from "./memory-map";
import { ALL, isSet, PER_WORD, setBits, wordOf } from "./page-bits";

let owned = 0n;
let free = 0n;
let first = 0;
let pages = 0;
let lowest = 0;
let freeCount = 0;
let ownedCount = 0;

/**
 * From now on the pages of the memory map are given away. The tables go below `limit`, a physical
 * address: what is above is not mapped yet. False if there is no room for them. @noalloc
 */
export function initializePages(limit: number): boolean {
  first = memoryBegin();
  if (first < 0) return false;
  pages = Math.trunc((memoryEnd() - first) / PAGE_BYTES);
  const bytes = Math.trunc((pages + PER_WORD - 1) / PER_WORD) * 8;
  const tables = findGap(2 * bytes, limit);
  if (tables < 0) return false;
  takeRange(tables, tables + 2 * bytes, RANGE.tables);
  owned = virtualOf(tables);
  free = plus(owned, BigInt(bytes));
  const end = plus(free, BigInt(bytes));
  for (let at = owned; at < end; at = plus(at, 8n)) store64(at, 0n);
  setRanges(true);
  setRanges(false);
  count();
  return true;
}

/** What is memory is owned and free; what has been taken of it is neither. */
function setRanges(isMemory: boolean): void {
  for (let i = 0; i < rangeCount(); i++) {
    if ((rangeKind(i) === RANGE.memory) !== isMemory) continue;
    const begin = pageOf(Math.max(rangeBegin(i), first));
    const end = Math.min(pageOf(rangeEnd(i)), pages);
    setBits(owned, begin, end, isMemory);
    setBits(free, begin, end, isMemory);
  }
}

function count(): void {
  freeCount = 0;
  for (let page = 0; page < pages;) {
    const word = page % PER_WORD === 0 ? wordOf(free, page) : 1n;
    if (word === ALL) freeCount += PER_WORD;
    else if (word !== 0n && isSet(free, page)) freeCount++;
    page += word === ALL || word === 0n ? PER_WORD : 1;
  }
  ownedCount = freeCount;
  lowest = 0;
}

/** @noalloc */
export function freePages(): number {
  return freeCount;
}

/** Pages that were free when all began. @noalloc */
export function ownedPages(): number {
  return ownedCount;
}

/** A page, by its physical address; -1 if there is none. What is in it is anybody's. @noalloc */
export function takePage(): number {
  return takePages(1, 1);
}

/**
 * So many pages on end, the first of them at a multiple of `alignment` pages (a power of 2); -1 if
 * there is no such run. @noalloc
 */
export function takePages(run: number, alignment: number): number {
  if (run < 1 || run > freeCount) return -1;
  const page = findRun(free, pages, Math.trunc(first / PAGE_BYTES), lowest, run, alignment);
  if (page < 0) return -1;
  setBits(free, page, page + run, false);
  freeCount -= run;
  // The first free page of all, or the first that is a run of one.
  if (page === lowest || (run === 1 && alignment === 1)) lowest = page + run;
  return first + page * PAGE_BYTES;
}

/** As many as were taken, or some of them. @noalloc */
export function giveBackPages(physical: number, run: number): void {
  const page = pageOf(physical);
  if (run < 1 || physical % PAGE_BYTES !== 0) broken("what is given back is no page");
  if (physical < first || page + run > pages) broken("a page is given back that is no RAM");
  for (let i = page; i < page + run; i++) {
    if (!isSet(owned, i)) broken("a page is given back that was never given away");
    if (isSet(free, i)) broken("a page is given back twice");
  }
  setBits(free, page, page + run, true);
  freeCount += run;
  lowest = Math.min(lowest, page);
}

function pageOf(physical: number): number {
  return Math.trunc((physical - first) / PAGE_BYTES);
}
