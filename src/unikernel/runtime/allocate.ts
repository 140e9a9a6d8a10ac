// `new`: memory for an object, zero but for its header. If there is none, the garbage is collected;
// if that does not help, the program ends.

import { ARRAY, BODY, builtInClass, HEADER, LONGEST } from "../../formats/objects/layout";
import { TRAP_CODE } from "../../formats/objects/traps";
import { collectWithRegisters } from "../metal/machine";
import { store32, store64 } from "../metal/memory";
import { plus, roundUp, times } from "../metal/word";
import { cellSize, initializeCells, takeCell } from "./cells";
import { fill, holdLarge, initializePages, LARGEST_CELL, PAGE, takePages } from "./heap";
import { trap } from "./panic";

export function initializeHeap(begin: bigint, end: bigint): void {
  initializePages(begin, end);
  initializeCells();
}

/** An object of `bytes`, header and all, with a length of 0. */
export function allocate(classNumber: number, bytes: number): bigint {
  let object = tryAllocate(bytes);
  if (object === 0n) {
    collectWithRegisters();
    object = tryAllocate(bytes);
    if (object === 0n) trap(TRAP_CODE.memory);
  }
  store32(plus(object, BigInt(HEADER.class)), classNumber);
  return object;
}

/** An object that has `length` of something, each of so many bytes. */
export function allocateMany(classNumber: number, length: number, bytesOfEach: number): bigint {
  if (length < 0 || length > Math.trunc(LONGEST / bytesOfEach)) trap(TRAP_CODE.length);
  const object = allocate(classNumber, BODY + length * bytesOfEach);
  store32(plus(object, BigInt(HEADER.length)), length);
  return object;
}

/** Zeros, or 0n. */
function tryAllocate(bytes: number): bigint {
  if (bytes > LARGEST_CELL) return tryAllocateLarge(BigInt(bytes));
  const cell = takeCell(bytes);
  if (cell !== 0n) fill(cell, plus(cell, BigInt(cellSize(bytes))), 0n);
  return cell;
}

function tryAllocateLarge(bytes: bigint): bigint {
  const count = roundUp(bytes, PAGE) / PAGE;
  const run = takePages(count);
  if (run === 0n) return 0n;
  holdLarge(run, count);
  fill(run, plus(run, times(count, PAGE)), 0n);
  return run;
}

// ---- arrays

const WORDS = builtInClass("words");
const REFERENCES = builtInClass("references");
const ARRAY_OF_WORDS = builtInClass("array of words");
const ARRAY_OF_REFERENCES = builtInClass("array of references");

/** An array of so many numbers, words or truths, all 0. */
export function newArrayOfWords(length: number): bigint {
  return newArray(ARRAY_OF_WORDS, WORDS, length);
}

/** An array of so many nulls. */
export function newArrayOfReferences(length: number): bigint {
  return newArray(ARRAY_OF_REFERENCES, REFERENCES, length);
}

/** Its class, and that of its block. */
export function newArray(arrayClass: number, blockClass: number, length: number): bigint {
  const block = allocateMany(blockClass, length, 8);
  const array = allocate(arrayClass, ARRAY.bytes);
  store32(plus(array, BigInt(HEADER.length)), length);
  store64(plus(array, BigInt(ARRAY.block)), block);
  return array;
}
