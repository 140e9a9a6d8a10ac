// The header of a flattened device tree, and what it says of where things are (Devicetree
// Specification 0.4, chapter 5). Version 17, which is what everybody has written since 2007.
//
//   +--------+--------------------+-----------------+---------------+
//   | header | memory reservation | structure block | strings block |
//   +--------+--------------------+-----------------+---------------+
//            8-aligned            4-aligned         any

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { readDoubleWord, readWord, writeWord } from "./big-endian";
import {
  FDT_COMPATIBLE_VERSION, FDT_MAGIC, FDT_VERSION, HEADER_FIELDS, HEADER_SIZE,
} from "./header-fields";
import { Reservation } from "./node";

export { FDT_COMPATIBLE_VERSION, FDT_MAGIC, FDT_VERSION, HEADER_FIELDS, HEADER_SIZE };

/** An address and a size, 8 bytes each. */
export const RESERVATION_SIZE = 16;

export class Header {
  readonly totalsize: number;
  readonly off_dt_struct: number;
  readonly off_dt_strings: number;
  readonly off_mem_rsvmap: number;
  readonly boot_cpuid_phys: number;
  readonly size_dt_strings: number;
  readonly size_dt_struct: number;

  constructor(
    totalsize: number, off_dt_struct: number, off_dt_strings: number, off_mem_rsvmap: number,
    boot_cpuid_phys: number, size_dt_strings: number, size_dt_struct: number,
  ) {
    this.totalsize = totalsize;
    this.off_dt_struct = off_dt_struct;
    this.off_dt_strings = off_dt_strings;
    this.off_mem_rsvmap = off_mem_rsvmap;
    this.boot_cpuid_phys = boot_cpuid_phys;
    this.size_dt_strings = size_dt_strings;
    this.size_dt_struct = size_dt_struct;
  }
}

/** The header, checked: its blocks lie in `blob`. */
export function readHeader(blob: Uint8Array): Header {
  const word = (index: number): number => readWord(blob, 4 * index);
  if (blob.length < 4 || word(0) !== FDT_MAGIC) {
    throw new UserFault("not a device tree: it does not begin with d0 0d fe ed");
  }
  if (blob.length < HEADER_SIZE) {
    throw new UserFault(`truncated: a device tree's header takes ${HEADER_SIZE} bytes`);
  }
  if (word(5) < FDT_VERSION || word(6) > FDT_VERSION) {
    const versions = `version ${word(5)}, readable as ${word(6)}`;
    throw new UserFault(`the device tree is of ${versions}; this reads version ${FDT_VERSION}`);
  }
  const header = new Header(word(1), word(2), word(3), word(4), word(7), word(8), word(9));
  checkBlock("the device tree (totalsize)", 0, header.totalsize, blob.length);
  const { totalsize } = header;
  checkBlock("the structure block", header.off_dt_struct, header.size_dt_struct, totalsize);
  checkBlock("the strings block", header.off_dt_strings, header.size_dt_strings, totalsize);
  if (header.off_dt_struct % 4 !== 0) {
    throw new UserFault(`off_dt_struct at 0x8 is ${hex(header.off_dt_struct)}, not 4-aligned`);
  }
  return header;
}

function checkBlock(what: string, offset: number, size: number, end: number): void {
  if (offset + size > end) {
    const due = `${what} should take ${hex(size)} bytes at ${hex(offset)}`;
    throw new UserFault(`truncated: ${due}, but only ${hex(end)} are there`);
  }
}

export function writeHeader(blob: Uint8Array, header: Header): void {
  const { off_dt_struct, off_dt_strings, off_mem_rsvmap } = header;
  const words = [
    FDT_MAGIC, header.totalsize, off_dt_struct, off_dt_strings, off_mem_rsvmap, FDT_VERSION,
    FDT_COMPATIBLE_VERSION, header.boot_cpuid_phys, header.size_dt_strings, header.size_dt_struct,
  ];
  words.forEach((word, i) => writeWord(blob, 4 * i, word));
}

/** The memory reservations: up to an entry of zeros. */
export function readReservations(blob: Uint8Array, header: Header): Reservation[] {
  const found: Reservation[] = [];
  for (let at = header.off_mem_rsvmap; ; at += RESERVATION_SIZE) {
    checkBlock("a memory reservation", at, RESERVATION_SIZE, header.totalsize);
    const address = readDoubleWord(blob, at);
    const size = readDoubleWord(blob, at + 8);
    if (address === 0n && size === 0n) return found;
    found.push(new Reservation(address, size));
  }
}
