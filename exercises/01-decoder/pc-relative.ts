import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * The address that an instruction at `pc` names. `offset` is signed, and counts bytes (ADR and the branches) or, if
 * `page` is true (ADRP), pages of 4,096 bytes from the start of pc's own page. Addresses wrap around at 2^64.
 */
export const pcRelative: DecoderParts["pcRelative"] = (pc, offset, page) => {
  throw new Error(`Return the address ${offset} ${page ? "pages" : "bytes"} away from 0x${pc.toString(16)}, from 0 to 2^64 - 1.`);
};
