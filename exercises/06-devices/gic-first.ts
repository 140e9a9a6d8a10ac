import type { GicParts } from "../../src/machine/devices/gic/parts";

/**
 * What comes first, of all that wait for a CPU: the one whose `priority` is the lowest number; of several, the one with the lowest
 * `intid`. They come in no order. undefined, if nothing waits.
 */
export const highestPending: GicParts["highestPending"] = (candidates) => {
  throw new Error(`Return the one that comes first, of ${candidates.length}.`);
};
