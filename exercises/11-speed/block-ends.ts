import type { JitParts } from "../../src/machine/jit/parts";

/**
 * Where does the block that begins at `place` end? It ends behind an instruction that does not simply go on with the next.
 * It also ends before a word that nobody has executed (`wayAt` says undefined), before a place at which another block begins
 * (`isStart` says so; of `place` itself, too, perhaps), at the page's end, 4096, which `wayAt` is not to be asked about, and
 * when it has `most` instructions; it then goes on where it has stopped. A block may be empty: if nobody has been at `place`.
 */
export const blockEnd: JitParts["blockEnd"] = (place, _wayAt, _isStart, most) => {
  throw new Error(`Return how many instructions (0 to ${most}) the block at ${place} has, and its exit.`);
};
