// The exercises on time.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/machine/board/parts.ts";
const SECTION = "06-devices/05-time";

export const TIME_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/board-clock",
    title: "One clock for all",
    file: "06-devices/board-clock.ts",
    kind: "part",
    points: 5,
    exports: { name: "timeAt", type: `BoardRules["timeAt"]`, from: PARTS },
    task: "Say what time it is on a machine with several CPUs.",
    needs: [],
    hints: [
      "If each CPU had the time of its own instructions, what would the second one read when its first turn begins?",
      "All instructions are added up, whoever executed them. They are numbers, and time is a bigint: convert before you add, or nothing is exact.",
      "cycles is the sum of BigInt(n) over executed, plus slept. count is cycles / 16n; between bigints, that drops the rest.",
    ],
    section: SECTION,
  },
  {
    id: "devices/timer-due",
    title: "Until when nobody need look",
    file: "06-devices/timer-due.ts",
    kind: "part",
    points: 5,
    exports: { name: "timerDue", type: `BoardRules["timerDue"]`, from: PARTS },
    task: "Return the count at which a timer will fire, or NEVER.",
    needs: ["system-registers/timer"],
    hints: [
      "There are three reasons for NEVER. Two of them are in the control register; what is the third?",
      "ISTATUS says nothing that you need: whether the time has come follows from the count, and from CVAL.",
      "It is to come if ENABLE is 1, IMASK is 0, and value > count. Equal is not enough: it fires when the count *reaches* CVAL, so it has.",
    ],
    section: SECTION,
  },
  {
    id: "devices/turns",
    title: "Whose turn?",
    file: "06-devices/turns.ts",
    kind: "part",
    points: 10,
    exports: { name: "nextTurn", type: `BoardRules["nextTurn"]`, from: PARTS },
    task: "Say whose turn it is, and how much of it is left.",
    needs: [],
    hints: [
      "Ask first whether there is anything to decide: does the current CPU run, and is something left?",
      "If not, look at the CPUs one after the other, beginning behind the current one and ending with it. The first that runs gets it.",
      "for (let step = 1; step <= n; step++), and the CPU is (current + step) % n. The last step looks at the current one itself. Behind the loop, nobody runs.",
    ],
    section: SECTION,
  },
];
