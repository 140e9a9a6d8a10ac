import type { GicParts } from "../../src/machine/devices/gic/parts";

/**
 * The priorities that a CPU is handling, when the handling of the most urgent is over. `active` are four words of 32 bits: bit n of
 * word w is priority 2 * (32 * w + n). The lowest number is the most urgent. If nothing is being handled, nothing changes. What you
 * are given must stay as it is.
 */
export const dropped: GicParts["dropped"] = (active) => {
  const top = active.findIndex((word) => word !== 0);
  return active.map((word, w) => (w === top ? withoutLowest(word) : word));
};

const withoutLowest = (word: number): number => word & (word - 1);
