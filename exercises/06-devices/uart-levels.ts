import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";

/**
 * At how many words a receive FIFO interrupts. It has room for `depth` words: 16, or 1 while the FIFOs are disabled. `select` is
 * UARTIFLS.RXIFLSEL:
 *
 *   0b000  1/8 full    0b001  1/4    0b010  1/2    0b011  3/4    0b100  7/8
 *
 * The others are reserved, and you are not asked for them. If there is room for one word only, it is that word, whatever `select` is.
 */
export const receiveLevel: Pl011Parts["receiveLevel"] = (select, depth) => {
  throw new Error(`Return at how many of ${depth} words the FIFO interrupts, if RXIFLSEL is ${select}.`);
};
