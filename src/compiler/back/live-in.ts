// What is alive where blocks begin: there is a way from there on which it is read before it is
// written.

import type { BlockUses } from "./parts";

/** Backwards over the blocks, until nothing is added. */
export function liveIn(blocks: readonly BlockUses[]): number[][] {
  const live = blocks.map(({ reads }) => new Set(reads));
  const written = blocks.map(({ writes }) => new Set(writes));
  for (let changed = true; changed;) {
    changed = false;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const here = live[i]!;
      const before = here.size;
      for (const next of blocks[i]!.next) {
        for (const register of live[next]!) {
          if (!written[i]!.has(register)) here.add(register);
        }
      }
      changed ||= here.size > before;
    }
  }
  return live.map((each) => [...each]);
}
