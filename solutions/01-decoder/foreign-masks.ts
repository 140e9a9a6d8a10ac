import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";

/** The mask in the word of a Marrow: 64 bits, or undefined where it is reserved. */
export const decodeMask: DecoderQuestions["decodeMask"] = (word) => {
  const big = (word >>> 12) & 1;
  const turn = (word >>> 6) & 0x1f;
  const run = (word >>> 15) & 0x1f;
  // The first zero in run ends the markers: what is behind it is the length, and where it is says the size.
  const cell = big === 0 ? 32 : 2 ** (31 - Math.clz32(~run & 0x1f));
  const zeros = (run & (cell - 1)) + 1;
  if (cell < 4 || zeros === cell || turn >= cell) return undefined;

  const ones = cell - zeros;
  const still = (1n << BigInt(ones)) - 1n;
  let mask = rotateRight(still, cell - turn, cell);
  for (let filled = cell; filled < 64; filled *= 2) mask |= mask << BigInt(filled);
  return mask;
};

/** The low `width` bits of `x`, rotated right by 0 to `width` places. */
function rotateRight(x: bigint, places: number, width: number): bigint {
  return BigInt.asUintN(width, (x >> BigInt(places)) | (x << BigInt(width - places)));
}
