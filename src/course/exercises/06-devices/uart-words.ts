// How the UART's exercises show FIFOs and interrupts, and hold an answer to what is wanted.

import { expect } from "chai";
import { UARTINT } from "../../../formats/devices/pl011";
import type { Moved, ReceiveFifo } from "../../../machine/devices/pl011/parts";
import { showPlain } from "../plain";

/** "RX | OE", and "0" of none. */
function interruptsText(bits: unknown): string {
  const names = Object.entries(UARTINT).filter(([, bit]) => typeof bits === "number" && (bits & bit) !== 0);
  const known = names.reduce((sum, [, bit]) => sum | bit, 0);
  return bits === known && known !== 0 ? names.map(([name]) => name).join(" | ") : showPlain(bits);
}

export const wordText = (word: unknown): string => (typeof word === "number" ? `0x${word.toString(16)}` : showPlain(word));

const wordsText = (words: unknown): string => (Array.isArray(words) ? `[${words.map(wordText).join(" ")}]` : showPlain(words));

export const fifoText = ({ words, depth, level, overrun }: ReceiveFifo): string =>
  `${wordsText(words)} of ${depth}, level ${level}${overrun ? ", overrun" : ""}`;

export const movedText = ({ words, raised, cleared }: Moved): string =>
  `${wordsText(words)}, raised ${interruptsText(raised)}, cleared ${interruptsText(cleared)}`;

/** Accepts what has the members of `want`, whatever else it has. */
export const acceptsMembers = (want: object) => (answer: unknown): void => {
  expect(answer).to.be.an("object");
  const theirs = answer as Readonly<Record<string, unknown>>;
  for (const [name, member] of Object.entries(want)) expect(theirs[name], name).to.deep.equal(member);
};

/** Words that have come, "A" the first. */
export const letters = (count: number): number[] => Array.from({ length: count }, (_, i) => 0x41 + i);
