// The 256 numbers that FMOV (immediate) can carry: (16 to 31)/16 times 2^-3 to 2^4, with a sign
// (Arm ARM, shared pseudocode: VFPExpandImm).
//
//   7  6  5 4  3 2 1 0
//   s  e  e e  f f f f      the top exponent bit is stored inverted

/** The number that imm8 stands for: +-0.125 to +-31. */
export function decodeFloatImmediate(imm8: number): number {
  const sign = imm8 & 0x80 ? -1 : 1;
  const exponent = ((imm8 >> 4) & 0x7 ^ 0x4) - 3;
  const fraction = 16 + (imm8 & 0xf);
  return (sign * fraction * 2 ** exponent) / 16;
}

/** The imm8 that stands for `value`, or undefined if none does. Zero is not among them. */
export function encodeFloatImmediate(value: number): number | undefined {
  for (let imm8 = 0; imm8 < 256; imm8++) if (decodeFloatImmediate(imm8) === value) return imm8;
  return undefined;
}
