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
  throw new Error(`Return the six bits, as a number, of a fault of the kind "${fault.kind}".`);
};
