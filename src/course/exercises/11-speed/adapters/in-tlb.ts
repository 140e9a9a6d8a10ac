// What compiled code does with the three numbers of a check, in words of 64 bits.

import type { JitParts } from "../../../../machine/jit/parts";

// A type, not an interface: only a type is Plain.
export type Access = { readonly bytes: number; readonly mustBeAligned: boolean; readonly flags: number };

export type InTlb = (access: Access, address: bigint, tag: bigint) => boolean;

const word = (value: bigint): bigint => BigInt.asUintN(64, value);

/** The comparison, of an address and a tag. */
export const inTlb = (tlbCheck: JitParts["tlbCheck"]): InTlb =>
  ({ bytes, mustBeAligned, flags }, address, tag) => {
    const { plus, mask, flip } = tlbCheck(bytes, mustBeAligned, flags);
    return word(((address + plus) & mask) ^ flip) === tag;
  };
