// A vector's constant in eight bits (Arm ARM, shared pseudocode: AdvSIMDExpandImm), as one of its
// elements. cmode = 1111 is not here: that is VFPExpandImm (float-immediate.ts).

import type { Size } from "../operations";

export interface ElementImmediate {
  readonly size: Size;
  readonly value: bigint;
}

/**
 *   cmode   0xxo  32 bits: imm8, shifted by 8 * xx
 *           10xo  16 bits: imm8, shifted by 8 * x
 *           110x  32 bits: imm8, shifted by 8 or 16, and ones below it
 *           1110  8 bits: imm8; but with op = 1, 64 bits: a byte for each of its bits
 *
 * o, which chooses between the instructions, makes no difference.
 */
export function AdvSIMDExpandImm(op: number, cmode: number, imm8: number): ElementImmediate {
  const x = BigInt(imm8);
  const amount = BigInt(8 * ((cmode >> 1) & 3));
  if (cmode < 0b1000) return { size: 32, value: x << amount };
  if (cmode < 0b1100) return { size: 16, value: x << amount };
  if (cmode === 0b1100) return { size: 32, value: (x << 8n) | 0xffn };
  if (cmode === 0b1101) return { size: 32, value: (x << 16n) | 0xffffn };
  return op ? { size: 64, value: byteForEachBit(imm8) } : { size: 8, value: x };
}

/** Of 0b1000_0001, 0xff00_0000_0000_00ff. */
function byteForEachBit(imm8: number): bigint {
  let bytes = 0n;
  for (let bit = 0; bit < 8; bit++) if (imm8 & (1 << bit)) bytes |= 0xffn << BigInt(8 * bit);
  return bytes;
}
