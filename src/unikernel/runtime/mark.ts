// Marking: every object that can be reached gets its mark. What is marked and not yet looked into
// is on a stack of its own, so that a list of a million nodes is no deep recursion. The stack is
// small; if it is full, objects are marked all the same, and afterwards the heap is searched for
// marked objects with children that are not.

import { ARRAY, BODY, CLASS_ROW, HEADER, VIEW } from "../../formats/objects/layout";
import { load32, load64, store64 } from "../metal/memory";
import { minus, plus, times } from "../metal/word";
import { SHAPE } from "./built-in";
import { classOf, lengthOf, mapOf, rowOf } from "./class-table";
import {
  FIRST, FREE, FREE_CLASS, firstPage, isInHeap, isMarked, kindOf, objectAround, PAGE, pagesEnd,
  REST, setMark, workBegin, workEnd,
} from "./heap";

let top = 0n;
let hasOverflowed = false;

/** Nothing waits to be looked into. */
export function startMarking(): void {
  top = workBegin();
  hasOverflowed = false;
}

/**
 * Roots: whatever is between the two and could be an address of an object, or of something inside
 * of it. A number that looks like one keeps an object alive; it does no other harm.
 */
export function markRange(from: bigint, to: bigint): void {
  for (let at = from; at < to; at = plus(at, 8n)) {
    const object = objectAround(load64(at));
    if (object !== 0n) markObject(object);
  }
}

/** Marks whatever is reached from what is marked. */
export function finishMarking(): void {
  lookIntoWaiting();
  while (hasOverflowed) {
    hasOverflowed = false;
    searchHeap();
  }
}

/** A reference: null, or an object of the heap, or one of the image, which is no garbage. */
function markReference(reference: bigint): void {
  if (isInHeap(reference)) markObject(reference);
}

function markObject(object: bigint): void {
  if (!setMark(object)) return;
  if (top === workEnd()) {
    hasOverflowed = true;
  } else {
    store64(top, object);
    top = plus(top, 8n);
  }
}

function lookIntoWaiting(): void {
  while (top > workBegin()) {
    top = minus(top, 8n);
    lookInto(load64(top));
  }
}

/** Marks what the object refers to: by its class, exactly. */
function lookInto(object: bigint): void {
  const row = rowOf(classOf(object));
  const shape = load32(plus(row, BigInt(CLASS_ROW.shape)));
  if (shape === SHAPE.instance) lookIntoInstance(object, row);
  else if (shape === SHAPE.references) lookIntoReferences(object);
  else if (shape === SHAPE.array) markReference(load64(plus(object, BigInt(ARRAY.block))));
  else if (shape === SHAPE.view) markReference(load64(plus(object, BigInt(VIEW.storage))));
}

/** Bit n of the class's map: the word at 8 * n is a reference. */
function lookIntoInstance(object: bigint, row: bigint): void {
  const words = load32(plus(row, BigInt(CLASS_ROW.mapWords)));
  const map = mapOf(row);
  for (let n = 0; n < words; n++) {
    let bits = load64(plus(map, BigInt(8 * n)));
    let field = plus(object, BigInt(512 * n));
    while (bits !== 0n) {
      if ((bits & 1n) !== 0n) markReference(load64(field));
      bits = bits >> 1n;
      field = plus(field, 8n);
    }
  }
}

function lookIntoReferences(block: bigint): void {
  const body = plus(block, BigInt(BODY));
  const end = plus(body, BigInt(8 * lengthOf(block)));
  for (let at = body; at < end; at = plus(at, 8n)) markReference(load64(at));
}

/** Looks into every marked object again. */
function searchHeap(): void {
  for (let page = firstPage(); page < pagesEnd(); page = plus(page, PAGE)) {
    const kind = kindOf(page);
    if (kind >= FIRST) lookIntoMarked(page);
    else if (kind !== FREE && kind < REST) searchPage(page, BigInt(kind));
  }
}

function searchPage(page: bigint, size: bigint): void {
  const end = plus(page, times(PAGE / size, size));
  for (let cell = page; cell < end; cell = plus(cell, size)) {
    if (load32(plus(cell, BigInt(HEADER.class))) !== FREE_CLASS) lookIntoMarked(cell);
  }
}

function lookIntoMarked(object: bigint): void {
  if (!isMarked(object)) return;
  lookInto(object);
  lookIntoWaiting();
}
