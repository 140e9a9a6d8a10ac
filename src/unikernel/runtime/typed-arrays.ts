// Typed arrays: a view of a part of an object of bytes, which several views may share. What is
// written is cut to an element's bits, as JavaScript cuts it; what is read is widened to a word.

import { BODY, HEADER, LONGEST, VIEW } from "../../formats/objects/layout";
import { TRAP_CODE } from "../../formats/objects/traps";
import {
  load16, load32, load64, load8, store16, store32, store64, store8,
} from "../metal/memory";
import { addressOf, objectAt, wordOf } from "../metal/object";
import { minus, plus } from "../metal/word";
import { allocate, allocateMany } from "./allocate";
import { blockOf } from "./block";
import { CLASS } from "./built-in";
import { classOf, lengthOf } from "./class-table";
import { copyBytes } from "./copy";
import { trap } from "./panic";
import { clampIndex } from "./strings";

// ---- elements

/** The bytes of an element of a view. */
function elementBytes(classNumber: number): number {
  if (classNumber === CLASS.Uint8Array || classNumber === CLASS.Int8Array) return 1;
  if (classNumber === CLASS.Uint16Array || classNumber === CLASS.Int16Array) return 2;
  return classNumber === CLASS.BigUint64Array ? 8 : 4;
}

function dataOf(view: bigint): bigint {
  return load64(plus(view, BigInt(VIEW.data)));
}

function storageOf(view: bigint): bigint {
  return load64(plus(view, BigInt(VIEW.storage)));
}

function elementAddress(view: bigint, index: number): bigint {
  return plus(dataOf(view), BigInt(index * elementBytes(classOf(view))));
}

/** `sign` is the value of the highest bit. */
function signExtend(word: bigint, sign: bigint): bigint {
  return minus(word ^ sign, sign);
}

function loadElement(classNumber: number, at: bigint): bigint {
  if (classNumber === CLASS.Uint8Array) return BigInt(load8(at));
  if (classNumber === CLASS.Int8Array) return signExtend(BigInt(load8(at)), 0x80n);
  if (classNumber === CLASS.Uint16Array) return BigInt(load16(at));
  if (classNumber === CLASS.Int16Array) return signExtend(BigInt(load16(at)), 0x8000n);
  if (classNumber === CLASS.Uint32Array) return BigInt(load32(at));
  if (classNumber === CLASS.Int32Array) return signExtend(BigInt(load32(at)), 0x8000_0000n);
  return load64(at);
}

function storeElement(classNumber: number, at: bigint, word: bigint): void {
  const bytes = elementBytes(classNumber);
  if (bytes === 1) store8(at, Number(word & 0xffn));
  else if (bytes === 2) store16(at, Number(word & 0xffffn));
  else if (bytes === 4) store32(at, Number(word & 0xffff_ffffn));
  else store64(at, word);
}

/** An element of a view, or of an array of numbers or words. */
function wordAt(array: bigint, index: number): bigint {
  const classNumber = classOf(array);
  if (classNumber >= CLASS.Uint8Array) {
    return loadElement(classNumber, elementAddress(array, index));
  }
  return load64(plus(blockOf(array), BigInt(BODY + 8 * index)));
}

// ---- new ones

/** A view of `length` elements of `storage`, of which the first is at `data`. */
function newView(classNumber: number, storage: bigint, data: bigint, length: number): bigint {
  const view = allocate(classNumber, VIEW.bytes);
  store32(plus(view, BigInt(HEADER.length)), length);
  store64(plus(view, BigInt(VIEW.data)), data);
  store64(plus(view, BigInt(VIEW.storage)), storage);
  return view;
}

/** So many zeros. */
function newZeros(classNumber: number, length: number): bigint {
  const bytes = elementBytes(classNumber);
  if (length < 0 || length > Math.trunc(LONGEST / bytes)) trap(TRAP_CODE.length);
  const storage = allocateMany(CLASS.bytes, length * bytes, 1);
  return newView(classNumber, storage, plus(storage, BigInt(BODY)), length);
}

/** A copy of a view's elements, or of an array's, each cut to size. */
function newFrom(classNumber: number, source: bigint): bigint {
  const view = newZeros(classNumber, lengthOf(source));
  copyElements(source, view, 0);
  return view;
}

export function newUint8Array(length: number): Uint8Array {
  return objectAt<Uint8Array>(newZeros(CLASS.Uint8Array, length));
}

export function newInt8Array(length: number): Int8Array {
  return objectAt<Int8Array>(newZeros(CLASS.Int8Array, length));
}

export function newUint16Array(length: number): Uint16Array {
  return objectAt<Uint16Array>(newZeros(CLASS.Uint16Array, length));
}

export function newInt16Array(length: number): Int16Array {
  return objectAt<Int16Array>(newZeros(CLASS.Int16Array, length));
}

export function newUint32Array(length: number): Uint32Array {
  return objectAt<Uint32Array>(newZeros(CLASS.Uint32Array, length));
}

export function newInt32Array(length: number): Int32Array {
  return objectAt<Int32Array>(newZeros(CLASS.Int32Array, length));
}

export function newBigUint64Array(length: number): BigUint64Array {
  return objectAt<BigUint64Array>(newZeros(CLASS.BigUint64Array, length));
}

export function newUint8ArrayFrom<A>(source: A): Uint8Array {
  return objectAt<Uint8Array>(newFrom(CLASS.Uint8Array, addressOf(source)));
}

export function newInt8ArrayFrom<A>(source: A): Int8Array {
  return objectAt<Int8Array>(newFrom(CLASS.Int8Array, addressOf(source)));
}

export function newUint16ArrayFrom<A>(source: A): Uint16Array {
  return objectAt<Uint16Array>(newFrom(CLASS.Uint16Array, addressOf(source)));
}

export function newInt16ArrayFrom<A>(source: A): Int16Array {
  return objectAt<Int16Array>(newFrom(CLASS.Int16Array, addressOf(source)));
}

export function newUint32ArrayFrom<A>(source: A): Uint32Array {
  return objectAt<Uint32Array>(newFrom(CLASS.Uint32Array, addressOf(source)));
}

export function newInt32ArrayFrom<A>(source: A): Int32Array {
  return objectAt<Int32Array>(newFrom(CLASS.Int32Array, addressOf(source)));
}

export function newBigUint64ArrayFrom<A>(source: A): BigUint64Array {
  return objectAt<BigUint64Array>(newFrom(CLASS.BigUint64Array, addressOf(source)));
}

// ---- what they have in common

/** Copies all elements of `source` to `offset` of a view, where there is room. */
function copyElements(source: bigint, view: bigint, offset: number): void {
  const length = lengthOf(source);
  const to = classOf(view);
  if (classOf(source) === to) {
    const bytes = BigInt(length * elementBytes(to));
    copyBytes(dataOf(source), elementAddress(view, offset), bytes);
    return;
  }
  for (let i = 0; i < length; i++) {
    storeElement(to, elementAddress(view, offset + i), wordAt(source, i));
  }
}

export function set<A, S>(array: A, source: S, offset = 0): void {
  const view = addressOf(array);
  const from = addressOf(source);
  if (offset < 0 || lengthOf(from) > lengthOf(view) - offset) trap(TRAP_CODE.index);
  const fromClass = classOf(from);
  // Elements of another size in the same memory: some would be overwritten before they are read.
  const isMixed = fromClass >= CLASS.Uint8Array && fromClass !== classOf(view)
    && storageOf(from) === storageOf(view);
  copyElements(isMixed ? newFrom(fromClass, from) : from, view, offset);
}

/** The same memory: what is written to the one is read from the other. */
export function subarray<A>(array: A, begin = 0, end: number = LONGEST): A {
  const view = addressOf(array);
  const first = clampIndex(begin, lengthOf(view));
  const length = Math.max(clampIndex(end, lengthOf(view)) - first, 0);
  return objectAt<A>(newView(classOf(view), storageOf(view), elementAddress(view, first), length));
}

export function slice<A>(array: A, start = 0, end: number = LONGEST): A {
  return objectAt<A>(newFrom(classOf(addressOf(array)), addressOf(subarray(array, start, end))));
}

export function fill<A, V>(array: A, value: V, start = 0, end: number = LONGEST): A {
  const view = addressOf(array);
  const last = clampIndex(end, lengthOf(view));
  for (let i = clampIndex(start, lengthOf(view)); i < last; i++) {
    storeElement(classOf(view), elementAddress(view, i), wordOf(value));
  }
  return array;
}

export function indexOf<A, V>(array: A, value: V, fromIndex = 0): number {
  const view = addressOf(array);
  const length = lengthOf(view);
  for (let i = clampIndex(fromIndex, length); i < length; i++) {
    if (wordAt(view, i) === wordOf(value)) return i;
  }
  return -1;
}
