// Descriptors made of their fields: what the tables of trials are written in (Arm ARM, "VMSAv8-64 translation table
// format descriptors").

import type { LeafDescriptor, TableLimits } from "../../../machine/mmu/descriptor";

const VALID = 0b01n;
const TABLE_OR_PAGE = 0b11n;

export function tableBits(address: number, { APTable = 0, UXNTable = false, PXNTable = false }: Partial<TableLimits> = {}): bigint {
  return (BigInt(APTable) << 61n) | at(60n, UXNTable) | at(59n, PXNTable) | BigInt(address) | TABLE_OR_PAGE;
}

/** AF is 1 unless it is said to be 0. */
export function leafBits(kind: "block" | "page", address: number, fields: Partial<LeafDescriptor> = {}): bigint {
  const { AttrIndx = 0, AP = 0, SH = 0, AF = true, nG = false, PXN = false, UXN = false } = fields;
  const low = (BigInt(SH) << 8n) | (BigInt(AP) << 6n) | (BigInt(AttrIndx) << 2n);
  return at(54n, UXN) | at(53n, PXN) | BigInt(address) | at(11n, nG) | at(10n, AF) | low | (kind === "page" ? TABLE_OR_PAGE : VALID);
}

const at = (bit: bigint, isSet: boolean): bigint => (isSet ? 1n << bit : 0n);
