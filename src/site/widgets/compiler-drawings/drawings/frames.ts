/** Three frames on the stack, and the chain through them: frame.ts lays one out. */
import type { Drawing } from "../drawing";

const x = 170;
const wide = 250;

export const frames: Drawing = {
  says: "Two frames, that of the function that runs below that of its caller. Each begins with the caller's X29 and the return address, then saved registers, variables that handlers need, and spilled values. X29 and SP point to the lowest; its first word points to the next; the first frame's is 0.",
  tells: "Addresses grow downwards here too, so the youngest frame is at the top. Follow X29: who called, and from where?",
  wide: 640, high: 400,
  boxes: [
    { x, y: 24, wide, high: 28, lines: ["X29 of the caller"], look: "strong", head: "the function that runs" },
    { x, y: 52, wide, high: 28, lines: ["X30: where to return"], look: "strong" },
    { x, y: 80, wide, high: 28, lines: ["X19, X20 ... as they came"] },
    { x, y: 108, wide, high: 28, lines: ["variables for handlers"] },
    { x, y: 136, wide, high: 28, lines: ["what found no register"] },
    { x, y: 200, wide, high: 28, lines: ["X29 of the caller"], look: "strong", head: "its caller" },
    { x, y: 228, wide, high: 28, lines: ["X30: where to return"], look: "strong" },
    { x, y: 256, wide, high: 28, lines: ["X19, X20 ... as they came"] },
    { x, y: 320, wide, high: 28, lines: ["0"], look: "strong", head: "the program's start" },
    { x, y: 348, wide, high: 28, lines: ["X30: into _start"], look: "strong" },
  ],
  arrows: [
    { through: [[100, 38], [166, 38]] },
    { through: [[420, 38], [456, 38], [456, 208], [424, 208]] },
    { through: [[420, 220], [456, 220], [456, 334], [424, 334]] },
  ],
  words: [
    { x: 94, y: 36, anchor: "end", look: "register", text: "SP" },
    { x: 94, y: 52, anchor: "end", look: "register", text: "X29" },
    { x: 464, y: 70, look: "soft", text: "a line of the stack trace" },
    { x: 464, y: 246, look: "soft", text: "the next line of it" },
    { x: 464, y: 338, look: "soft", text: "here the chain ends" },
    { x: 160, y: 98, anchor: "end", look: "soft", text: "only those it uses" },
    { x: 160, y: 126, anchor: "end", look: "soft", text: "page 10" },
    { x: 160, y: 154, anchor: "end", look: "soft", text: "spill.ts" },
  ],
};
