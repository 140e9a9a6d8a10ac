// CRC32B to CRC32X and CRC32CB to CRC32CX: a checksum, continued over 1, 2, 4 or 8 bytes.
//
// A checksum is the remainder of the message, read as a polynomial over {0, 1}, divided by another
// of degree 32. The manual reverses the bits of both operands, divides, and reverses the remainder,
// because these checksums take the low bit of each byte first. It is simpler to leave the operands
// and to reverse the polynomial, for good: with x^31 in bit 0, "times x" is a shift to the right,
// and when that drops a one - x^32 - the polynomial takes its place.
//
// 1. The instructions do not complement: a program starts from all ones and complements the result.

import type { Helper } from "../helper";
import { wordOf } from "./elements";

/** 0x04c11db7 reversed: the checksum of Ethernet, gzip and PNG. */
const ETHERNET = 0xedb8_8320;

/** 0x1edc6f41 reversed: the checksum of iSCSI and ext4. */
const CASTAGNOLI = 0x82f6_3b78;

// Each takes (Wn, the accumulator; Wm or Xm, of which the low bits count), and gives Wd.

export const CRC32B: Helper = {
  name: "CRC32B",
  apply: (acc, value) => checksum(acc, value, 8, ETHERNET),
};

export const CRC32H: Helper = {
  name: "CRC32H",
  apply: (acc, value) => checksum(acc, value, 16, ETHERNET),
};

export const CRC32W: Helper = {
  name: "CRC32W",
  apply: (acc, value) => checksum(acc, value, 32, ETHERNET),
};

export const CRC32X: Helper = {
  name: "CRC32X",
  apply: (acc, value) => checksum(acc, value, 64, ETHERNET),
};

export const CRC32CB: Helper = {
  name: "CRC32CB",
  apply: (acc, value) => checksum(acc, value, 8, CASTAGNOLI),
};

export const CRC32CH: Helper = {
  name: "CRC32CH",
  apply: (acc, value) => checksum(acc, value, 16, CASTAGNOLI),
};

export const CRC32CW: Helper = {
  name: "CRC32CW",
  apply: (acc, value) => checksum(acc, value, 32, CASTAGNOLI),
};

export const CRC32CX: Helper = {
  name: "CRC32CX",
  apply: (acc, value) => checksum(acc, value, 64, CASTAGNOLI),
};

function checksum(acc: bigint, value: bigint, bits: number, polynomial: number): bigint {
  let remainder = divide(wordOf(acc ^ BigInt.asUintN(bits, value)), Math.min(bits, 32), polynomial);
  if (bits === 64) remainder = divide(remainder ^ wordOf(value >> 32n), 32, polynomial);
  return BigInt(remainder >>> 0);
}

/** `dividend` times x^bits, modulo the polynomial. At most 32 bits. */
function divide(dividend: number, bits: number, polynomial: number): number {
  let remainder = dividend;
  for (let i = 0; i < bits; i++) {
    const dropped = remainder & 1;
    remainder >>>= 1;
    if (dropped) remainder ^= polynomial;
  }
  return remainder;
}
