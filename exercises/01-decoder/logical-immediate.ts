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
  throw new Error(`Return the mask that N=${N} immr=${immr} imms=${imms} stands for in ${width} bits, or undefined.`);
};
