// Who may do what ("Stage 1 data accesses permissions" and "Instruction execution permissions"): the leaf's AP, UXN and
// PXN, less what the tables above it take away ("Hierarchical control of stage 1 permissions").

import { type Access, bit, type Rights, type World } from "./world";

/** A leaf's, or what tables add to it: a bit that is set takes a right away, but for AP[1]. */
export interface Attributes {
  /** AP[1]: EL0 has access. */
  readonly user: boolean;
  /** AP[2]. */
  readonly readOnly: boolean;
  readonly UXN: boolean;
  readonly PXN: boolean;
}

export interface TableAttributes {
  /** APTable[0]. */
  readonly noUser: boolean;
  /** APTable[1]. */
  readonly readOnly: boolean;
  readonly UXN: boolean;
  readonly PXN: boolean;
}

export const NO_TABLE: TableAttributes = { noUser: false, readOnly: false, UXN: false, PXN: false };

/** Tables only ever take away. */
export const through = (above: TableAttributes, descriptor: bigint): TableAttributes => ({
  noUser: above.noUser || bit(descriptor, 61),
  readOnly: above.readOnly || bit(descriptor, 62),
  UXN: above.UXN || bit(descriptor, 60),
  PXN: above.PXN || bit(descriptor, 59),
});

export const leafAttributes = (descriptor: bigint): Attributes => ({
  user: bit(descriptor, 6), readOnly: bit(descriptor, 7), UXN: bit(descriptor, 54), PXN: bit(descriptor, 53),
});

export function rightsOf(leaf: Attributes, tables: TableAttributes, world: World): readonly [EL0: Rights, EL1: Rights] {
  const WXN = bit(world.SCTLR_EL1, 19);
  const canWrite = !leaf.readOnly && !tables.readOnly;
  const userReads = leaf.user && !tables.noUser;
  const userWrites = userReads && canWrite;
  return [
    { read: userReads, write: userWrites, execute: !(leaf.UXN || tables.UXN) && !(userWrites && WXN) },
    // What EL0 may write, EL1 never executes.
    { read: true, write: canWrite, execute: !(leaf.PXN || tables.PXN) && !userWrites && !(canWrite && WXN) },
  ];
}

/** "Privileged Access Never": EL1's data accesses, but not its fetches, keep away from what EL0 can read. */
export function isPermitted(rights: readonly [EL0: Rights, EL1: Rights], access: Access, world: World): boolean {
  const own = rights[access.level];
  if (access.kind === "fetch") return own.execute;
  if (access.level === 1 && world.PAN && rights[0].read) return false;
  return access.kind === "write" ? own.write : own.read;
}
