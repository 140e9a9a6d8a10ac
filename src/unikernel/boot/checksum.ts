// CRC-32 of memory, as the linker computes it (IEEE 802.3). AArch64 has instructions for it, which
// every core since Armv8.1 must have and most before it do; for the others there is a table.

import { load8 } from "../metal/memory";
import { asm } from "../metal/assembly";
import { plus } from "../metal/word";
import { readSystemRegister } from "../metal/system-register";

/** ID_AA64ISAR0_EL1.CRC32 */
const CRC32 = 0xf_0000n;

/** Of half a byte: what it adds to a CRC that has it in its lowest bits. */
const TABLE = [
  0x0000_0000, 0x1db7_1064, 0x3b6e_20c8, 0x26d9_30ac, 0x76dc_4190, 0x6b6b_51f4, 0x4db2_6158,
  0x5005_713c, 0xedb8_8320, 0xf00f_9344, 0xd6d6_a3e8, 0xcb61_b38c, 0x9b64_c2b0, 0x86d3_d2d4,
  0xa00a_e278, 0xbdbd_f21c,
] as const;

/** `begin` is a multiple of 8. @noalloc */
export function checksum(begin: bigint, end: bigint): number {
  const hasInstruction = (readSystemRegister("ID_AA64ISAR0_EL1") & CRC32) !== 0n;
  return hasInstruction ? checksumByInstruction(begin, end) : checksumByTable(begin, end);
}

export function checksumByTable(begin: bigint, end: bigint): number {
  let crc = 0xffff_ffff;
  for (let at = begin; at < end; at = plus(at, 1n)) {
    crc = crc ^ load8(at);
    crc = (crc >>> 4) ^ TABLE[crc & 15]!;
    crc = (crc >>> 4) ^ TABLE[crc & 15]!;
  }
  return ~crc >>> 0;
}

/** 64 bytes at a time, then 16, and what is left one by one. */
function checksumByInstruction(_begin: bigint, _end: bigint): number {
  return asm`
        mov   w2, #-1
4:      add   x3, x0, #64
        cmp   x3, x1
        b.hi  1f
        ldp   x4, x5, [x0], #16
        ldp   x6, x7, [x0], #16
        ldp   x8, x9, [x0], #16
        ldp   x10, x11, [x0], #16
        crc32x w2, w2, x4
        crc32x w2, w2, x5
        crc32x w2, w2, x6
        crc32x w2, w2, x7
        crc32x w2, w2, x8
        crc32x w2, w2, x9
        crc32x w2, w2, x10
        crc32x w2, w2, x11
        b     4b
1:      add   x3, x0, #16
        cmp   x3, x1
        b.hi  2f
        ldp   x4, x5, [x0], #16
        crc32x w2, w2, x4
        crc32x w2, w2, x5
        b     1b
2:      cmp   x0, x1
        b.hs  3f
        ldrb  w4, [x0], #1
        crc32b w2, w2, w4
        b     2b
3:      mvn   w0, w2
        ret
  `;
}
