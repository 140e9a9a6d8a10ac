// The exercises on the board as a whole.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/machine/board/parts.ts";
const QUESTIONS = "src/course/exercises/06-devices/board-questions.ts";
const SECTION = "06-devices/09-the-board";

export const BOARD_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/reading-a-map",
    title: "Who is at this address?",
    file: "06-devices/reading-a-map.ts",
    kind: "graded question",
    points: 20,
    exports: { name: "reach", type: `BoardQuestions["reach"]`, from: QUESTIONS },
    task: "Find the device that an access reaches, on your question's board.",
    needs: [],
    hints: [
      "Make a table of the map first, one row a line as it stands there, with numbers. Then the function is a loop over rows and a few questions to each.",
      "For each row, subtract its base from the address. Which copy is it, and where in the copy? A division and a remainder. Where copies are further apart than they are large, there is nothing between them.",
      "Addresses have more than 32 bits: & and >>> lose the upper ones. Use % for what the bus ignores and for what repeats. An access is reached by what holds its first byte, and only if the last byte lies in the same copy.",
    ],
    section: SECTION,
  },
  {
    id: "devices/psci",
    title: "Somebody to call",
    file: "06-devices/psci.ts",
    kind: "part",
    points: 20,
    exports: { name: "psci", type: `BoardRules["psci"]`, from: PARTS },
    task: "Answer a call of the firmware, and say what is to be done.",
    needs: [],
    hints: [
      "Three steps: what is the function, how wide are its arguments, and then one `switch`. Most of its cases are a line.",
      "Bit 30 of a number says that its arguments have 64 bits. Without it, cut them to 32 before anything else is done with them. Then CPU_ON and CPU_ON_32 are the same case.",
      "A CPU is there if its argument is less than BigInt(isOn.length), all 64 bits of it; convert to a number only then. Of CPU_ON, look at the CPU and the entry first, and only then whether it is on.",
    ],
    section: SECTION,
  },
];
