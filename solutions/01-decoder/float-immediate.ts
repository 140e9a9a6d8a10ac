import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * The number that FMOV's imm8 (0 to 255) stands for.
 *
 *   7  6  5 4  3 2 1 0
 *   s  e  e e  f f f f      s = 1: minus
 *
 * (16 to 31)/16, by ffff, times a power of two from 1/8 to 16, by eee, whose top bit is stored inverted: 100 is the
 * smallest power, 011 the largest.
 */
export const decodeFloatImmediate: DecoderParts["decodeFloatImmediate"] = (imm8) => {
  const sign = imm8 & 0x80 ? -1 : 1;
  const exponent = ((imm8 >> 4) & 0b111 ^ 0b100) - 3; // 100 becomes -3, 011 becomes 4
  const sixteenths = 16 + (imm8 & 0b1111);
  return sign * (sixteenths / 16) * 2 ** exponent;
};
