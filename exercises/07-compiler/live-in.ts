import type { BackParts } from "../../src/compiler/back/parts";

/**
 * Which registers are alive where each block begins: there is a way from there on which the register is read before it is
 * written. Of each block is known what it `reads` before it writes it itself, what it `writes`, and which blocks come `next`.
 * The registers of a block's answer may be in any order, each once.
 */
export const liveIn: BackParts["liveIn"] = (blocks) => {
  throw new Error(`Return, for each of ${blocks.length} blocks, the registers that are alive where it begins.`);
};
