/** Who is at most whom plus how much, in the sort of page 7: what bounds.ts asks when a[j + 1] is to be checked. */
import type { Drawing } from "../drawing";

const node = (x: number, y: number, text: string, strong = false): Drawing["boxes"][number] => (
  { x, y, wide: 132, high: 34, lines: [text], ...(strong ? { look: "strong" as const } : {}) }
);

export const bounds: Drawing = {
  says: "A chain of four values: j + 1 is at most j plus 1; j is at most i minus 1, as it only falls from there; i is at most the length minus 1, by the loop's test. The sum along the chain is minus 1, so j + 1 is below the length.",
  tells: "An arrow says: at most that, plus so much. Add up along the way from j + 1 to the length. Then take the loop's test away: which arrow goes?",
  wide: 640, high: 172,
  boxes: [node(4, 90, "j + 1", true), node(246, 90, "j"), node(246, 10, "i - 1"), node(500, 10, "i"), node(500, 90, "v9: a.length", true)],
  arrows: [
    { through: [[136, 107], [244, 107]] },
    { through: [[312, 90], [312, 46]] },
    { through: [[378, 27], [498, 27]] },
    { through: [[566, 44], [566, 88]] },
  ],
  words: [
    { x: 190, y: 101, anchor: "middle", look: "strong", text: "+ 1" },
    { x: 190, y: 125, anchor: "middle", look: "soft", text: "its definition" },
    { x: 304, y: 72, anchor: "end", look: "strong", text: "+ 0" },
    { x: 320, y: 72, look: "soft", text: "it begins there, and only falls" },
    { x: 438, y: 21, anchor: "middle", look: "strong", text: "- 1" },
    { x: 438, y: 45, anchor: "middle", look: "soft", text: "its definition" },
    { x: 558, y: 72, anchor: "end", look: "strong", text: "- 1" },
    { x: 574, y: 72, look: "soft", text: "i < v9" },
    { x: 4, y: 160, text: "1 + 0 - 1 - 1 = -1, so j + 1 is at most v9 - 1" },
  ],
};
