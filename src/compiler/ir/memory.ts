// The memory of the IR interpreter: pages that come into being when they are reserved. An address
// that nobody reserved is a fault of the compiler, not of the program: it holds no wild pointers.

import { bug } from "../../base/bug";
import { type Width, WIDTHS } from "./operation";

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
/** Addresses in use are words of 32 bits. */
const LAST = 0xffff_ffff;

const word = (value: bigint | number): bigint => BigInt.asUintN(64, BigInt(value));

/** All in little-endian order; what is read is a word. */
const READ: Readonly<Record<Width, (page: DataView, offset: number) => bigint>> = {
  u8:  (page, offset) => BigInt(page.getUint8(offset)),
  u16: (page, offset) => BigInt(page.getUint16(offset, true)),
  u32: (page, offset) => BigInt(page.getUint32(offset, true)),
  s8:  (page, offset) => word(page.getInt8(offset)),
  s16: (page, offset) => word(page.getInt16(offset, true)),
  s32: (page, offset) => word(page.getInt32(offset, true)),
  u64: (page, offset) => page.getBigUint64(offset, true),
};

/** A store takes the lowest bytes; there is nothing to widen. */
function write(page: DataView, offset: number, bytes: 1 | 2 | 4 | 8, value: bigint): void {
  const low = Number(BigInt.asUintN(32, value));
  switch (bytes) {
    case 1: { page.setUint8(offset, low); break; }
    case 2: { page.setUint16(offset, low, true); break; }
    case 4: { page.setUint32(offset, low, true); break; }
    case 8: { page.setBigUint64(offset, value, true); break; }
  }
}

export class SparseMemory {
  /** By the address of the first byte, in pages. */
  readonly #pages: (DataView | undefined)[] = [];

  /** From here on, zeros may be read and anything written. */
  reserve(address: number, bytes: number): void {
    for (let page = pageOf(address); page <= pageOf(address + bytes); page++) {
      this.#pages[page] ??= new DataView(new ArrayBuffer(PAGE_BYTES));
    }
  }

  load(width: Width, address: number): bigint {
    return READ[width](this.page(address, WIDTHS[width].bytes), offsetOf(address));
  }

  store(width: Width, address: number, value: bigint): void {
    const { bytes } = WIDTHS[width];
    write(this.page(address, bytes), offsetOf(address), bytes, value);
  }

  readBytes(address: number, bytes: number): Uint8Array {
    return Uint8Array.from({ length: bytes }, (_, i) => Number(this.load("u8", address + i)));
  }

  writeBytes(address: number, bytes: Uint8Array): void {
    bytes.forEach((byte, i) => { this.store("u8", address + i, BigInt(byte)); });
  }

  /** The page in which so many bytes are, at offsetOf(address). */
  page(address: number, bytes: number): DataView {
    if ((address & (bytes - 1)) !== 0) {
      bug(`0x${address.toString(16)} is not aligned to ${bytes} bytes`);
    }
    const page = address >= 0 && address <= LAST ? this.#pages[pageOf(address)] : undefined;
    return page ?? bug(`nothing is at 0x${address.toString(16)}`);
  }
}

const pageOf = (address: number): number => address >>> PAGE_BITS;
export const offsetOf = (address: number): number => address & (PAGE_BYTES - 1);
