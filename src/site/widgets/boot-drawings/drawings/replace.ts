/** Break before make of an entry that everything depends on: where the processor fetches from, and how it reaches the table. */
import type { Drawing } from "../../compiler-drawings/drawing";

const wide = 230;
const upper = 30;
const lower = 420;

export const replace: Drawing = {
  says: "In the upper half one block of 1 GiB holds the code, the stack and the table whose entry says so. In the lower half, whose table is the window: the image's GiB, where it is physically, to read and execute; and from 256 GiB on RAM, to read and write. The code jumps to its own copy in the lower half, writes 0 to the entry through the second, invalidates, writes the new descriptor, and jumps back.",
  tells: "The worst case: one block has all three. While its entry is 0, nothing on the left has an address. What do steps 2 to 4 need of it?",
  wide: 690, high: 330,
  boxes: [
    { x: upper, y: 44, wide, high: 44, lines: ["code: breakAndMake"], head: "upper half: one block" },
    { x: upper, y: 88, wide, high: 34, lines: ["stack"] },
    { x: upper, y: 122, wide, high: 50, lines: ["table of level 1", "  its entry for this block"], look: "strong" },
    { x: lower, y: 44, wide, high: 44, lines: ["code: breakAndMake"], look: "strong", head: "lower half: the window" },
    { x: lower, y: 122, wide, high: 50, lines: ["RAM, the table in it"] },
  ],
  arrows: [
    { through: [[260, 58], [416, 58]] },
    { through: [[416, 76], [264, 76]] },
    { through: [[535, 88], [535, 120]] },
    { through: [[420, 147], [264, 147]], look: "dashed" },
  ],
  words: [
    { x: 338, y: 52, anchor: "middle", text: "1 jump" },
    { x: 338, y: 94, anchor: "middle", text: "5 jump back" },
    { x: 546, y: 109, text: "2, 4 store" },
    { x: 338, y: 140, anchor: "middle", look: "soft", text: "the same bytes" },
    { x: lower, y: 190, look: "soft", text: "physical address + 256 GiB: read, write" },
    { x: lower, y: 106, look: "soft", text: "read, execute" },
    { x: upper, y: 232, look: "strong", text: "1" },
    { x: upper + 22, y: 232, look: "soft", text: "TTBR0_EL1 becomes the window's; go on at the same code's physical address" },
    { x: upper, y: 252, look: "strong", text: "2" },
    { x: upper + 22, y: 252, look: "soft", text: "break: 0 into the entry" },
    { x: upper, y: 272, look: "strong", text: "3" },
    { x: upper + 22, y: 272, look: "soft", text: "TLBI, and wait: the left side is gone" },
    { x: upper, y: 292, look: "strong", text: "4" },
    { x: upper + 22, y: 292, look: "soft", text: "make: the new descriptor into the entry" },
    { x: upper, y: 312, look: "strong", text: "5" },
    { x: upper + 22, y: 312, look: "soft", text: "jump back; TTBR0_EL1 becomes what it was" },
  ],
};
