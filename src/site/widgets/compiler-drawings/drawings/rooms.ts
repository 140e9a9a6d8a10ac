/** The compiler from one end to the other, with one statement on its way through: `total += each`, of sum.ts. */
import type { Box, Drawing } from "../drawing";

const wide = 292;
const right = 340;

const box = (x: number, y: number, high: number, head: string, ...lines: string[]): Box => ({ x, y, wide, high, head, lines });

export const rooms: Drawing = {
  says: "Text, tree, list, shorter list, words with holes, image: the statement total += each in each of these forms, with the room between two of them.",
  tells: "One statement on its way through the rooms. Which of them knows that it was a sum of numbers?",
  wide: 640, high: 470,
  boxes: [
    box(1, 24, 48, "text", "total += each;"),
    box(1, 122, 86, "a tree, with types", "+=   number", "├─ total   number", "└─ each    number"),
    box(1, 258, 67, "a list", "v16: raw = add v15, v14", "v17: number = safe v16"),
    box(1, 375, 67, "a shorter list", "v16: raw = add v15, v14", "v17: number = safe v16"),
    box(right, 24, 105, "words with holes", "add x0, x0, x11", "cmp x0, x28", "ccmn x0, x28, #4, lt", "b.le the trap's stub"),
    box(right, 179, 105, "an image: words with addresses", "+1c  8b0b0000", "+20  eb1c001f", "+24  ba5cb004", "+28  540000ad"),
    { x: right, y: 334, wide, high: 108, look: "open", head: "and what goes with it", lines: ["trace tables, class table", "(10, 11, 12)", "x.elf: symbols, lines (12)"] },
  ],
  arrows: [
    { through: [[40, 72], [40, 102]] },
    { through: [[40, 208], [40, 238]] },
    { through: [[40, 325], [40, 355]] },
    { through: [[293, 408], [316, 408], [316, 76], [338, 76]] },
    { through: [[right + 40, 129], [right + 40, 159]] },
    { through: [[right + 40, 284], [right + 40, 314]] },
  ],
  words: [
    { x: 290, y: 92, anchor: "end", look: "soft", text: "TypeScript's parser and checker; refusals (2, 3)" },
    { x: 290, y: 228, anchor: "end", look: "soft", text: "front end (4, 5, 8)" },
    { x: 290, y: 345, anchor: "end", look: "soft", text: "optimizer (7): nothing to prove here" },
    { x: 290, y: 462, anchor: "end", look: "soft", text: "to the back end (6)" },
    { x: 630, y: 149, anchor: "end", look: "soft", text: "linker (12)" },
  ],
};
