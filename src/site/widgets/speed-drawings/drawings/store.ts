/** A store to a page with compiled code in it: why it never gets by unnoticed. */
import type { Drawing } from "../../compiler-drawings/drawing";

const left = 20;
const right = 380;
const wide = 300;

export const store: Drawing = {
  says: "Compiled code compares the store's address with the tag. The page is marked, so the tag has a flag, and nothing matches. The interpreter's store looks at the mark and asks the listeners before it writes. Each function of the page has a bit for each word that it was made from. Those whose words are hit end: their entries become counters again. Then the bytes are written, and the function that made the store leaves if anything has ended.",
  tells: "Follow the store from the left. At which of the six would data that only share the page with code go on, and nothing have ended?",
  wide: 700, high: 306,
  boxes: [
    { x: left, y: 44, wide, high: 48, lines: ["1  str w5, [x10]", "   address = tag?"], head: "compiled code" },
    { x: right, y: 44, wide, high: 48, lines: ["2  the interpreter's store", "   the page is marked: who listens?"], head: "interpreter" },
    { x: right, y: 128, wide, high: 48, lines: ["3  words of each function", "   and the store's: any in both?"], look: "strong", head: "code space" },
    { x: right, y: 212, wide, high: 30, lines: ["4  those functions end"] },
    { x: left, y: 128, wide, high: 30, lines: ["5  the bytes are written"] },
    { x: left, y: 212, wide, high: 48, lines: ["6  has anything ended?", "   then leave, right here"] },
  ],
  arrows: [
    { through: [[320, 68], [376, 68]] },
    { through: [[560, 92], [560, 126]] },
    { through: [[560, 176], [560, 210]] },
    { through: [[380, 150], [324, 144]] },
    { through: [[380, 227], [350, 227], [350, 150], [324, 150]], look: "dashed" },
    { through: [[170, 158], [170, 210]] },
  ],
  words: [
    { x: 326, y: 60, look: "soft", text: "never" },
    { x: 568, y: 198, look: "soft", text: "yes" },
    { x: 360, y: 140, anchor: "end", look: "soft", text: "no" },
    { x: right, y: 262, look: "soft", text: "their entries are counters again" },
  ],
};
