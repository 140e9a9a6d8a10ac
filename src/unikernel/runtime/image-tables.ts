// The tables that the linker puts beside the code (src/formats/objects/tables.ts): which function
// an address is in, which line, and where an exception goes on.
//
// 1. Nothing here allocates: a panic reads the tables when the heap is full.
// 2. The trace is packed, and gone through from its begin: each record says how it differs from the
//    one before.

import { BODY, HEADER } from "../../formats/objects/layout";
import {
  FIRST_PAIR, HANDLER_ROW, LINE_BIAS, LINE_FAR, RAW_CODE, TEXT_BYTES, TRACE_HEADER, TRACE_MAGIC,
} from "../../formats/objects/tables";
import { load32, load8, store32, store8 } from "../metal/memory";
import { symbol } from "../metal/linker";
import { objectAt } from "../metal/object";
import { minus, plus, times } from "../metal/word";
import { CLASS } from "./built-in";

/** The last row whose first field is at most `offset`; 0n if there is none. */
function rowUpTo(begin: bigint, end: bigint, rowBytes: bigint, offset: bigint): bigint {
  let low = 0n;
  let high = minus(end, begin) / rowBytes;
  while (low < high) {
    const middle = plus(low, high) >> 1n;
    if (BigInt(load32(plus(begin, times(middle, rowBytes)))) <= offset) low = plus(middle, 1n);
    else high = middle;
  }
  return low === 0n ? 0n : plus(begin, times(minus(low, 1n), rowBytes));
}

function imageOffset(address: bigint): bigint {
  return minus(address, symbol("link/image"));
}

/**
 * Where an exception goes on that comes back through the call that returns to `returnsTo`; or 0n.
 */
export function handlerOf(returnsTo: bigint): bigint {
  const offset = imageOffset(returnsTo);
  const begin = symbol("link/handlers");
  const row = rowUpTo(begin, symbol("link/handlers-end"), BigInt(HANDLER_ROW.bytes), offset);
  if (row === 0n || BigInt(load32(row)) !== offset) return 0n;
  return plus(symbol("link/image"), BigInt(load32(plus(row, BigInt(HANDLER_ROW.handler)))));
}

/** The tables of a stack trace have an address: a kernel moves them there. */
export function hasTrace(): boolean {
  return load32(symbol("link/trace")) === TRACE_MAGIC;
}

/** Where the trace is being read. */
let cursor = 0n;

function nextByte(): number {
  const byte = load8(cursor);
  cursor = plus(cursor, 1n);
  return byte;
}

/** Seven bits a byte, the lowest first. */
function nextCount(): number {
  let count = 0;
  let unit = 1;
  for (;;) {
    const byte = nextByte();
    count += (byte & 0x7f) * unit;
    if (byte < 0x80) return count;
    unit *= 0x80;
  }
}

const NEVER = 0xffff_ffff_ffff_ffffn;

/** The record that was read last, and up to which offset: who prints a call asks several times. */
let current = 0n;
let readUpTo = NEVER;
/** Its function's first byte, as an offset, and its lines. */
let begin = 0n;
let lines = 0n;
let linesEnd = 0n;

/**
 * Reads records up to the last one whose function begins at `offset` or before; and up to the
 * record `last`, if that is sooner. Returns it, or 0n; its texts are unpacked.
 */
function readTo(offset: bigint, last: bigint): bigint {
  const trace = symbol("link/trace");
  const end = plus(trace, BigInt(load32(plus(trace, BigInt(TRACE_HEADER.length)))));
  let found = 0n;
  begin = 0n;
  const pairs = load32(plus(trace, BigInt(TRACE_HEADER.pairCount)));
  cursor = plus(trace, BigInt(TRACE_HEADER.pairs + 2 * pairs));
  while (cursor < end && found !== last) {
    const record = cursor;
    const next = plus(begin, times(BigInt(nextCount()), 4n));
    if (next > offset) break;
    begin = next;
    found = record;
    const bytes = nextCount();
    linesEnd = plus(cursor, BigInt(bytes));
    readTexts();
    lines = cursor;
    cursor = linesEnd;
  }
  current = found;
  readUpTo = offset;
  return found;
}

function titleText(): bigint {
  return symbol("link/trace-text");
}

function fileText(): bigint {
  return plus(symbol("link/trace-text"), BigInt(TEXT_BYTES));
}

function readTexts(): void {
  const common = nextCount();
  readText(titleText(), common >>> 1);
  if ((common & 1) === 1) readText(fileText(), nextCount());
}

/** The first `common` codes stay as they are, and the others follow. */
function readText(text: bigint, common: number): void {
  textEnd = plus(text, BigInt(BODY + common));
  const bytes = BigInt(nextCount());
  const end = plus(cursor, bytes);
  while (cursor < end) unpack(nextByte());
  store32(plus(text, BigInt(HEADER.class)), CLASS.string);
  store32(plus(text, BigInt(HEADER.length)), Number(minus(textEnd, text)) - BODY);
}

/** Where the next code goes. */
let textEnd = 0n;

/** The code itself, or what its pair stands for. */
function unpack(code: number): void {
  if (code >= FIRST_PAIR) {
    const at = TRACE_HEADER.pairs + 2 * (code - FIRST_PAIR);
    const pair = plus(symbol("link/trace"), BigInt(at));
    unpack(load8(pair));
    unpack(load8(plus(pair, 1n)));
  } else {
    store8(textEnd, code === RAW_CODE ? nextByte() : code);
    textEnd = plus(textEnd, 1n);
  }
}

/** The function whose call returns to `returnsTo`, as a record; or 0n. */
export function functionOf(returnsTo: bigint): bigint {
  if (!hasTrace()) return 0n;
  // The call is the function's last instruction where it does not return: look before it.
  const offset = minus(imageOffset(returnsTo), 4n);
  return offset === readUpTo ? current : readTo(offset, NEVER);
}

/** What a stack trace calls the function of a record: until the next is asked for. */
export function titleOf(record: bigint): string {
  if (record !== current) readTo(NEVER, record);
  return objectAt<string>(titleText());
}

/** The name of its file: until the next is asked for. */
export function fileOf(record: bigint): string {
  if (record !== current) readTo(NEVER, record);
  return objectAt<string>(fileText());
}

/** The line of the call that returns to `returnsTo`; 0 if nobody knows. */
export function lineOf(returnsTo: bigint): number {
  return lineAt(minus(returnsTo, 4n));
}

/** The line of the instruction at an address; 0 if nobody knows. */
export function lineAt(address: bigint): number {
  if (functionOf(plus(address, 4n)) === 0n) return 0;
  const wanted = Number(minus(imageOffset(address), begin) >> 2n);
  cursor = lines;
  let line = nextCount();
  let word = 0;
  while (cursor < linesEnd) {
    const change = nextByte();
    word += change >>> 4 === 0 ? nextCount() : change >>> 4;
    if (word > wanted) break;
    line += (change & 15) === LINE_FAR ? farLines(nextCount()) : (change & 15) - LINE_BIAS;
  }
  return line;
}

/** Twice their number, and 1 more if they are backwards. */
function farLines(code: number): number {
  return (code & 1) === 0 ? code >>> 1 : -(code >>> 1);
}
