// Arrays. What only moves words does so by address, whatever they mean; what looks at elements is
// written as any program would write it, and compiled for each type that it is used with.
//
// 1. A block's words from the array's length on are zero: nothing there keeps an object alive.

import { LONGEST } from "../../formats/objects/layout";
import { load64, store64 } from "../metal/memory";
import { addressOf, objectAt, textOf, wordOf } from "../metal/object";
import { minus, plus } from "../metal/word";
import { newArray } from "./allocate";
import { blockOf, elementAddress, reserve, setLength } from "./block";
import { classOf, lengthOf } from "./class-table";
import { copyBytes } from "./copy";
import { clampIndex, codeAddress, newString } from "./strings";

// ---- by address

export function push<T>(array: T[], value: T): number {
  const address = addressOf(array);
  const length = lengthOf(address);
  reserve(address, length + 1);
  store64(elementAddress(address, length), wordOf(value));
  setLength(address, length + 1);
  return length + 1;
}

/** Null, or what is 0, if the array is empty. */
export function pop<T>(array: T[]): T {
  const address = addressOf(array);
  const last = lengthOf(address) - 1;
  if (last < 0) return objectAt<T>(0n);
  const at = elementAddress(address, last);
  const word = load64(at);
  store64(at, 0n);
  setLength(address, last);
  return objectAt<T>(word);
}

/** A new array of so many zeros or nulls, of what the other array is of. */
function newLike(array: bigint, length: number): bigint {
  return newArray(classOf(array), classOf(blockOf(array)), length);
}

/** Copies `count` elements to where there is room for them. */
function copyElements(from: bigint, first: number, to: bigint, at: number, count: number): void {
  copyBytes(elementAddress(from, first), elementAddress(to, at), BigInt(8 * count));
}

export function slice<T>(array: readonly T[], start = 0, end: number = LONGEST): T[] {
  const address = addressOf(array);
  const first = clampIndex(start, array.length);
  const count = Math.max(clampIndex(end, array.length) - first, 0);
  const result = newLike(address, count);
  copyElements(address, first, result, 0, count);
  return objectAt<T[]>(result);
}

export function concat<T>(array: readonly T[], other: readonly T[]): T[] {
  const result = newLike(addressOf(array), array.length + other.length);
  copyElements(addressOf(array), 0, result, 0, array.length);
  copyElements(addressOf(other), 0, result, array.length, other.length);
  return objectAt<T[]>(result);
}

/** Puts all elements of the other array behind the last: for spread. */
export function append<T>(array: T[], other: readonly T[]): void {
  const address = addressOf(array);
  const length = lengthOf(address);
  const count = other.length;
  reserve(address, length + count);
  copyElements(addressOf(other), 0, address, length, count);
  setLength(address, length + count);
}

export function reverse<T>(array: T[]): T[] {
  if (array.length === 0) return array;
  let low = elementAddress(addressOf(array), 0);
  let high = elementAddress(addressOf(array), array.length - 1);
  while (low < high) {
    const word = load64(low);
    store64(low, load64(high));
    store64(high, word);
    low = plus(low, 8n);
    high = minus(high, 8n);
  }
  return array;
}

export function fill<T>(array: T[], value: T, start = 0, end: number = LONGEST): T[] {
  const address = addressOf(array);
  const last = elementAddress(address, clampIndex(end, array.length));
  let at = elementAddress(address, clampIndex(start, array.length));
  for (; at < last; at = plus(at, 8n)) store64(at, wordOf(value));
  return array;
}

// ---- by element

export function indexOf<T>(array: readonly T[], value: T, fromIndex = 0): number {
  for (let i = clampIndex(fromIndex, array.length); i < array.length; i++) {
    if (value === array[i]!) return i;
  }
  return -1;
}

export function includes<T>(array: readonly T[], value: T, fromIndex = 0): boolean {
  return indexOf(array, value, fromIndex) >= 0;
}

export function join<T>(array: readonly T[], separator = ","): string {
  const texts: string[] = [];
  let length = array.length === 0 ? 0 : separator.length * (array.length - 1);
  for (const value of array) {
    const text = textOf(value);
    texts.push(text);
    length += text.length;
  }
  const result = newString(length);
  let at = 0;
  for (let i = 0; i < texts.length; i++) {
    if (i > 0) at = putText(separator, result, at);
    at = putText(texts[i]!, result, at);
  }
  return objectAt<string>(result);
}

/** Writes the codes to a string at an index; the index behind them. */
function putText(text: string, string: bigint, at: number): number {
  copyBytes(codeAddress(addressOf(text), 0), codeAddress(string, at), BigInt(text.length));
  return at + text.length;
}

// ---- with a function

// The length is what it was at the start; the function may put elements behind it, which do not
// count, and may take some away, which are left out.

export function forEach<T>(array: readonly T[], f: (value: T, index: number) => void): void {
  const length = array.length;
  for (let i = 0; i < length && i < array.length; i++) f(array[i]!, i);
}

export function map<T, U>(array: readonly T[], f: (value: T, index: number) => U): U[] {
  const length = array.length;
  const result: U[] = [];
  for (let i = 0; i < length; i++) result.push(f(array[i]!, i));
  return result;
}

export function filter<T>(array: readonly T[], f: (value: T, index: number) => boolean): T[] {
  const length = array.length;
  const result: T[] = [];
  for (let i = 0; i < length && i < array.length; i++) {
    const value: T = array[i]!;
    if (f(value, i)) result.push(value);
  }
  return result;
}

export function some<T>(array: readonly T[], f: (value: T, index: number) => boolean): boolean {
  const length = array.length;
  for (let i = 0; i < length && i < array.length; i++) {
    if (f(array[i]!, i)) return true;
  }
  return false;
}

export function every<T>(array: readonly T[], f: (value: T, index: number) => boolean): boolean {
  const length = array.length;
  for (let i = 0; i < length && i < array.length; i++) {
    if (!f(array[i]!, i)) return false;
  }
  return true;
}

export function findIndex<T>(array: readonly T[], f: (value: T, index: number) => boolean): number {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (f(array[i]!, i)) return i;
  }
  return -1;
}

/** Of references: null if there is none. */
export function find<T>(array: readonly T[], f: (value: T, index: number) => boolean): T {
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value: T = array[i]!;
    if (f(value, i)) return value;
  }
  return objectAt<T>(0n);
}

export function reduce<T, U>(
  array: readonly T[], f: (previous: U, value: T, index: number) => U, initialValue: U,
): U {
  const length = array.length;
  let result = initialValue;
  for (let i = 0; i < length && i < array.length; i++) result = f(result, array[i]!, i);
  return result;
}
