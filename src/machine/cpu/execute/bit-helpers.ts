// Bits and bytes counted and turned round, for each size of operand (Arm ARM, shared pseudocode:
// CountLeadingZeroBits() and the like).

import type { Helper } from "../helper";

type Sizes<S extends number> = Readonly<Record<S, Helper>>;

function clz(size: number, x: bigint): bigint {
  const high = Number(x >> 32n);
  const of64 = high !== 0 ? Math.clz32(high) : 32 + Math.clz32(Number(x));
  return BigInt(of64 - (64 - size));
}

const cls = (size: number, x: bigint): bigint => {
  const signed = BigInt.asIntN(size, x);
  return clz(size, signed < 0n ? ~signed : signed) - 1n;
};

/** The lower half of each 2 * n bits. */
const LOWER: Readonly<Record<number, bigint>> = {
  1:  0x5555_5555_5555_5555n,
  2:  0x3333_3333_3333_3333n,
  4:  0x0f0f_0f0f_0f0f_0f0fn,
  8:  0x00ff_00ff_00ff_00ffn,
  16: 0x0000_ffff_0000_ffffn,
  32: 0x0000_0000_ffff_ffffn,
};

/** Swaps the two halves, in each of them the two quarters, and so on, down to chunks. */
function reverseChunks(size: number, chunk: number, x: bigint): bigint {
  let reversed = x;
  for (let half = size / 2; half >= chunk; half /= 2) {
    const lower = LOWER[half]!;
    const places = BigInt(half);
    reversed = ((reversed & lower) << places) | ((reversed >> places) & lower);
  }
  return reversed;
}

const helper = (name: string, apply: (x: bigint) => bigint): Helper => ({ name, apply });

export const CountLeadingZeros: Sizes<8 | 16 | 32 | 64> = {
  8: helper("CountLeadingZeroBits", (x) => clz(8, x)),
  16: helper("CountLeadingZeroBits", (x) => clz(16, x)),
  32: helper("CountLeadingZeroBits", (x) => clz(32, x)),
  64: helper("CountLeadingZeroBits", (x) => clz(64, x)),
};

/** How many bits below the sign are copies of it. */
export const CountLeadingSignBits: Sizes<8 | 16 | 32 | 64> = {
  8: helper("CountLeadingSignBits", (x) => cls(8, x)),
  16: helper("CountLeadingSignBits", (x) => cls(16, x)),
  32: helper("CountLeadingSignBits", (x) => cls(32, x)),
  64: helper("CountLeadingSignBits", (x) => cls(64, x)),
};

export const ReverseBits: Sizes<8 | 32 | 64> = {
  8: helper("ReverseBits", (x) => reverseChunks(8, 1, x)),
  32: helper("ReverseBits", (x) => reverseChunks(32, 1, x)),
  64: helper("ReverseBits", (x) => reverseChunks(64, 1, x)),
};

export const ReverseBytes: Sizes<16 | 32 | 64> = {
  16: helper("ReverseBytes", (x) => reverseChunks(16, 8, x)),
  32: helper("ReverseBytes", (x) => reverseChunks(32, 8, x)),
  64: helper("ReverseBytes", (x) => reverseChunks(64, 8, x)),
};

/** Of 32 bits at most. */
export const BitCount: Helper = {
  name: "BitCount",
  apply(x = 0n) {
    let count = 0;
    for (let rest = Number(x); rest !== 0; rest &= rest - 1) count++; // Less its lowest 1.
    return BigInt(count);
  },
};
