import { take as ours } from "../../../machine/devices/pl011/fifo";
import type { Pl011Parts, ReceiveFifo, Taken } from "../../../machine/devices/pl011/parts";
import type { Case, Trial } from "../exercise";
import { acceptsMembers, fifoText, letters, movedText, wordText } from "./uart-words";

type Take = Pl011Parts["take"];

const [RX, RT] = [1 << 4, 1 << 6];

const caseOf = (fifo: ReceiveFifo, want: Taken, why?: string): Case<Take> =>
  ({ args: [fifo], want, accept: acceptsMembers(want), ...(why !== undefined && { why }) });

/**
 * Arm DDI 0183, "UARTRXINTR": cleared when reading has left less than the level, or by the one read while the FIFOs are
 * disabled; "UARTRTINTR": cleared when reading has left nothing.
 */
const INTERRUPTS = [
  // words depth level cleared  why
  [16, 16, 8, 0,       "fifteen are left"],
  [9,  16, 8, 0,       "eight are left: that is the level, and not less"],
  [8,  16, 8, RX,      "seven are left"],
  [5,  16, 8, RX,      "it was below the level before, and is still"],
  [3,  16, 2, 0,       "of another level, two are left"],
  [2,  16, 2, RX,      "of another level, one is left"],
  [1,  16, 8, RX | RT, "nothing is left"],
  [1,  1,  1, RX | RT, "room for one word, and it is read"],
] as const;

/** Arm DDI 0183, "Data register": with a word come its errors. Of an empty FIFO the manual says nothing. */
const WORDS: readonly (readonly [words: readonly number[], word: number, cleared: number, why: string])[] = [
  [[0x41, 0x42, 0x43], 0x41,  RX,      "the oldest first"],
  [[0x43, 0x42, 0x41], 0x43,  RX,      "the oldest, which is not the smallest"],
  [[0, 0x42],          0,     RX,      "0 is a word"],
  [[0xf41, 0x42],      0xf41, RX,      "with all its errors"],
  [[0x400],            0x400, RX | RT, "a break"],
  [[0x41, 0x41],       0x41,  RX,      "only one of two that are the same"],
  [[],                 0,     RX | RT, "of an empty FIFO, 0"],
];

export const uartTake: Trial<Take> = {
  show: {
    call: (fifo) => `take(${fifoText(fifo)})`,
    answer: (answer) => `${wordText(answer.word)}, left ${movedText(answer)}`,
  },
  properties: [
    {
      title: "takes the oldest",
      cases: () => WORDS.map(([words, word, cleared, why]) =>
        caseOf({ words, depth: 16, level: 8, overrun: false }, { word, words: words.slice(1), raised: 0, cleared }, why)),
    },
    {
      title: "says which interrupts are over",
      cases: () => INTERRUPTS.map(([count, depth, level, cleared, why]) => {
        const [word = 0, ...words] = letters(count);
        return caseOf({ words: [word, ...words], depth, level, overrun: false }, { word, words, raised: 0, cleared }, why);
      }),
    },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, () => {
        const depth = draw.pick([16, 16, 16, 1]);
        const level = depth === 1 ? 1 : draw.pick([2, 4, 8, 12, 14]);
        const count = Math.min(depth, draw.pick([0, 1, level, level + 1, draw.below(17)]));
        const fifo = { words: draw.times(count, () => draw.bits(12)), depth, level, overrun: draw.bits(1) === 1 };
        return caseOf(fifo, ours(fifo));
      }),
    },
  ],
};
