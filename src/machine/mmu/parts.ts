// The parts of an MMU that can be replaced: what this chapter's exercises implement. Plain data
// goes in and comes out; an MMU built from others than ours (standard-parts.ts) maps the same
// addresses, or shows where it does not.

import type { VirtAddr } from "../../base/word";
import type { Fault } from "../cpu/exception";
import type { Answer } from "./address-translation";
import type { Descriptor, LeafRights, TableLimits } from "./descriptor";
import type { Granule } from "./granule";
import type { Request } from "./permissions";
import type { TranslationRegisters, Regime, VaRange } from "./regime";
import type { TlbEntry, VirtPage } from "./tlb-entry";
import type { Invalidation } from "./tlb-invalidation";
import type { ReadDescriptor, Walked, WalkParts } from "./walk";

export interface MmuParts {
  /** What the registers say. */
  regimeOf(registers: TranslationRegisters): Regime;
  /** Whether the bits of `va` above the range's size are as its bit 55 is, a tag apart. */
  isInRange(va: VirtAddr, range: VaRange): boolean;
  /** Which entry, from 0, of a table of `level` is for `va`. Levels end at 3. */
  tableIndex(va: VirtAddr, level: number, granule: Granule, inputBits: number): number;
  /** 64 bits, found in a table of `level`. */
  decodeDescriptor(descriptor: bigint, level: number, granule: Granule): Descriptor;
  /** What a table that limits leaves of what a leaf allows. */
  limited(leaf: LeafRights, limits: TableLimits): LeafRights;
  /** From the range's first table to what maps `va`, or to the fault. */
  walk(
    va: VirtAddr, range: VaRange, outputBits: number, read: ReadDescriptor, parts: WalkParts,
  ): Walked;
  /** Whether a page may be used so. */
  permits(leaf: LeafRights, request: Request): boolean;
  /** Whether an entry translates `page`, bits 55:12 of an address, for `asid`. */
  tlbMatches(entry: TlbEntry, page: VirtPage, asid: number): boolean;
  /** Whether a TLBI removes an entry. */
  isInvalidated(entry: TlbEntry, invalidation: Invalidation): boolean;
  /** The six bits of DFSC, IFSC and PAR_EL1.FST. */
  faultStatus(fault: Fault): number;
  /** PAR_EL1 behind an AT instruction. */
  parOf(result: Answer | Fault, status: (fault: Fault) => number): bigint;
}
