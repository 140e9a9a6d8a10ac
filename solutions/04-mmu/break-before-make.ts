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
  if (areSame(now, wanted)) return [];
  if (now.kind === "invalid" || !now.AF) return ["write wanted", "DSB", "ISB"];

  const { page, asid, isShared } = use;
  const TLBI = now.nG ? { kind: "VA", page, asid } as const : { kind: "VA in all ASIDs", page } as const;
  const forget = ["DSB", { TLBI, broadcast: isShared }, "DSB"] as const;
  return mayMeet(now, wanted)
    ? ["write wanted", ...forget, "ISB"]
    : ["write invalid", ...forget, "write wanted", "DSB", "ISB"];
};

type Entry = Parameters<MmuQuestions["changeEntry"]>[1];

/** Whether a TLB may find both: one of them is never there, or they differ in rights alone. */
function mayMeet(now: Entry, wanted: Entry): boolean {
  if (wanted.kind === "invalid") return true;
  if (wanted.kind === "table" || now.kind === "table" || now.kind === "invalid") return false;
  return !wanted.AF || (now.address === wanted.address && now.AttrIndx === wanted.AttrIndx && now.nG === wanted.nG);
}

function areSame(now: Entry, wanted: Entry): boolean {
  const names = Object.keys(now) as (keyof Entry)[];
  return names.length === Object.keys(wanted).length && names.every((name) => now[name] === wanted[name]);
}
