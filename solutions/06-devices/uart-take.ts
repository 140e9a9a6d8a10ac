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
export const take: Pl011Parts["take"] = ({ words, level }) => {
  const [word = 0, ...left] = words;
  const belowLevel = left.length < level ? RX : 0;
  const empty = left.length === 0 ? RT : 0;
  return { word, words: left, raised: 0, cleared: belowLevel | empty };
};

/** Of UARTRIS. */
const RX = 1 << 4;
const RT = 1 << 6;
