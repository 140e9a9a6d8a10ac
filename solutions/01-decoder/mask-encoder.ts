import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * The way back: the N, immr and imms that stand for `value` in a register of `width` bits, or undefined if none do.
 * Where several stand for the same mask, the bits of immr that do not matter in its cell are zero.
 *
 *   N  imms    cell
 *   1  xxxxxx   64
 *   0  0xxxxx   32
 *   0  10xxxx   16
 *   0  110xxx    8
 *   0  1110xx    4
 *   0  11110x    2
 *
 * `value` may be any bigint: one that does not fit in `width` bits is no mask.
 */
export const encodeLogicalImmediate: DecoderParts["encodeLogicalImmediate"] = (value, width) => {
  if (value !== BigInt.asUintN(width, value)) return undefined;
  const cell = smallestCell(value, width);
  for (let immr = 0; immr < cell; immr++) {
    const ones = rotateLeft(BigInt.asUintN(cell, value), immr, cell);
    const run = runFromBit0(ones);
    if (run === undefined || run === cell) continue;
    // 64 has N; the others say their size with leading ones in imms: 32 with 0xxxxx, 16 with 10xxxx, 2 with 11110x.
    return cell === 64 ? { N: 1, immr, imms: run - 1 } : { N: 0, immr, imms: (64 - 2 * cell) | (run - 1) };
  }
  return undefined;
};

/** Halve the register for as long as both halves are alike. */
function smallestCell(value: bigint, width: number): number {
  const half = width / 2;
  const low = BigInt.asUintN(half, value);
  return width > 2 && low === value >> BigInt(half) ? smallestCell(low, half) : width;
}

/** A value of `width` bits, rotated left by less than `width`: what a rotation to the right has done is undone. */
function rotateLeft(x: bigint, places: number, width: number): bigint {
  return BigInt.asUintN(width, (x << BigInt(places)) | (x >> BigInt(width - places)));
}

/** How many ones there are, if they are all at the low end: then x is one less than a power of two. */
function runFromBit0(x: bigint): number | undefined {
  return x !== 0n && (x & (x + 1n)) === 0n ? x.toString(2).length : undefined;
}
