// Small objects: a list of free cells for each of a few sizes. A list that is empty gets a page.
//
//   tables     which size holds n granules, a byte for each n from 0 to 128
//   + 136      heads of the lists, a word a size

import { GRANULE } from "../../formats/objects/layout";
import { load64, load8, store64, store8 } from "../metal/memory";
import { minus, plus, times } from "../metal/word";
import {
  cellTables, fill, freePagesFrom, holdCells, makeFree, nextFree, PAGE, takePages,
} from "./heap";

/** In bytes: not much of a cell is lost, and of a page. */
const SIZES: readonly number[] = [
  16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 816, 1024, 1360,
  2048,
];

const HEADS = 136n;

const MOST_GRANULES = 128;

/** What freed memory is filled with while somebody looks for mistakes. */
export const POISON = 0xdead_beef_dead_beefn;

let isPoisoning = false;

/** From now on, memory that is freed is overwritten. */
export function poisonFreedMemory(isOn: boolean): void {
  isPoisoning = isOn;
}

export function initializeCells(): void {
  let index = 0;
  for (let granules = 0; granules <= MOST_GRANULES; granules++) {
    if (granules * GRANULE > SIZES[index]!) index++;
    store8(plus(cellTables(), BigInt(granules)), index);
  }
  emptyLists();
}

/** The index of the least size that holds so many bytes. */
function sizeIndex(bytes: bigint): number {
  return load8(plus(cellTables(), plus(bytes, 15n) >> 4n));
}

function headAt(index: number): bigint {
  return plus(plus(cellTables(), HEADS), times(BigInt(index), 8n));
}

/** Where the list of the cells is that hold so many bytes. */
export function headFor(bytes: bigint): bigint {
  return headAt(sizeIndex(bytes));
}

/** A cell for so many bytes, or 0n if there is none. What is in it is anybody's guess. */
export function takeCell(bytes: bigint): bigint {
  const head = headFor(bytes);
  const cell = load64(head);
  if (cell === 0n) return takeFromNewPage(head, bytes);
  store64(head, nextFree(cell));
  return cell;
}

function takeFromNewPage(head: bigint, bytes: bigint): bigint {
  const page = takePages(1n);
  if (page === 0n) return 0n;
  const size = BigInt(SIZES[sizeIndex(bytes)]!);
  holdCells(page, size);
  let cell = plus(page, times(PAGE / size, size));
  while (cell > page) {
    cell = minus(cell, size);
    giveCell(cell, size, head);
  }
  store64(head, nextFree(page));
  return page;
}

/** The cell is free, and the first to be taken from its list. */
export function giveCell(cell: bigint, size: bigint, head: bigint): void {
  if (isPoisoning) fill(cell, plus(cell, size), POISON);
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
  for (let index = 0; index < SIZES.length; index++) store64(headAt(index), 0n);
}
