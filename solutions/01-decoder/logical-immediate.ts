import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * The mask that N:immr:imms stands for in a register of `width` bits, or undefined where it is reserved.
 *
 *   N  imms    cell    The x's, plus one, are the length of a run of ones. It starts at bit 0 of the cell,
 *   1  xxxxxx   64     is rotated right by immr (modulo the size of the cell), and the cell is copied until
 *   0  0xxxxx   32     the register is full.
 *   0  10xxxx   16
 *   0  110xxx    8     Reserved: a run as long as its cell, a cell that is not in this table, and a cell
 *   0  1110xx    4     that is larger than the register.
 *   0  11110x    2
 */
export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
  const cell = 2 ** highestSetBit((N << 6) | (~imms & 0x3f));
  const run = (imms & (cell - 1)) + 1;
  if (cell < 2 || cell > width || run === cell) return undefined;

  const ones = (1n << BigInt(run)) - 1n;
  let mask = rotateRight(ones, immr % cell, cell);
  for (let filled = cell; filled < width; filled *= 2) mask |= mask << BigInt(filled);
  return mask;
};

const highestSetBit = (bits: number): number => 31 - Math.clz32(bits);

/** The low `width` bits of `x`, rotated right by less than `width`. */
function rotateRight(x: bigint, places: number, width: number): bigint {
  return BigInt.asUintN(width, (x >> BigInt(places)) | (x << BigInt(width - places)));
}
