import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * What is left of a leaf's rights { AP, UXN, PXN }, where the tables on the way limit them:
 *
 *   APTable bit 0    not for EL0             AP bit 0   1: for EL0 too
 *   APTable bit 1    not to be written       AP bit 1   1: not to be written
 *   UXNTable         EL0 does not execute    UXN        EL0 does not execute
 *   PXNTable         EL1 does not execute    PXN        EL1 does not execute
 */
export const limited: MmuParts["limited"] = ({ AP, UXN, PXN }, { APTable, UXNTable, PXNTable }) => {
  const isHidden = (APTable & 0b01) !== 0;
  const isReadOnly = ((AP | APTable) & 0b10) !== 0;
  const isEl0s = (AP & 0b01) !== 0 && !isHidden;
  return { AP: (isReadOnly ? 0b10 : 0) | (isEl0s ? 0b01 : 0), UXN: UXN || UXNTable, PXN: PXN || PXNTable };
};
