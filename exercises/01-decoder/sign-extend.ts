import type { DecoderParts } from "../../src/machine/decoder/parts";

/** The low `width` bits of `value` (1 to 32 of them), read as two's complement. What stands above them is ignored. */
export const signExtend: DecoderParts["signExtend"] = (value, width) => {
  throw new Error(`Return the low ${width} bits of ${value} as a signed number: the highest of them counts negative.`);
};
