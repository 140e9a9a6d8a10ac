// Who may do what (Arm ARM, "Data access permission controls" and "Instruction execution
// permissions"; AArch64.S1DirectBasePermissions() of its pseudocode).
//
//   AP[2:1]   EL1          EL0
//   00        read, write  -
//   01        read, write  read, write
//   10        read         -
//   11        read         read

import type { LeafRights, TableLimits } from "./descriptor";

export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  /** To execute: what the CPU asks for when it fetches. */
  readonly fetch: boolean;
}

/** What is asked of a page, and by whom. */
export interface Request {
  /** maintain: DC CVAC and its like, which change nothing that a program could see. */
  readonly purpose: "read" | "write" | "fetch" | "maintain";
  /** With EL0's rights: at EL0, or by LDTR and STTR. */
  readonly unprivileged: boolean;
  /** PSTATE.PAN, if this request heeds it. */
  readonly PAN: boolean;
  /** SCTLR_EL1.WXN. */
  readonly WXN: boolean;
}

const EL0 = 0b01;
const READ_ONLY = 0b10;

export const NO_LIMITS: TableLimits = { APTable: 0, UXNTable: false, PXNTable: false };

/** The limits of a table and of the one that led to it: a table may take away, never give. */
export const bothLimits = (a: TableLimits, b: TableLimits): TableLimits => ({
  APTable: a.APTable | b.APTable,
  UXNTable: a.UXNTable || b.UXNTable,
  PXNTable: a.PXNTable || b.PXNTable,
});

/** What the tables on the way leave of a leaf's rights. */
export function limited({ AP, UXN, PXN }: LeafRights, limits: TableLimits): LeafRights {
  const { APTable, UXNTable, PXNTable } = limits;
  const isHidden = (APTable & 0b01) !== 0; // From EL0.
  return {
    AP: (AP | (APTable & READ_ONLY)) & (isHidden ? ~EL0 : ~0),
    UXN: UXN || UXNTable,
    PXN: PXN || PXNTable,
  };
}

export function rightsOf(
  { AP, UXN, PXN }: LeafRights, { unprivileged, PAN, WXN }: Omit<Request, "purpose">,
): Rights {
  const isEl0s = (AP & EL0) !== 0;
  const isWritable = (AP & READ_ONLY) === 0;
  if (unprivileged) {
    const write = isEl0s && isWritable;
    return { read: isEl0s, write, fetch: !UXN && !(WXN && write) };
  }
  // What EL0 can write, EL1 never executes. PAN guards data alone.
  const isShut = PAN && isEl0s;
  return {
    read: !isShut,
    write: isWritable && !isShut,
    fetch: !PXN && !(isEl0s && isWritable) && !(WXN && isWritable),
  };
}

/** Whether a page with these rights may be used so. Cache maintenance at EL1 always may. */
export function permits(leaf: LeafRights, request: Request): boolean {
  const { purpose, unprivileged } = request;
  if (purpose !== "maintain") return rightsOf(leaf, request)[purpose];
  return !unprivileged || rightsOf(leaf, request).read;
}
