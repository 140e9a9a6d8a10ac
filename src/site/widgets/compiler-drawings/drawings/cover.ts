/** Four operations as a tree, covered by two instructions: the example at the head of page 6. */
import type { Drawing } from "../drawing";

const node = (x: number, y: number, text: string): Drawing["boxes"][number] => ({ x, y, wide: 128, high: 30, lines: [text] });

export const cover: Drawing = {
  says: "A tree of operations: a load at offset 8, of a sum, of v10 and of v8 shifted left by 3. One instruction covers the shift and the sum, another one the load with its offset.",
  tells: "What is dashed is one instruction. Which operations could not be in it if somebody else wanted v12 as well?",
  wide: 600, high: 296,
  boxes: [
    { x: 20, y: 8, wide: 330, high: 58, lines: [], look: "open" },
    { x: 20, y: 82, wide: 330, high: 134, lines: [], look: "open" },
    node(40, 22, "v14: load"), node(206, 22, "+ 8"),
    node(40, 96, "v13: add"),
    node(206, 172, "v12: shl 3"),
    node(40, 252, "v10"), node(206, 252, "v8"),
  ],
  arrows: [
    { through: [[168, 37], [206, 37]], look: "plain" },
    { through: [[104, 96], [104, 54]] },
    { through: [[104, 252], [104, 128]] },
    { through: [[270, 172], [270, 111], [170, 111]] },
    { through: [[270, 252], [270, 204]] },
  ],
  words: [
    { x: 362, y: 41, look: "strong", text: "ldr x11, [x11, #8]" },
    { x: 362, y: 153, look: "strong", text: "add x11, x9, x10, lsl #3" },
    { x: 362, y: 271, look: "soft", text: "in registers: x9 and x10" },
  ],
};
