// What FMOV (immediate) writes (Arm ARM, shared pseudocode: VFPExpandImm). The decoder's
// float-immediate.ts has it as a number; this is the pattern of bits.
//
//   imm8      s  e  f5 f4 f3 f2 f1 f0
//   pattern   s ~e  e ... e  f5 f4 f3 f2 f1 f0  0 ... 0

import { FORMATS, type FpWidth } from "../floating-point/format";

export function VFPExpandImm(imm8: number, width: FpWidth): bigint {
  const { E, F, signBit } = FORMATS[width];
  const sign = imm8 & 0x80 ? signBit : 0n;
  const top = BigInt(imm8 & 0x40 ? 2 ** (E - 3) - 1 : 2 ** (E - 3)); // ~e, and E - 3 times e.
  return sign | (top << BigInt(F + 2)) | (BigInt(imm8 & 0x3f) << BigInt(F - 4));
}
