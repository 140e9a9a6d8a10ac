import type { BackParts } from "../../src/compiler/back/parts";

/**
 * Which registers are alive where each block begins: there is a way from there on which the register is read before it is
 * written. Of each block is known what it `reads` before it writes it itself, what it `writes`, and which blocks come `next`.
 * The registers of a block's answer may be in any order, each once.
 */
export const liveIn: BackParts["liveIn"] = (blocks) => {
  const live = blocks.map(({ reads }) => new Set(reads));
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const { writes, next } = blocks[i]!;
      const here = live[i]!;
      const before = here.size;
      for (const register of next.flatMap((block) => [...live[block]!])) {
        if (!writes.includes(register)) here.add(register);
      }
      isChanged ||= here.size > before;
    }
  }
  return live.map((each) => [...each]);
};
