// What the exercises of chapter 4 ask for that is no part of the machine: practice, and graded questions.

import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { Fault } from "../../../machine/cpu/exception";
import type { Descriptor, LeafDescriptor, LeafRights } from "../../../machine/mmu/descriptor";
import type { VirtPage } from "../../../machine/mmu/tlb-entry";
import type { Invalidation } from "../../../machine/mmu/tlb-invalidation";

/** Bytes that are to be seen at `va`; all three numbers are multiples of 4 KiB. */
export interface WantedMapping extends LeafRights {
  readonly va: VirtAddr;
  readonly pa: PhysAddr;
  readonly bytes: number;
  readonly AttrIndx: number;
}

/** A store of eight bytes into a table. */
export type DescriptorWrite = readonly [address: PhysAddr, descriptor: bigint];

/** An entry of a translation table, and who uses what it maps. */
export interface EntryInUse {
  /** The level of the table that it is in. */
  readonly level: 1 | 2 | 3;
  /** The first page that it maps. */
  readonly page: VirtPage;
  /** The address space that the table is of. */
  readonly asid: number;
  /** Whether other CPUs use the same tables. */
  readonly isShared: boolean;
}

export type ChangeStep =
  | "write invalid" | "write wanted"
  /** Waits until stores are seen by every walk, and TLBIs have been carried out. */
  | "DSB"
  /** What is fetched from here on is fetched by the new map. */
  | "ISB"
  /** With `broadcast`, on every CPU: the forms with IS in their names. */
  | { readonly TLBI: Invalidation; readonly broadcast: boolean };

export type ForeignAccess = "read" | "write" | "execute";

/** Where it is, or what is wrong. */
export type ForeignTranslation =
  | { readonly kind: "found"; readonly address: bigint }
  | { readonly kind: "fault"; readonly code: number };

export interface MmuQuestions {
  /** What must be stored so that the tables that begin at `root` map what is wanted. */
  mapPages(wanted: readonly WantedMapping[], root: PhysAddr, free: readonly PhysAddr[]): readonly DescriptorWrite[];
  /** How to change an entry, so that nobody ever finds two answers, or keeps the old one. */
  changeEntry(
    now: LeafDescriptor | { readonly kind: "invalid" }, wanted: Descriptor, use: EntryInUse,
  ): readonly ChangeStep[];
  /** What the MMU of your question makes of an address. Memory that is not listed is 0. */
  foreignTranslate(
    va: bigint, access: ForeignAccess, root: bigint, memory: readonly (readonly [address: bigint, entry: bigint])[],
  ): ForeignTranslation;
  /** What the dump of your question says of an address: where it is, or which fault an access gets. */
  readDump(va: VirtAddr, purpose: "read" | "write" | "fetch", level: "EL0" | "EL1"): PhysAddr | Fault;
}
