import type { DecoderParts } from "../../src/machine/decoder/parts";

/** Bits hi..lo of `word`, both ends included, as the manual writes word<hi:lo>. 31 >= hi >= lo >= 0. */
export const field: DecoderParts["field"] = (word, hi, lo) => {
  // The first shift drops what stands above hi; the second, unsigned, what stands below lo.
  return (word << (31 - hi)) >>> (31 - hi + lo);
};
