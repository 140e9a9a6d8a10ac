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
  throw new Error(`Return the N, immr and imms that stand for 0x${value.toString(16)} in ${width} bits, or undefined.`);
};
