// The UART's two FIFOs and the interrupts they raise (DDI 0183, "Interrupts" and "Operation").
//
// The receive FIFO interrupts when it rises to its level, and not for as long as it is above:
// software that clears the interrupt and leaves the words hears of it again only when the level is
// reached again. The transmit FIFO interrupts with each word that leaves it at its level or below.

import { UARTDR, UARTINT } from "../../../formats/devices/pl011";
import type { Arrived, Fifo, Moved, ReceiveFifo, Taken } from "./parts";

/** Sixteenths of a FIFO, by UARTIFLS's field. What it has reserved comes to the last. */
const SIXTEENTHS = [2, 4, 8, 12, 14] as const;

const levelOf = (select: number, depth: number): number =>
  Math.floor((depth * (SIXTEENTHS[select] ?? 14)) / 16);

/** One word deep, its level is that word. */
export function receiveLevel(select: number, depth: number): number {
  return Math.max(1, levelOf(select, depth));
}

/** One word deep, its level is none. */
export function transmitLevel(select: number, depth: number): number {
  return levelOf(select, depth);
}

/**
 * A full FIFO keeps what it has, and the word is lost. The next one that finds room carries the
 * news, in UARTDR.OE.
 */
export function arrive({ words, depth, level, overrun }: ReceiveFifo, word: number): Arrived {
  if (words.length >= depth) return { words, overrun: true, raised: UARTINT.OE, cleared: 0 };
  const arrived = overrun ? word | UARTDR.OE : word;
  const reached = words.length + 1 === level ? UARTINT.RX : 0;
  return {
    words: [...words, arrived], overrun: false, raised: reached | errorsOf(word), cleared: 0,
  };
}

/** BE, PE and FE: UARTRIS has them one bit below UARTDR. */
function errorsOf(word: number): number {
  return (word & (UARTDR.BE | UARTDR.PE | UARTDR.FE)) >> 1;
}

/** Words below the level would wait for ever, were it not for this. */
export function timeOut({ words }: ReceiveFifo): Moved {
  return { words, raised: words.length > 0 ? UARTINT.RT : 0, cleared: 0 };
}

export function take({ words, level }: ReceiveFifo): Taken {
  const [word = 0, ...rest] = words;
  const belowLevel = rest.length < level ? UARTINT.RX : 0;
  const empty = rest.length === 0 ? UARTINT.RT : 0;
  return { word, words: rest, raised: 0, cleared: belowLevel | empty };
}

/** A full FIFO loses the word: UARTFR.TXFF has said so. */
export function put({ words, depth, level }: Fifo, word: number): Moved {
  if (words.length >= depth) return { words, raised: 0, cleared: 0 };
  const all = [...words, word];
  return { words: all, raised: 0, cleared: all.length > level ? UARTINT.TX : 0 };
}

export function send({ words, level }: Fifo): Taken {
  const [word = 0, ...rest] = words;
  return { word, words: rest, raised: rest.length <= level ? UARTINT.TX : 0, cleared: 0 };
}
