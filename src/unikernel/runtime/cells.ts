// Small objects: a list of free cells for each of a few sizes. A list that is empty gets a page.

import { GRANULE } from "../../formats/objects/layout";
import { load64, load8, store64, store8 } from "../metal/memory";
import { minus, plus, times } from "../metal/word";
import {
  cellTables, fill, freePagesFrom, holdCells, LARGEST_CELL, makeFree, nextFree, PAGE, takePages,
} from "./heap";

/** In bytes. From 48 on, the next is at most a third larger. */
const SIZES: readonly number[] = [
  16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 816, 1024, 1360,
  2048,
];

/** What freed memory is filled with while somebody looks for mistakes. */
export const POISON = 0xdead_beef_dead_beefn;

let isPoisoning = false;

/** From now on, memory that is freed is overwritten. */
export function poisonFreedMemory(isOn: boolean): void {
  isPoisoning = isOn;
}

/** The index in SIZES of what holds so many granules, a byte each, is behind the heads of the lists. */
function sizeTable(): bigint {
  return plus(cellTables(), BigInt(8 * SIZES.length));
}

export function initializeCells(): void {
  let index = 0;
  for (let granules = 0; granules <= Math.trunc(LARGEST_CELL / GRANULE); granules++) {
    if (granules * GRANULE > SIZES[index]!) index++;
    store8(plus(sizeTable(), BigInt(granules)), index);
  }
  emptyLists();
}

/** The index of the least size that holds so many bytes. */
function sizeIndex(bytes: number): number {
  return load8(plus(sizeTable(), BigInt(bytes + GRANULE - 1) >> 4n));
}

function headOf(index: number): bigint {
  return plus(cellTables(), BigInt(8 * index));
}

/** The bytes of the cell that `bytes` are put into. */
export function cellSize(bytes: number): number {
  return SIZES[sizeIndex(bytes)]!;
}

/** A cell of cellSize(bytes), or 0n if there is none. What is in it is anybody's guess. */
export function takeCell(bytes: number): bigint {
  const index = sizeIndex(bytes);
  const head = headOf(index);
  let cell = load64(head);
  if (cell === 0n) {
    if (!addPage(SIZES[index]!)) return 0n;
    cell = load64(head);
  }
  store64(head, nextFree(cell));
  return cell;
}

/** False if no page is free. */
function addPage(size: number): boolean {
  const page = takePages(1n);
  if (page === 0n) return false;
  holdCells(page, size);
  const bytes = BigInt(size);
  let cell = plus(page, times(PAGE / bytes, bytes));
  while (cell > page) {
    cell = minus(cell, bytes);
    giveCell(cell, size);
  }
  return true;
}

/** The cell is free, and the first to be taken. */
export function giveCell(cell: bigint, size: number): void {
  const head = headOf(sizeIndex(size));
  if (isPoisoning) fill(cell, plus(cell, BigInt(size)), POISON);
  makeFree(cell, load64(head));
  store64(head, cell);
}

/** The pages hold no object any more. */
export function givePages(first: bigint, count: bigint): void {
  if (isPoisoning) fill(first, plus(first, times(count, PAGE)), POISON);
  freePagesFrom(first, count);
}

/** The collector finds every free cell anew. */
export function emptyLists(): void {
  for (let index = 0; index < SIZES.length; index++) store64(headOf(index), 0n);
}
