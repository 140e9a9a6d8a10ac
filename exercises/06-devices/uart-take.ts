import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";

/**
 * What becomes of a receive FIFO when the guest reads UARTDR: { word, words, raised, cleared }, the word that is read, with all its
 * bits, and those that are left. `fifo.words` has the oldest first, and the oldest is read; of an empty FIFO, 0. `raised` are the bits
 * of UARTRIS that become 1, and `cleared` those that become 0, whether or not they were 1:
 *
 *   4 RX   6 RT
 *
 * RX is cleared if fewer than `fifo.level` words are left, RT if none is. Nothing is raised. What you are given must stay as it is.
 */
export const take: Pl011Parts["take"] = (fifo) => {
  throw new Error(`Return the oldest of ${fifo.words.length} words, and what is left, if the level is ${fifo.level}.`);
};
