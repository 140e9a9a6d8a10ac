import { dropped, raised, runningPriority } from "./active-priorities";
import { linesAt, pendingOf } from "./lines";
import type { GicParts } from "./parts";
import { groupPriority, highestPending, isSufficient } from "./priority";

/** Our own parts. */
export const STANDARD_GIC_PARTS: GicParts = {
  linesAt, pendingOf, highestPending, groupPriority, isSufficient, raised, dropped, runningPriority,
};
