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
  const { granule, inputBits, startLevel } = range;
  const isOutOfReach = (address: number): boolean => address >= 2 ** outputBits;
  if (range.EPD) return { kind: "translation", level: 0 };
  if (isOutOfReach(range.table)) return { kind: "address size", level: 0 };

  let { table } = range;
  let limits = { APTable: 0, UXNTable: false, PXNTable: false };
  for (let level = startLevel; ; level++) {
    const index = parts.tableIndex(va, level, granule, inputBits);
    const address = table + 8 * index;
    const bits = read(address);
    const descriptor = bits === undefined ? undefined : parts.decodeDescriptor(bits, level, granule);
    parts.heard?.({ level, table, index, address, bits, descriptor });

    if (descriptor === undefined) return { kind: "external", level };
    if (descriptor.kind === "invalid") return { kind: "translation", level };
    if (isOutOfReach(descriptor.address)) return { kind: "address size", level };
    if (descriptor.kind === "table") {
      const { APTable, UXNTable, PXNTable } = descriptor;
      limits = {
        APTable: limits.APTable | APTable,
        UXNTable: limits.UXNTable || UXNTable,
        PXNTable: limits.PXNTable || PXNTable,
      };
      table = descriptor.address;
      continue;
    }
    if (!descriptor.AF) return { kind: "access flag", level };
    const { AttrIndx, SH, nG } = descriptor;
    const { AP, UXN, PXN } = parts.limited(descriptor, limits);
    const mappedBits = granule + (3 - level) * (granule - 3);
    return { kind: "mapped", address: descriptor.address, bits: mappedBits, level, AttrIndx, SH, nG, AP, UXN, PXN };
  }
};
