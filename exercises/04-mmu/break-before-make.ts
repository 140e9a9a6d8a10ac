import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

/**
 * The steps that make an entry of a translation table `wanted`, where it was `now`: no more than are needed. The table is in
 * use: any CPU that uses it may walk it at any moment, and remember in its TLB what it reads. What is invalid, or has its access
 * flag clear, is never remembered.
 *
 *   "write invalid", "write wanted"   a store to the entry; until the next DSB, a walk may still read what was there before
 *   { TLBI: invalidation, broadcast } what a TLBI removes (mmu/tlbi), on this CPU, or on all; carried out by the next DSB
 *   "DSB"                             waits for all of those
 *   "ISB"                             what is fetched from here on is fetched by the new map; comes last
 *
 * No TLB may ever find two answers that differ in more than rights (AP, UXN, PXN): in where they lead, in AttrIndx, in nG, or in
 * being a table. And at the end, no TLB may hold what was there. What others have in the TLB stays: use.page and use.asid say
 * what is yours. Broadcast if use.isShared, otherwise not.
 */
export const changeEntry: MmuQuestions["changeEntry"] = (now, wanted, use) => {
  throw new Error(`Return the steps that make this ${now.kind} entry for page ${use.page} of address space ${use.asid} ${wanted.kind}.`);
};
