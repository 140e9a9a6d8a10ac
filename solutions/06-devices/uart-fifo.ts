import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";

/**
 * What becomes of a receive FIFO when `word` comes from the line: { words, overrun, raised, cleared }. `fifo.words` are the words that
 * wait, the oldest first, and `fifo.depth` is how many there is room for. Bits 7:0 of a word are its data, and bit 8 is FE, 9 PE and
 * 10 BE, the errors with which it came. `raised` are the bits of UARTRIS that become 1, and `cleared` those that become 0:
 *
 *   4 RX   7 FE   8 PE   9 BE   10 OE
 *
 * If there is room, the word goes behind the others. RX is raised if they are `fifo.level` now, neither more nor fewer, and so is each
 * error with which it came. If there is no room, the word is lost, and its errors with it: OE is raised, and nothing else, and
 * `overrun` is true until a word finds room. That word has bit 11, OE, set in the FIFO, and `overrun` is false again. Nothing is
 * cleared. What you are given must stay as it is.
 */
export const arrive: Pl011Parts["arrive"] = ({ words, depth, level, overrun }, word) => {
  if (words.length >= depth) return { words, overrun: true, raised: OE, cleared: 0 };
  const all = [...words, overrun ? word | WORD_OE : word];
  const errors = (word & WORD_ERRORS) >> 1;
  const reached = all.length === level ? RX : 0;
  return { words: all, overrun: false, raised: reached | errors, cleared: 0 };
};

/** Of UARTRIS. */
const RX = 1 << 4;
const OE = 1 << 10;

/** Of a word. */
const WORD_ERRORS = 0x700;
const WORD_OE = 1 << 11;
