// The exercises of the interrupt controller: the rules that both versions follow.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/machine/devices/gic/parts.ts";
const SECTION = "06-devices/03-interrupts";

export const GIC_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/gic-lines",
    title: "Seen to rise",
    file: "06-devices/gic-lines.ts",
    kind: "part",
    points: 10,
    exports: { name: "linesAt", type: 'GicParts["linesAt"]', from: PARTS },
    task: "Write what thirty-two interrupt lines are, when what their devices say changes.",
    needs: [],
    hints: [
      "A line that was high, and still is, has not risen. Which bits of two words say that one has?",
      "What has risen is levels & ~lines.levels. Of those, which are remembered?",
      "The latches are lines.latched | (levels & ~lines.levels & lines.edges); the levels are the new ones; the edges stay.",
    ],
    section: SECTION,
  },
  {
    id: "devices/gic-first",
    title: "Who is first",
    file: "06-devices/gic-first.ts",
    kind: "part",
    points: 5,
    exports: { name: "highestPending", type: 'GicParts["highestPending"]', from: PARTS },
    task: "Find the interrupt that comes first, of all that wait for a CPU.",
    needs: [],
    hints: [
      "A queue in which the lowest number is served first. What if two have the same?",
      "They come in no order: where one stands in the list says nothing. Of equals, the lower INTID is first.",
      "Go through them and keep the best: another is better if its priority is lower, or equal with a lower intid. Begin with undefined.",
    ],
    section: SECTION,
  },
  {
    id: "devices/gic-dropped",
    title: "The end of an interrupt",
    file: "06-devices/gic-dropped.ts",
    kind: "part",
    points: 10,
    exports: {
      name: "dropped", type: 'GicParts["dropped"]', from: PARTS,
      through: { name: "unchanged", from: "src/course/exercises/06-devices/stand-ins/unchanged.ts", takes: 1 },
    },
    task: "Take the most urgent priority away from those that a CPU is handling.",
    needs: [],
    hints: [
      "The lowest number is the most urgent: the lowest bit that is set, of the first word that is not 0.",
      "word & (word - 1) clears the lowest bit that is set. The other words stay, and what you were given must stay as it is, too.",
      "const top = active.findIndex((word) => word !== 0); then active.map((word, w) => w === top ? word & (word - 1) : word).",
    ],
    section: SECTION,
  },
  {
    id: "devices/gic-group-priority",
    title: "Where the priority is cut",
    file: "06-devices/gic-group-priority.ts",
    kind: "part",
    points: 5,
    exports: { name: "groupPriority", type: 'GicParts["groupPriority"]', from: PARTS },
    task: "Leave of a priority what decides about preemption.",
    needs: [],
    hints: [
      "A binary point of 0 takes one bit away, and each step takes one more.",
      "Bits 7 to point + 1 stay where they are. With a point of 7, none does.",
      "Shift right by point + 1, and left again; or take & (-2 << point).",
    ],
    section: SECTION,
  },
];
