// OS::init_heap: the memory that there is, from the device tree; what of it is taken; and a part of
// the rest for the heap. Everything before this step is @noalloc.
//
// 1. The heap is mapped already: it lies in the GiB that holds the image.
// 2. It takes a quarter of the memory, and not more than MOST_HEAP: other pages are for programs.

import { deviceTree } from "../device-tree/flattened-tree";
import { bigEndian64 } from "../device-tree/big-endian";
import { childCalled, nodeOfType } from "../device-tree/lookup";
import { numberOf, rangeBegin, rangeBytes, rangeCount, valueBytes } from "../device-tree/values";
import { findGap } from "../memory/find-gap";
import { physicalOf, virtualOf } from "../memory/layout";
import {
  addMemory, forgetMemory, RANGE, rangeBegin as firstOfRange, rangeCount as memoryRanges,
  rangeEnd as endOfRange, rangeKind, takeRange,
} from "../memory/memory-map";
import { initializePages } from "../memory/page-allocator";
import { symbol } from "../metal/linker";
import { minus, plus } from "../metal/word";
import { initializeHeap } from "../runtime/allocate";
import { allowExplanation } from "../runtime/panic";
import { refuseToBoot } from "./refuse-to-boot";

const PAGE = 4096;
const GIB = 0x4000_0000;
const MOST_HEAP = 0x400_0000;
const LEAST_HEAP = 0x10_0000;
/** Physical addresses of which the tables that we have can speak. */
const MOST_ADDRESS = 0x80_0000_0000n;

/** The end of the memory that holds the image, a physical address. @noalloc */
export function memoryEnd(): number {
  if (!deviceTree.isOpen) refuseToBoot("the device tree: ", deviceTree.problem);
  forgetMemory();
  const image = BigInt(physicalOf(symbol("link/image")));
  let found = -1;
  for (let node = nodeOfType(deviceTree, "memory", 0n); node !== 0n;) {
    for (let i = 0; i < rangeCount(deviceTree, node); i++) {
      const begin = rangeBegin(deviceTree, node, i);
      const end = plus(begin, rangeBytes(deviceTree, node, i));
      if (end < begin || end > MOST_ADDRESS) continue;
      addMemory(Number(begin), Number(end));
      if (begin <= image && image < end) found = Number(end);
    }
    node = nodeOfType(deviceTree, "memory", node);
  }
  if (found < 0) refuseToBoot("the device tree", " has no memory node for where the image is");
  return found;
}

/** Both are physical addresses. @noalloc */
export function init_heap(free_mem_begin: number, memory_end: number): void {
  const image = physicalOf(symbol("link/image"));
  if (memory_end < free_mem_begin) refuseToBoot("memory", ": the image does not fit in");
  takeRange(image, free_mem_begin, RANGE.image);
  const tree = physicalOf(deviceTree.begin);
  if (!isMemory(tree, tree + deviceTree.bytes)) {
    refuseToBoot("the device tree: ", "it is not in the memory that it names");
  }
  takeRange(tree, tree + deviceTree.bytes, RANGE.deviceTree);
  takeReserved();
  const mapped = Math.min(memory_end, image - image % GIB + GIB);
  const begin = heapPlace(memory_end - image, mapped);
  allowExplanation(symbol("link/exception-stack"), virtualOf(heapEnd));
  initializeHeap(virtualOf(begin), virtualOf(heapEnd));
  takeRange(begin, heapEnd, RANGE.image);
  if (!initializePages(mapped)) refuseToBoot("memory", ": there is no room for its tables");
}

/** Whether all of it is in one piece of memory: nothing else will be mapped. */
function isMemory(begin: number, end: number): boolean {
  for (let i = 0; i < memoryRanges(); i++) {
    if (rangeKind(i) !== RANGE.memory) continue;
    if (firstOfRange(i) <= begin && end <= endOfRange(i)) return true;
  }
  return false;
}

let heapEnd = 0;

/** The lowest place for as much as can be had; its end is in heapEnd. */
function heapPlace(memoryBytes: number, limit: number): number {
  let bytes = Math.min(MOST_HEAP, Math.trunc(memoryBytes / 4));
  bytes -= bytes % PAGE;
  for (; bytes >= LEAST_HEAP; bytes = Math.trunc(bytes / (2 * PAGE)) * PAGE) {
    const begin = findGap(bytes, limit);
    heapEnd = begin + bytes;
    if (begin >= 0) return begin;
  }
  return refuseToBoot("memory", ": there is no room for a heap");
}

/** What somebody has put into memory, or keeps for himself. */
function takeReserved(): void {
  let entry = deviceTree.firstReservation;
  for (; entry !== 0n; entry = deviceTree.nextReservation(entry)) {
    takeBytes(bigEndian64(entry), bigEndian64(plus(entry, 8n)));
  }
  const chosen = childCalled(deviceTree, deviceTree.root, "chosen");
  if (chosen !== 0n) takeBetween(chosen, "linux,initrd-start", "linux,initrd-end");
  const reserved = childCalled(deviceTree, deviceTree.root, "reserved-memory");
  let node = reserved === 0n ? 0n : deviceTree.firstChild(reserved);
  for (; node !== 0n; node = deviceTree.nextSibling(node)) {
    for (let i = 0; i < rangeCount(deviceTree, node); i++) {
      takeBytes(rangeBegin(deviceTree, node, i), rangeBytes(deviceTree, node, i));
    }
  }
}

function takeBetween(node: bigint, begin: string, end: string): void {
  const from = deviceTree.property(node, begin);
  const to = deviceTree.property(node, end);
  const first = numberOf(from, 0, valueBytes(from) >>> 2);
  const behind = numberOf(to, 0, valueBytes(to) >>> 2);
  if (first < behind) takeBytes(first, minus(behind, first));
}

/** As much of it as there can be memory. */
function takeBytes(begin: bigint, bytes: bigint): void {
  if (begin >= MOST_ADDRESS) return;
  const most = minus(MOST_ADDRESS, begin);
  const end = plus(begin, bytes < most ? bytes : most);
  takeRange(Number(begin), Number(end), RANGE.reserved);
}
