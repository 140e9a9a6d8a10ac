import { arrive as ours } from "../../../machine/devices/pl011/fifo";
import type { Arrived, Pl011Parts, ReceiveFifo } from "../../../machine/devices/pl011/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { acceptsMembers, fifoText, letters, movedText, wordText } from "./uart-words";

type Arrive = Pl011Parts["arrive"];

const [FE, PE, BE, OE, RX] = [1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 4];

const caseOf = (fifo: ReceiveFifo, word: number, want: Arrived, why?: string): Case<Arrive> =>
  ({ args: [fifo, word], want, accept: acceptsMembers(want), ...(why !== undefined && { why }) });

type Row = readonly [words: number, depth: number, level: number, word: number, raised: number, why: string];

/** Arm DDI 0183, "UARTRXINTR": when the FIFO reaches the level; while disabled, when its one place is filled. */
const LEVELS: readonly Row[] = [
  // words depth level word  raised  why
  [0,  16, 8,  0x5a, 0,  "seven more until the level"],
  [6,  16, 8,  0x5a, 0,  "one more until the level"],
  [7,  16, 8,  0x5a, RX, "it reaches the level"],
  [8,  16, 8,  0x5a, 0,  "it is beyond the level, and was there before"],
  [15, 16, 8,  0x5a, 0,  "the last place, beyond the level"],
  [1,  16, 2,  0x5a, RX, "it reaches another level"],
  [13, 16, 14, 0x5a, RX, "it reaches the highest level"],
  [0,  1,  1,  0x5a, RX, "room for one word, and here it is"],
  [3,  16, 8,  0x00, 0,  "0 is a word"],
];

/** Arm DDI 0183, "Data register" and "Raw interrupt status register": FE, PE and BE are 8 to 10 there, 7 to 9 here. */
const ERRORS: readonly Row[] = [
  [0, 16, 8, 0x15a, FE,                "a framing error"],
  [0, 16, 8, 0x25a, PE,                "a parity error"],
  [0, 16, 8, 0x400, BE,                "a break: it comes as a 0"],
  [2, 16, 8, 0x35a, FE | PE,           "two errors at once"],
  [7, 16, 8, 0x15a, RX | FE,           "an error, and the level"],
  [0, 1,  1, 0x700, RX | FE | PE | BE, "everything at once"],
];

const cameIn = ([count, depth, level, word, raised, why]: Row): Case<Arrive> => {
  const words = letters(count);
  return caseOf({ words, depth, level, overrun: false }, word, { words: [...words, word], overrun: false, raised, cleared: 0 }, why);
};

/** Arm DDI 0183, "Data register", OE, and "Overrun bit": the FIFO keeps what it has; the next word carries the bit. */
function overruns(): Case<Arrive>[] {
  const full = { words: letters(16), depth: 16, level: 8 };
  const one = { words: [0x41], depth: 1, level: 1 };
  const lost = (words: readonly number[]): Arrived => ({ words, overrun: true, raised: OE, cleared: 0 });
  const told = (words: readonly number[], raised: number): Arrived => ({ words, overrun: false, raised, cleared: 0 });
  return [
    caseOf({ ...full, overrun: false }, 0x5a, lost(full.words), "it is full, and keeps what it has"),
    caseOf({ ...full, overrun: true }, 0x5a, lost(full.words), "the second one that is lost"),
    caseOf({ ...one, overrun: false }, 0x5a, lost(one.words), "room for one word, and there is one"),
    caseOf({ ...full, level: 16, overrun: false }, 0x5a, lost(full.words), "what is lost reaches no level"),
    caseOf({ words: [0x41], depth: 16, level: 8, overrun: true }, 0x5a, told([0x41, 0x85a], 0), "it finds room, and tells of those that did not"),
    caseOf({ words: [], depth: 1, level: 1, overrun: true }, 0x5a, told([0x85a], RX), "it tells of them, and reaches the level"),
    caseOf({ words: letters(2), depth: 16, level: 8, overrun: true }, 0x25a, told([0x41, 0x42, 0xa5a], PE), "its own error, and OE: OE is no news to UARTRIS"),
  ];
}

function drawCase(draw: Draw): Case<Arrive> {
  const depth = draw.pick([16, 16, 16, 1]);
  const level = depth === 1 ? 1 : draw.pick([2, 4, 8, 12, 14]);
  const count = Math.min(depth, draw.pick([level - 1, level, depth, draw.below(depth + 1)]));
  const word = (): number => draw.bits(8) | (draw.below(4) === 0 ? draw.bits(3) << 8 : 0);
  const fifo = { words: draw.times(count, word), depth, level, overrun: draw.below(3) === 0 };
  const came = word();
  return caseOf(fifo, came, ours(fifo, came));
}

export const uartFifo: Trial<Arrive> = {
  show: {
    call: (fifo, word) => `arrive(${fifoText(fifo)}; ${wordText(word)})`,
    answer: (answer) => `${movedText(answer)}, overrun ${answer.overrun}`,
  },
  properties: [
    { title: "says when the level is reached", cases: () => LEVELS.map(cameIn) },
    { title: "passes errors on", cases: () => ERRORS.map(cameIn) },
    { title: "loses what finds no room, and says so", cases: overruns },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(300, () => drawCase(draw)) },
  ],
};
