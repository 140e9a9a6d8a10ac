import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * The address that an instruction at `pc` names. `offset` is signed, and counts bytes (ADR and the branches) or, if
 * `page` is true (ADRP), pages of 4,096 bytes from the start of pc's own page. Addresses wrap around at 2^64.
 */
export const pcRelative: DecoderParts["pcRelative"] = (pc, offset, page) => {
  // The low twelve bits of pc are no part of an ADRP: the ADD behind it brings those of the target.
  const target = page ? (pc & ~0xfffn) + 4096n * BigInt(offset) : pc + BigInt(offset);
  return BigInt.asUintN(64, target);
};
