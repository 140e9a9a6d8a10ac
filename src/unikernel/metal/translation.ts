// The translation of addresses: what the processor remembers of the tables is forgotten, and it is
// asked what it would make of an address (Arm ARM, "TLB maintenance instructions", "Address
// translation instructions").
//
// 1. TLBI is only begun by the instruction; it is done behind a DSB, and seen behind an ISB.
// 2. AT leaves its answer in PAR_EL1, to be read behind an ISB.

import { hosted } from "./hosted";

/** TLBI VAAE1IS: every entry for the page, and the tables on the way. Bits 43:0: address 55:12. */
export function invalidateTranslation(page: bigint): void {
  hosted().instruction("tlbi vaae1is, {0}", page);
}

/** AT S1E1R: would a load of the kernel find something there? */
export function translateForLoad(address: bigint): void {
  hosted().instruction("at s1e1r, {0}", address);
}

/** AT S1E1W: would a store of the kernel? */
export function translateForStore(address: bigint): void {
  hosted().instruction("at s1e1w, {0}", address);
}

/** AT S1E0R: would a program's load? */
export function translateForUserLoad(address: bigint): void {
  hosted().instruction("at s1e0r, {0}", address);
}

/** AT S1E0W: would a program's store? */
export function translateForUserStore(address: bigint): void {
  hosted().instruction("at s1e0w, {0}", address);
}
