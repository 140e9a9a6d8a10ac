import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Whether a page with the rights { AP, UXN, PXN } may be used so: `purpose` is "read", "write", "fetch" (to execute) or
 * "maintain" (to clean a cache line); `unprivileged` means with EL0's rights, otherwise EL1's.
 *
 *   AP   EL1          EL0
 *   00   read, write  -             To execute: EL0 if not UXN, EL1 if not PXN; nobody who may write, if WXN;
 *   01   read, write  read, write               and EL1 never what EL0 may write.
 *   10   read         -             PAN: EL1 neither reads nor writes what EL0 may read.
 *   11   read         read          To maintain: EL1 always; EL0 if it may read.
 */
export const permits: MmuParts["permits"] = ({ AP, UXN, PXN }, { purpose, unprivileged, PAN, WXN }) => {
  const isEl0s = (AP & 0b01) !== 0;
  const isWritable = (AP & 0b10) === 0;
  if (unprivileged) {
    switch (purpose) {
      case "read": case "maintain": return isEl0s;
      case "write": return isEl0s && isWritable;
      case "fetch": return !UXN && !(WXN && isEl0s && isWritable);
    }
  }
  const isShut = PAN && isEl0s;
  switch (purpose) {
    case "maintain": return true;
    case "read": return !isShut;
    case "write": return isWritable && !isShut;
    case "fetch": return !PXN && !(isWritable && (isEl0s || WXN));
  }
};
