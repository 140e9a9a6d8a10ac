// The translation table walk: from a virtual address to the descriptor that maps it (Arm ARM,
// "Translation table walk"; AArch64.S1Walk() of its pseudocode).
//
// 1. A walk never writes: FEAT_HAFDBS is not in the profile, so software keeps the access flag.
// 2. The level of a fault is part of what software sees, so what is checked first matters: a
//    leaf's output address before its access flag. Rights come later still (permissions.ts).

import type { PhysAddr, VirtAddr } from "../../base/word";
import type { Fault } from "../cpu/exception";
import type { Descriptor, LeafDescriptor, LeafRights, TableLimits } from "./descriptor";
import { type Granule, lowestBit } from "./granule";
import { bothLimits, NO_LIMITS } from "./permissions";
import type { VaRange } from "./regime";

/** What a walk finds: a page or a block, and what may be done with it. */
export interface Mapping extends LeafRights {
  readonly kind: "mapped";
  /** Where the page or block begins, and log2 of its bytes. */
  readonly address: PhysAddr;
  readonly bits: number;
  readonly level: number;
  readonly AttrIndx: number;
  readonly SH: number;
  readonly nG: boolean;
}

export type Walked = Mapping | Fault;

/** Reads one descriptor of 8 bytes. undefined: nothing answers at that address. */
export type ReadDescriptor = (address: PhysAddr) => bigint | undefined;

/** One descriptor that was read on the way. */
export interface WalkStep {
  readonly level: number;
  readonly table: PhysAddr;
  readonly index: number;
  /** Of the descriptor. */
  readonly address: PhysAddr;
  /** undefined: nothing answered. */
  readonly bits: bigint | undefined;
  readonly descriptor: Descriptor | undefined;
}

/** What a walk is made of, and who watches it. */
export interface WalkParts {
  tableIndex(va: VirtAddr, level: number, granule: Granule, inputBits: number): number;
  decodeDescriptor(descriptor: bigint, level: number, granule: Granule): Descriptor;
  limited(leaf: LeafRights, limits: TableLimits): LeafRights;
  heard?(step: WalkStep): void;
}

/**
 * Looks `va` up in the tables of its range. Each level spends some bits of the address to choose
 * a descriptor, which leads to the next table, maps a page or a block and ends the walk, or is
 * worth nothing and faults *at this level*.
 */
export function walk(
  va: VirtAddr, range: VaRange, outputBits: number, read: ReadDescriptor, parts: WalkParts,
): Walked {
  const { granule, inputBits } = range;
  const isOutOfReach = (address: PhysAddr): boolean => address >= 2 ** outputBits;

  let { table } = range;
  let limits = NO_LIMITS;
  if (range.EPD) return { kind: "translation", level: 0 };
  if (isOutOfReach(table)) return { kind: "address size", level: 0 };

  for (let level = range.startLevel; ; level++) {
    const index = parts.tableIndex(va, level, granule, inputBits);
    const address = table + 8 * index;
    const bits = read(address);
    const descriptor = bits === undefined ? bits : parts.decodeDescriptor(bits, level, granule);
    parts.heard?.({ level, table, index, address, bits, descriptor });

    switch (descriptor?.kind) {
      case undefined:
        return { kind: "external", level };
      case "invalid":
        return { kind: "translation", level };
      case "table":
        if (isOutOfReach(descriptor.address)) return { kind: "address size", level };
        limits = bothLimits(limits, descriptor);
        table = descriptor.address;
        break;
      case "block": case "page":
        if (isOutOfReach(descriptor.address)) return { kind: "address size", level };
        if (!descriptor.AF) return { kind: "access flag", level };
        return mappingOf(descriptor, parts.limited(descriptor, limits), level, granule);
    }
  }
}

function mappingOf(
  { address, AttrIndx, SH, nG }: LeafDescriptor, { AP, UXN, PXN }: LeafRights,
  level: number, granule: Granule,
): Mapping {
  const bits = lowestBit(level, granule);
  return { kind: "mapped", address, bits, level, AttrIndx, SH, nG, AP, UXN, PXN };
}
