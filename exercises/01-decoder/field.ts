import type { DecoderParts } from "../../src/machine/decoder/parts";

/** Bits hi..lo of `word`, both ends included, as the manual writes word<hi:lo>. 31 >= hi >= lo >= 0. */
export const field: DecoderParts["field"] = (word, hi, lo) => {
  throw new Error(`Return bits ${hi} to ${lo} of ${word}, both ends included, as an unsigned number.`);
};
