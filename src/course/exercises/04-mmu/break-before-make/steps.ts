// The shortest list of steps with which nothing can go wrong: what is shown as the right answer.

import type { Descriptor } from "../../../../machine/mmu/descriptor";
import type { ChangeStep, EntryInUse } from "../questions";
import { areInConflict, areSame, isRemembered, type Now } from "./simulate";

export function shortestSteps(now: Now, wanted: Descriptor, { page, asid, isShared }: EntryInUse): ChangeStep[] {
  if (areSame(now, wanted)) return [];
  if (!isRemembered(now)) return ["write wanted", "DSB", "ISB"];
  const isGlobal = "nG" in now && !now.nG;
  const TLBI = isGlobal ? { kind: "VA in all ASIDs", page } as const : { kind: "VA", page, asid } as const;
  const forget: ChangeStep[] = ["DSB", { TLBI, broadcast: isShared }, "DSB"];
  return areInConflict(now, wanted)
    ? ["write invalid", ...forget, "write wanted", "DSB", "ISB"]
    : ["write wanted", ...forget, "ISB"];
}
