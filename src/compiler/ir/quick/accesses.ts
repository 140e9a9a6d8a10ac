// Loads and stores of words in their quick form, little-endian.

import { type Width, WIDTHS } from "../operation";
import { offsetOf, type SparseMemory } from "../memory";
import { bitsOf, type Word, wordOf } from "./word";

const HALF = 2 ** 32;

/** The upper half of a safe integer: less than this, and not below its negative. */
const UPPER = 2 ** 21;

const READ: Readonly<Record<Width, (page: DataView, offset: number) => Word>> = {
  u8:  (page, offset) => page.getUint8(offset),
  u16: (page, offset) => page.getUint16(offset, true),
  u32: (page, offset) => page.getUint32(offset, true),
  s8:  (page, offset) => page.getInt8(offset),
  s16: (page, offset) => page.getInt16(offset, true),
  s32: (page, offset) => page.getInt32(offset, true),
  u64: (page, offset) => {
    const upper = page.getInt32(offset + 4, true);
    if (upper >= UPPER || upper <= -UPPER) return wordOf(page.getBigUint64(offset, true));
    return upper * HALF + page.getUint32(offset, true);
  },
};

/** A number is taken modulo what has room. */
const WRITE: Readonly<Record<1 | 2 | 4 | 8, (page: DataView, at: number, low: number) => void>> = {
  1: (page, offset, value) => { page.setUint8(offset, value); },
  2: (page, offset, value) => { page.setUint16(offset, value, true); },
  4: (page, offset, value) => { page.setUint32(offset, value, true); },
  8: (page, offset, value) => {
    page.setUint32(offset, value, true);
    page.setInt32(offset + 4, Math.floor(value / HALF), true);
  },
};

export function loadOf(width: Width, memory: SparseMemory): (address: number) => Word {
  const { bytes } = WIDTHS[width];
  const read = READ[width];
  return (address) => read(memory.page(address, bytes), offsetOf(address));
}

export function storeOf(
  width: Width, memory: SparseMemory,
): (address: number, value: Word) => void {
  const { bytes } = WIDTHS[width];
  const write = WRITE[bytes];
  return (address, value) => {
    if (typeof value === "number") write(memory.page(address, bytes), offsetOf(address), value);
    else memory.store(width, address, bitsOf(value));
  };
}
