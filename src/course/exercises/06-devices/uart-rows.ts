// The exercises of the UART: its receive FIFO.

import type { Adapter, ExerciseRow } from "../exercise";

const PARTS = "src/machine/devices/pl011/parts.ts";
const unchanged = (takes: number): Adapter => ({ name: "unchanged", from: "src/course/exercises/06-devices/stand-ins/unchanged.ts", takes });
const SECTION = "06-devices/01-a-bus-and-a-console";

export const UART_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/uart-levels",
    title: "Call me when there are eight",
    file: "06-devices/uart-levels.ts",
    kind: "part",
    points: 5,
    exports: { name: "receiveLevel", type: 'Pl011Parts["receiveLevel"]', from: PARTS },
    task: "Say at how many words a receive FIFO interrupts.",
    needs: [],
    hints: [
      "Five settings, and they are no straight line: the steps are an eighth, a quarter, a quarter, an eighth. What has such a shape?",
      "A list of five numbers, in eighths. Of a FIFO with room for one word, each of the five is less than a word.",
      "[1, 2, 4, 6, 7] eighths of the depth, and 1 if that is less.",
    ],
    section: SECTION,
  },
  {
    id: "devices/uart-fifo",
    title: "A word comes",
    file: "06-devices/uart-fifo.ts",
    kind: "part",
    points: 15,
    exports: { name: "arrive", type: 'Pl011Parts["arrive"]', from: PARTS, through: unchanged(2) },
    task: "Put a word that comes from the line into the receive FIFO, or lose it.",
    needs: [],
    hints: [
      "Two stories: there is room, or there is none. Write the one without room first. It is one line, and nothing in it depends on the word.",
      "With room: [...fifo.words, word] has the new word, and perhaps that word must carry OE. RX is a question about how many there are now.",
      "RX is raised if fifo.words.length + 1 is fifo.level. The errors are (word & 0x700) >> 1. OE goes into the word, as 0x800, if fifo.overrun.",
    ],
    section: SECTION,
  },
  {
    id: "devices/uart-take",
    title: "A word is read",
    file: "06-devices/uart-take.ts",
    kind: "part",
    points: 5,
    exports: { name: "take", type: 'Pl011Parts["take"]', from: PARTS, through: unchanged(1) },
    task: "Take the oldest word out of the receive FIFO, and say which interrupts are over.",
    needs: ["devices/uart-fifo"],
    hints: [
      "The first of a list, and the rest of it. Both interrupts are questions about the rest.",
      "An empty FIFO is no special case: its first word is 0, the rest is empty, and both questions can be asked.",
      "const [word = 0, ...words] = fifo.words; RX is cleared if words.length < fifo.level, RT if it is 0.",
    ],
    section: SECTION,
  },
];
