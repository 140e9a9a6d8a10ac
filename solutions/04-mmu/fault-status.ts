import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * The six bits that report `fault`: DFSC, IFSC and PAR_EL1.FST. LL is the level.
 *
 *   address size   0000LL        external, with a level (on a walk)   0101LL
 *   translation    0001LL        external, without                    010000
 *   access flag    0010LL        alignment                            100001
 *   permission     0011LL
 */
export const faultStatus: MmuParts["faultStatus"] = (fault) => {
  switch (fault.kind) {
    case "address size": return 0b000000 | fault.level;
    case "translation": return 0b000100 | fault.level;
    case "access flag": return 0b001000 | fault.level;
    case "permission": return 0b001100 | fault.level;
    case "external": return fault.level === undefined ? 0b010000 : 0b010100 | fault.level;
    case "alignment": return 0b100001;
  }
};
