import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Looks `va` up in the tables of `range`, of which the first, at range.table, is of level range.startLevel. Gives what maps
 * it, { kind: "mapped", address, bits, level, AttrIndx, SH, nG, AP, UXN, PXN }, where `bits` is log2 of what that descriptor
 * maps (level 3: range.granule; each level above: granule - 3 more); or the first fault, { kind, level }:
 *
 *   range.EPD                                                   translation, level 0    nothing is read at all
 *   the first table is at 2^outputBits or above                 address size, level 0   nor here
 *   read() gives undefined for a descriptor                     external
 *   the descriptor is "invalid"                                 translation
 *   the next table, page or block is at 2^outputBits or above   address size
 *   the access flag of a page or block is not set               access flag
 *
 * The level is that of the table which the descriptor was in. A descriptor has eight bytes, and is read once.
 *
 * Which entry of a table it is, and what it says, are parts.tableIndex() and parts.decodeDescriptor(). What the leaf allows is
 * parts.limited(leaf, limits), where `limits` has all that the tables on the way forbid. And if there is a parts.heard(), it is
 * told of each descriptor that is read: { level, table, index, address, bits, descriptor }, `address` being the descriptor's
 * own; where nothing answered, bits and descriptor are undefined.
 */
export const walk: MmuParts["walk"] = (va, range, outputBits, read, parts) => {
  throw new Error(
    `Return what maps 0x${va.toString(16)}, or the fault: begin at level ${range.startLevel}, in the table at 0x${range.table.toString(16)}. `
    + `(${read.length} argument for read(), ${outputBits} bits of output, parts: ${Object.keys(parts).join(", ")}.)`,
  );
};
