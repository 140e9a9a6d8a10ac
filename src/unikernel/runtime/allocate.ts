// `new`: memory for an object, zero but for its header. If there is none, the garbage is collected;
// if that does not help, the program ends.

import { ARRAY, BODY, HEADER, LONGEST } from "../../formats/objects/layout";
import { TRAP_CODE } from "../../formats/objects/traps";
import { collectWithRegisters } from "../metal/machine";
import { store32, store64 } from "../metal/memory";
import { plus, roundUp } from "../metal/word";
import { CLASS } from "./built-in";
import { initializeCells, takeCell } from "./cells";
import { fill, holdLarge, initializePages, LARGEST_CELL, PAGE, takePages } from "./heap";
import { trap } from "./panic";

export function initializeHeap(begin: bigint, end: bigint): void {
  initializePages(begin, end);
  initializeCells();
}

/** An object of `bytes`, header and all, with a length of 0. */
export function allocate(classNumber: number, bytes: number): bigint {
  const size = BigInt(bytes);
  let object = takeMemory(size);
  if (object === 0n) {
    collectWithRegisters();
    object = takeMemory(size);
    if (object === 0n) trap(TRAP_CODE.memory);
  }
  fill(object, plus(object, size), 0n);
  store32(plus(object, BigInt(HEADER.class)), classNumber);
  return object;
}

function takeMemory(bytes: bigint): bigint {
  return bytes <= LARGEST_CELL ? takeCell(bytes) : takeLarge(bytes);
}

/** Pages for one object, or 0n. */
function takeLarge(bytes: bigint): bigint {
  const count = roundUp(bytes, PAGE) / PAGE;
  const run = takePages(count);
  if (run !== 0n) holdLarge(run, count);
  return run;
}

/** An object that has `length` of something, each of so many bytes. */
export function allocateMany(classNumber: number, length: number, bytesOfEach: number): bigint {
  if (length < 0 || length > Math.trunc(LONGEST / bytesOfEach)) trap(TRAP_CODE.length);
  const object = allocate(classNumber, BODY + length * bytesOfEach);
  store32(plus(object, BigInt(HEADER.length)), length);
  return object;
}

// ---- arrays

/** An array of so many numbers, words or truths, all 0. */
export function newArrayOfWords(length: number): bigint {
  return newArray(CLASS.arrayOfWords, CLASS.words, length);
}

/** An array of so many nulls. */
export function newArrayOfReferences(length: number): bigint {
  return newArray(CLASS.arrayOfReferences, CLASS.references, length);
}

/** Its class, and that of its block. */
export function newArray(arrayClass: number, blockClass: number, length: number): bigint {
  const block = allocateMany(blockClass, length, 8);
  const array = allocate(arrayClass, ARRAY.bytes);
  store32(plus(array, BigInt(HEADER.length)), length);
  store64(plus(array, BigInt(ARRAY.block)), block);
  return array;
}
