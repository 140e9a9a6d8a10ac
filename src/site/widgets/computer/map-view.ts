/** What is mapped, as the tables in RAM say it: plain data, made beside the machine, drawn by the page. */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { LeafRights } from "../../../machine/mmu/descriptor";
import type { TranslationRegisters } from "../../../machine/mmu/regime";

/** Pages or blocks of one size and one kind, each of which goes on where the one before ends. */
export interface MappedRange extends LeafRights {
  readonly va: VirtAddr;
  readonly pa: PhysAddr;
  readonly bytes: number;
  readonly level: number;
  /** Pages or blocks that it is made of. */
  readonly entries: number;
  readonly AttrIndx: number;
  /** The first of its descriptors, and where that is. */
  readonly bits: bigint;
  readonly at: PhysAddr;
}

export interface MapView {
  readonly registers: TranslationRegisters;
  /** The lower half, then the upper one, each from its lowest address. */
  readonly ranges: readonly MappedRange[];
  /** Whether these are all of them: a large kernel has very many. */
  readonly isWhole: boolean;
  /** Tables that were read. */
  readonly tables: number;
}
