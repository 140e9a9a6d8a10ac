// What may happen while an entry is changed, step by step: which descriptors a walk could read now, and which of them
// could be in a TLB now. A TLB may refill at any moment, so whatever a walk could read it could remember.
//
// 1. Between a store and the DSB behind it, walks may read what was there before, or what is there now.
// 2. A TLBI is carried out at some moment between it and the DSB behind it. What could still be read then may come back.
// 3. Nothing whose descriptor is invalid, or whose access flag is 0, is remembered.
// 4. A TLB that could find two answers for one address, which differ in more than rights, may do anything.

import type { Descriptor, LeafDescriptor } from "../../../../machine/mmu/descriptor";
import type { TlbEntry } from "../../../../machine/mmu/tlb-entry";
import { isInvalidated } from "../../../../machine/mmu/tlb-invalidation";
import { showPlain } from "../../plain";
import { descriptorText } from "../notation";
import type { ChangeStep, EntryInUse } from "../questions";

export type Now = LeafDescriptor | { readonly kind: "invalid" };

const PAGES = { 1: 2 ** 18, 2: 2 ** 9, 3: 1 } as const;

export const isRemembered = (descriptor: Descriptor): boolean =>
  descriptor.kind === "table" || (descriptor.kind !== "invalid" && descriptor.AF);

/** Whether no TLB may ever find both. */
export function areInConflict(a: Descriptor, b: Descriptor): boolean {
  if (!isRemembered(a) || !isRemembered(b)) return false;
  if (!("nG" in a) || !("nG" in b)) return a.kind !== b.kind;
  return a.address !== b.address || a.AttrIndx !== b.AttrIndx || a.nG !== b.nG;
}

/** What the TLB has behind a walk that read `descriptor`. Of a table: one of the pages below it. */
function entryFor(descriptor: Descriptor, { page, level, asid }: EntryInUse): TlbEntry {
  const isGlobal = "nG" in descriptor && !descriptor.nG;
  const pages = descriptor.kind === "table" ? 1 : PAGES[level];
  return { page, pages, asid: isGlobal ? undefined : asid, address: 0, level, attributes: 0, SH: 0, AP: 0, UXN: false, PXN: false };
}

/** What others have in the TLB, and want to keep. */
function bystanders(now: Now, use: EntryInUse): readonly (readonly [TlbEntry, string])[] {
  const page: LeafDescriptor = { kind: "page", address: 0, AttrIndx: 0, AP: 0, UXN: false, PXN: false, SH: 0, AF: true, nG: true };
  const here = entryFor(page, use);
  const behind = use.page + PAGES[use.level];
  const others: [TlbEntry, string][] = [
    [{ ...here, page: behind, pages: 1 }, "another page of this address space"],
    [{ ...here, page: behind, pages: 1, asid: undefined }, "a global page"],
  ];
  if (now.kind !== "invalid" && now.nG) others.push([{ ...here, asid: use.asid ^ 1 }, "the same page of another address space"]);
  return others;
}

/** The first thing that goes wrong; undefined: nothing can. */
export function whatGoesWrong(now: Now, wanted: Descriptor, use: EntryInUse, steps: readonly ChangeStep[]): string | undefined {
  let latest: Descriptor = now;
  let readable: Descriptor[] = [now];
  let remembered = (use.isShared ? ["this CPU", "another CPU"] : ["this CPU"]).map((cpu) => ({ cpu, kept: readable.filter(isRemembered) }));
  let pending: Exclude<ChangeStep, string>[] = [];
  let isFetchedAnew = true;

  const refill = (): void => { remembered = remembered.map(({ cpu, kept }) => ({ cpu, kept: union(kept, readable.filter(isRemembered)) })); };

  for (const [i, step] of steps.entries()) {
    const where = `at step ${i + 1}, `;
    switch (step) {
      case "write invalid": case "write wanted":
        latest = step === "write invalid" ? { kind: "invalid" } : wanted;
        readable = union(readable, [latest]);
        isFetchedAnew = false;
        break;
      case "DSB":
        for (const { TLBI, broadcast } of pending) {
          remembered = remembered.map(({ cpu, kept }) => {
            const hears = cpu === "this CPU" || broadcast;
            return { cpu, kept: hears ? kept.filter((one) => !isInvalidated(entryFor(one, use), TLBI)) : kept };
          });
        }
        refill(); // With what could be read while the TLBIs were carried out.
        pending = [];
        readable = [latest];
        break;
      case "ISB":
        isFetchedAnew = readable.length === 1 && pending.length === 0;
        break;
      default: {
        const victim = bystanders(now, use).find(([entry]) => isInvalidated(entry, step.TLBI));
        if (victim !== undefined) return `${where}the TLB loses ${victim[1]}`;
        pending = [...pending, step];
        isFetchedAnew = false;
      }
    }
    refill();
    for (const { cpu, kept } of remembered) {
      if (kept.some((a) => kept.some((b) => areInConflict(a, b)))) return `${where}the TLB of ${cpu} may find both the old entry and the new one`;
    }
  }

  if (!areSame(latest, wanted)) return "at the end, the table does not hold what is wanted";
  if (readable.length > 1) return "at the end, a walk may still read what was there before: nobody has waited for the store";
  if (pending.length > 0) return "at the end, a TLBI may not have been carried out: nobody has waited for it";
  for (const { cpu, kept } of remembered) {
    if (kept.some((one) => !areSame(one, wanted))) return `at the end, the TLB of ${cpu} may still hold the old entry`;
  }
  return isFetchedAnew ? undefined : "at the end, instructions may come that were fetched by the old map";
}

export const areSame = (a: Descriptor, b: Descriptor): boolean => descriptorText(a) === descriptorText(b);

const union = (a: readonly Descriptor[], b: readonly Descriptor[]): Descriptor[] =>
  [...a, ...b.filter((one) => !a.some((other) => areSame(one, other)))];

/** What is no list of steps; undefined: it is one. */
export function notSteps(answer: unknown): string | undefined {
  if (!Array.isArray(answer)) return showPlain(answer);
  const wrong = (answer as readonly unknown[]).find((step) => !isStep(step));
  return wrong === undefined ? undefined : `${showPlain(wrong)} is no step`;
}

const WORDS: readonly unknown[] = ["write invalid", "write wanted", "DSB", "ISB"];

function isStep(step: unknown): boolean {
  if (typeof step !== "object" || step === null || !("TLBI" in step) || !("broadcast" in step)) return WORDS.includes(step);
  const { TLBI, broadcast } = step as { readonly TLBI: { readonly kind?: unknown } | null; readonly broadcast: unknown };
  return typeof broadcast === "boolean" && ["all", "ASID", "VA", "VA in all ASIDs"].includes(String(TLBI?.kind));
}
