import type { DecoderParts } from "../../src/machine/decoder/parts";

/** The low `width` bits of `value` (1 to 32 of them), read as two's complement. What stands above them is ignored. */
export const signExtend: DecoderParts["signExtend"] = (value, width) => {
  // Up until the sign lies in bit 31, and down again with copies of it.
  const unused = 32 - width;
  return (value << unused) >> unused;
};
