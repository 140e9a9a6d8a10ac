// Plain data as bytes: what a machine's parts save, and back. Each value is a tag and what belongs
// to it; numbers are little-endian doubles, texts are UTF-16.
//
// RAM and flash are mostly pages that nobody has written to. So bytes go by pages: one that holds
// the same byte all over is that byte.

import { bug } from "../../base/bug";
import { type BlockReader, type BlockWriter, damaged } from "./snapshot-blocks";

const TAG = {
  undefined: 0, null: 1, false: 2, true: 3, number: 4, bigint: 5, string: 6,
  bytes: 7, doublewords: 8, array: 9, object: 10,
} as const;

/** Of bytes: a page of one byte over and over, or as it is. */
const UNIFORM = 1;
const LITERAL = 0;
const PAGE = 0x1000;

/** Values in values: deeper ones are a mistake, ours or a forger's. */
const MAX_DEPTH = 32;

/** Writes `value`. `path` is what a bug is told as: where in the state the value is. */
export function writeValue(out: BlockWriter, value: unknown, path = "state", depth = 0): void {
  if (depth > MAX_DEPTH) bug(`${path} is too deep for a snapshot`);
  switch (typeof value) {
    case "undefined": return writeByte(out, TAG.undefined);
    case "boolean": return writeByte(out, value ? TAG.true : TAG.false);
    case "number": return writeNumber(out, TAG.number, value);
    case "bigint": return writeText(out, TAG.bigint, value.toString());
    case "string": return writeText(out, TAG.string, value);
    case "object": return writeObject(out, value, path, depth);
    default: return bug(`${path} is a ${typeof value}: no snapshot can hold it`);
  }
}

function writeObject(out: BlockWriter, value: object | null, path: string, depth: number): void {
  if (value === null) return writeByte(out, TAG.null);
  if (value instanceof Uint8Array) return writeBytes(out, value);
  if (value instanceof BigUint64Array) return writeDoublewords(out, value);
  if (Array.isArray(value)) {
    writeNumber(out, TAG.array, value.length);
    value.forEach((each, i) => { writeValue(out, each, `${path}[${i}]`, depth + 1); });
    return;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    bug(`${path} is a ${value.constructor.name}: no snapshot can hold it`);
  }
  const entries = Object.entries(value);
  writeNumber(out, TAG.object, entries.length);
  for (const [key, each] of entries) {
    writeText(out, TAG.string, key);
    writeValue(out, each, `${path}.${key}`, depth + 1);
  }
}

function writeByte(out: BlockWriter, byte: number): void {
  out.write(Uint8Array.of(byte));
}

/** A tag and a number: a value, or how many there are of what follows. */
function writeNumber(out: BlockWriter, tag: number, value: number): void {
  const bytes = new Uint8Array(9);
  bytes[0] = tag;
  new DataView(bytes.buffer).setFloat64(1, value, true);
  out.write(bytes);
}

function writeText(out: BlockWriter, tag: number, text: string): void {
  writeNumber(out, tag, text.length);
  const units = new Uint8Array(2 * text.length);
  const view = new DataView(units.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), true);
  out.write(units);
}

function writeBytes(out: BlockWriter, bytes: Uint8Array): void {
  writeNumber(out, TAG.bytes, bytes.length);
  for (let at = 0; at < bytes.length; at += PAGE) {
    const page = bytes.subarray(at, at + PAGE);
    if (isUniform(page)) {
      out.write(Uint8Array.of(UNIFORM, page[0]!));
    } else {
      writeByte(out, LITERAL);
      out.write(page);
    }
  }
}

function isUniform(page: Uint8Array): boolean {
  const first = page[0];
  for (const byte of page) if (byte !== first) return false;
  return true;
}

function writeDoublewords(out: BlockWriter, words: BigUint64Array): void {
  writeNumber(out, TAG.doublewords, words.length);
  out.write(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
}

export function readValue(input: BlockReader, depth = 0): unknown {
  if (depth > MAX_DEPTH) damaged("a value in values");
  const tag = readByte(input);
  switch (tag) {
    case TAG.undefined: return undefined;
    case TAG.null: return null;
    case TAG.false: return false;
    case TAG.true: return true;
    case TAG.number: return readNumber(input);
    case TAG.bigint: return readBigint(input);
    case TAG.string: return readText(input);
    case TAG.bytes: return readBytes(input);
    case TAG.doublewords: return readDoublewords(input);
    case TAG.array: return readMany(input, () => readValue(input, depth + 1));
    case TAG.object: return Object.fromEntries(readMany(input, () => readEntry(input, depth)));
    default: return damaged("a tag");
  }
}

function readEntry(input: BlockReader, depth: number): readonly [key: string, value: unknown] {
  if (readByte(input) !== TAG.string) damaged("a name");
  return [readText(input), readValue(input, depth + 1)];
}

function readMany<T>(input: BlockReader, read: () => T): T[] {
  const values: T[] = [];
  for (let left = readCount(input, MOST_AT_ONCE); left > 0; left--) values.push(read());
  return values;
}

function take(input: BlockReader, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  input.readInto(bytes);
  return bytes;
}

const readByte = (input: BlockReader): number => take(input, 1)[0]!;

const readNumber = (input: BlockReader): number =>
  new DataView(take(input, 8).buffer).getFloat64(0, true);

/** At most what the largest machine has bytes: more is not asked for before it is there. */
const MOST = 0x2_0000_0000;
/** Of texts and registers, which are asked for in one piece, and of values in an array. */
const MOST_AT_ONCE = 0x100_0000;

function readCount(input: BlockReader, most: number = MOST): number {
  const count = readNumber(input);
  return Number.isInteger(count) && count >= 0 && count <= most ? count : damaged("a length");
}

function readText(input: BlockReader): string {
  const view = new DataView(take(input, 2 * readCount(input, MOST_AT_ONCE)).buffer);
  let text = "";
  for (let at = 0; at < view.byteLength; at += 2) {
    text += String.fromCharCode(view.getUint16(at, true));
  }
  return text;
}

function readBigint(input: BlockReader): bigint {
  const text = readText(input);
  return /^-?\d+$/.test(text) ? BigInt(text) : damaged("a number");
}

function readBytes(input: BlockReader): Uint8Array {
  const bytes = new Uint8Array(readCount(input));
  for (let at = 0; at < bytes.length; at += PAGE) {
    const page = bytes.subarray(at, at + PAGE);
    if (readByte(input) === LITERAL) {
      input.readInto(page);
    } else {
      const byte = readByte(input);
      if (byte !== 0) page.fill(byte); // A page that nobody touches takes no memory of the host.
    }
  }
  return bytes;
}

function readDoublewords(input: BlockReader): BigUint64Array {
  const bytes = take(input, 8 * readCount(input, MOST_AT_ONCE));
  return new BigUint64Array(bytes.buffer);
}
