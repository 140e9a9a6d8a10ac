// Strings: a code a byte, from 0 to 255, and never changed. What has the name of one of
// JavaScript's methods does what the method does.
//
// 1. Behind the last code, up to the next multiple of 8, a string's memory is zero.

import { BODY, LONGEST } from "../../formats/objects/layout";
import { TRAP_CODE } from "../../formats/objects/traps";
import { load64, load8, store8 } from "../metal/memory";
import { addressOf, objectAt } from "../metal/object";
import { plus } from "../metal/word";
import { allocateMany } from "./allocate";
import { CLASS } from "./built-in";
import { copyBytes } from "./copy";
import { trap } from "./panic";

/** A string whose codes are still to be written: its address. */
export function newString(length: number): bigint {
  return allocateMany(CLASS.string, length, 1);
}

/** Where the code at `index` is. */
export function codeAddress(string: bigint, index: number): bigint {
  return plus(string, BigInt(BODY + index));
}

/** Where an index is that may count from the end, or beyond both. */
export function clampIndex(index: number, length: number): number {
  if (index < 0) return Math.max(index + length, 0);
  return Math.min(index, length);
}

// ---- two strings

export function concat(a: string, b: string): string {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const result = newString(a.length + b.length);
  copyBytes(codeAddress(addressOf(a), 0), codeAddress(result, 0), BigInt(a.length));
  copyBytes(codeAddress(addressOf(b), 0), codeAddress(result, a.length), BigInt(b.length));
  return objectAt<string>(result);
}

/** ===: by words, which is right since what is behind the codes is zero. */
export function equal(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const end = codeAddress(addressOf(a), a.length);
  let right = codeAddress(addressOf(b), 0);
  for (let left = codeAddress(addressOf(a), 0); left < end; left = plus(left, 8n)) {
    if (load64(left) !== load64(right)) return false;
    right = plus(right, 8n);
  }
  return true;
}

/** Less than 0 if a comes before b, 0 if they are equal, or more. */
export function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// ---- where a text stands

/** Whether the codes of `search` stand in `text` from `at` on, where there is room for them. */
function standsAt(text: string, search: string, at: number): boolean {
  let left = codeAddress(addressOf(text), at);
  const end = plus(left, BigInt(search.length));
  for (let right = codeAddress(addressOf(search), 0); left < end; right = plus(right, 1n)) {
    if (load8(left) !== load8(right)) return false;
    left = plus(left, 1n);
  }
  return true;
}

export function indexOf(text: string, search: string, position = 0): number {
  const last = text.length - search.length;
  const start = Math.max(0, Math.min(position, text.length));
  for (let at = start; at <= last; at++) {
    if (standsAt(text, search, at)) return at;
  }
  return -1;
}

export function includes(text: string, search: string, position = 0): boolean {
  return indexOf(text, search, position) >= 0;
}

export function startsWith(text: string, search: string, position = 0): boolean {
  const at = Math.max(0, Math.min(position, text.length));
  return at + search.length <= text.length && standsAt(text, search, at);
}

export function endsWith(text: string, search: string, endPosition: number = LONGEST): boolean {
  const at = Math.max(0, Math.min(endPosition, text.length)) - search.length;
  return at >= 0 && standsAt(text, search, at);
}

// ---- parts

export function slice(text: string, start = 0, end: number = LONGEST): string {
  const from = clampIndex(start, text.length);
  const length = clampIndex(end, text.length) - from;
  if (length <= 0) return "";
  if (length === text.length) return text;
  const result = newString(length);
  copyBytes(codeAddress(addressOf(text), from), codeAddress(result, 0), BigInt(length));
  return objectAt<string>(result);
}

/**
 * Tab, line feed, vertical tab, form feed, carriage return, space, and the space that does not
 * break.
 */
function isWhiteSpace(code: number): boolean {
  return (code >= 9 && code <= 13) || code === 32 || code === 160;
}

export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (start < end && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return slice(text, start, end);
}

export function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  if (separator.length === 0) {
    for (let i = 0; i < text.length; i++) parts.push(slice(text, i, i + 1));
    return parts;
  }
  let start = 0;
  for (let at = indexOf(text, separator, 0); at >= 0; at = indexOf(text, separator, start)) {
    parts.push(slice(text, start, at));
    start = at + separator.length;
  }
  parts.push(slice(text, start, text.length));
  return parts;
}

// ---- longer strings

/** `length` codes of `text`, which starts again at its end. */
function cycle(text: string, length: number): string {
  const result = newString(length);
  for (let at = 0; at < length; at += text.length) {
    const part = Math.min(text.length, length - at);
    copyBytes(codeAddress(addressOf(text), 0), codeAddress(result, at), BigInt(part));
  }
  return objectAt<string>(result);
}

export function repeat(text: string, count: number): string {
  if (count < 0) trap(TRAP_CODE.length);
  if (count === 0 || text.length === 0) return "";
  if (count > Math.trunc(LONGEST / text.length)) trap(TRAP_CODE.length);
  return cycle(text, text.length * count);
}

export function padStart(text: string, maxLength: number, fillString = " "): string {
  if (maxLength <= text.length || fillString.length === 0) return text;
  return concat(cycle(fillString, maxLength - text.length), text);
}

export function padEnd(text: string, maxLength: number, fillString = " "): string {
  if (maxLength <= text.length || fillString.length === 0) return text;
  return concat(text, cycle(fillString, maxLength - text.length));
}

export function fromCharCode(code: number): string {
  if (code < 0 || code > 255) trap(TRAP_CODE.code);
  const result = newString(1);
  store8(codeAddress(result, 0), code);
  return objectAt<string>(result);
}

// ---- maps

/**
 * A hash of the codes: FNV-1a ("The FNV Non-Cryptographic Hash Algorithm", RFC 9923), 32 bits,
 * signed.
 */
export function hashOfString(string: bigint, length: number): number {
  let hash = -2128831035;
  const end = codeAddress(string, length);
  for (let at = codeAddress(string, 0); at < end; at = plus(at, 1n)) {
    hash = Math.imul(hash ^ load8(at), 16777619);
  }
  return hash;
}
