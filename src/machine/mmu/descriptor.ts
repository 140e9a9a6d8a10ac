// One entry of a translation table (Arm ARM, "VMSAv8-64 translation table format descriptors").
//
//              63      62:61   60       59       58:48  47:n             n-1:2   1:0
//   table      NSTable APTable UXNTable PXNTable        next table               11
//
//              54  53  52          51:48  47:n             11 10 9:8 7:6 4:2      1:0
//   block      UXN PXN Contiguous         output address   nG AF SH  AP  AttrIndx 01
//   page       the same, at level 3 only                                          11
//
// The same two bits mean different things at different levels: 11 is a table, but at level 3 a
// page; 01 is a block where the granule has blocks, and nothing elsewhere.
//
// Contiguous promises that a leaf and its neighbours map one larger piece, so that a TLB may keep
// them as one entry. Ours does not: it is a hint, and so a broken promise does no harm (as in
// QEMU). NSTable, NS, DBM and what software keeps in 58:55 change nothing either.

import type { PhysAddr } from "../../base/word";
import { type Granule, LAST_LEVEL, lowestBit } from "./granule";

/** Limits that a table sets for all that it maps. */
export interface TableLimits {
  /** Bit 0: not for EL0. Bit 1: not to be written. */
  readonly APTable: number;
  readonly UXNTable: boolean;
  readonly PXNTable: boolean;
}

export interface TableDescriptor extends TableLimits {
  readonly kind: "table";
  readonly address: PhysAddr;
}

/** What a page or a block may be used for. */
export interface LeafRights {
  /** AP[2:1]. Bit 0: for EL0 too. Bit 1: not to be written. */
  readonly AP: number;
  readonly UXN: boolean;
  readonly PXN: boolean;
}

export interface LeafDescriptor extends LeafRights {
  readonly kind: "block" | "page";
  /** Where what it maps begins. */
  readonly address: PhysAddr;
  /** Which byte of MAIR_EL1 says what kind of memory it is. */
  readonly AttrIndx: number;
  readonly SH: number;
  /** The access flag: 0 until software has noted that it is used. */
  readonly AF: boolean;
  /** Not global: for the current ASID alone. */
  readonly nG: boolean;
}

export type Descriptor = { readonly kind: "invalid" } | TableDescriptor | LeafDescriptor;

/** The levels at which 01 is a block. */
const BLOCK_LEVELS: Readonly<Record<Granule, readonly number[]>> = { 12: [1, 2], 14: [2], 16: [2] };

function kindOf(low: number, level: number, granule: Granule): Descriptor["kind"] {
  switch (low & 0b11) {
    case 0b01: return BLOCK_LEVELS[granule].includes(level) ? "block" : "invalid";
    case 0b11: return level === LAST_LEVEL ? "page" : "table";
    default: return "invalid";
  }
}

/** `descriptor`, found in a table of `level`. */
export function decodeDescriptor(
  descriptor: bigint, level: number, granule: Granule,
): Descriptor {
  // As two numbers: a walk is what every miss of the TLB waits for.
  const low = Number(BigInt.asUintN(32, descriptor));
  const high = Number(BigInt.asUintN(32, descriptor >> 32n));
  const kind = kindOf(low, level, granule);
  switch (kind) {
    case "invalid":
      return { kind };
    case "table":
      return {
        kind,
        address: addressIn(high, low, granule),
        APTable: (high >>> 29) & 0b11,
        UXNTable: (high & (1 << 28)) !== 0,
        PXNTable: (high & (1 << 27)) !== 0,
      };
    case "block": case "page":
      return {
        kind,
        address: addressIn(high, low, lowestBit(level, granule)),
        AttrIndx: (low >>> 2) & 0b111,
        AP: (low >>> 6) & 0b11,
        SH: (low >>> 8) & 0b11,
        AF: (low & (1 << 10)) !== 0,
        nG: (low & (1 << 11)) !== 0,
        PXN: (high & (1 << 21)) !== 0,
        UXN: (high & (1 << 22)) !== 0,
      };
  }
}

/** Bits 47:lowest, in their place. */
function addressIn(high: number, low: number, lowest: number): PhysAddr {
  const address = (high & 0xffff) * 2 ** 32 + low;
  return address - (address % 2 ** lowest);
}
