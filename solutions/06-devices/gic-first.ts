import type { GicParts } from "../../src/machine/devices/gic/parts";

/**
 * What comes first, of all that wait for a CPU: the one whose `priority` is the lowest number; of several, the one with the lowest
 * `intid`. They come in no order. undefined, if nothing waits.
 */
export const highestPending: GicParts["highestPending"] = (candidates) => {
  let best = candidates[0];
  for (const each of candidates) {
    if (best !== undefined && isBefore(each, best)) best = each;
  }
  return best;
};

interface Place {
  readonly priority: number;
  readonly intid: number;
}

const isBefore = (a: Place, b: Place): boolean => {
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.intid < b.intid;
};
