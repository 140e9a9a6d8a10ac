/** A handler at work: its frame, the exception's below it on the same stack, and the chain into the interrupted code's. */
import type { Box, Drawing } from "../../compiler-drawings/drawing";

const x = 92;
const wide = 250;
const high = 30;
/** Of the interrupted code's stack. */
const other = 420;

interface Row {
  readonly offset: number;
  readonly line: string;
  readonly look?: Box["look"];
}

/** In the order of the addresses, as src/unikernel/crash/frame.ts has them. */
export const ROWS: readonly Row[] = [
  { offset: 0, line: "X0 to X30" },
  { offset: 248, line: "SP" },
  { offset: 256, line: "ELR, SPSR" },
  { offset: 272, line: "ESR, FAR" },
  { offset: 288, line: "FPCR, FPSR" },
  { offset: 304, line: "V0 to V31" },
  { offset: 816, line: "X29 again, ELR again", look: "strong" },
];

/** Of the exception's frame. */
export const FRAME_BYTES = 832;
const top = 148;

export const frame: Drawing = {
  says: `Two stacks. On the stack of exceptions: the handler's frame, and behind it the frame of the exception, ${FRAME_BYTES} bytes: X0 to X30, SP, ELR and SPSR, ESR and FAR, FPCR and FPSR, V0 to V31, and at 816 a copy of X29 and ELR. X29 points to the handler's frame, the first word of that to offset 816, and the first word there to the frame of the interrupted function, which is on the other stack.`,
  tells: "Addresses grow downwards. Follow X29 from the handler through the exception, to the other stack. What would a stack trace print at each stop?",
  wide: 700, high: 402,
  boxes: [
    { x, y: 40, wide, high, lines: ["X29 of who called it"], look: "strong", head: "stack of exceptions: SP_EL1" },
    { x, y: 70, wide, high, lines: ["X30, and what it saves"] },
    ...ROWS.map(({ line, look }, i) => ({ x, y: top + i * high, wide, high, lines: [line], ...(look === undefined ? {} : { look }) })),
    { x: other, y: 120, wide, high, lines: ["X29 of its caller"], look: "strong", head: "the kernel's stack: SP_EL0" },
    { x: other, y: 150, wide, high, lines: ["X30, and what it saves"] },
    { x: other, y: 212, wide, high, lines: ["X29 of its caller"], look: "strong" },
    { x: other, y: 242, wide, high, lines: ["X30, and what it saves"] },
  ],
  arrows: [
    { through: [[48, 55], [88, 55]] },
    { through: [[342, 55], [366, 55], [366, 332], [346, 332]] },
    { through: [[342, 346], [386, 346], [386, 130], [416, 130]] },
    { through: [[670, 135], [692, 135], [692, 222], [674, 222]] },
  ],
  words: [
    { x: 42, y: 60, anchor: "end", look: "register", text: "X29" },
    { x, y: 118, look: "soft", text: "the handler" },
    { x, y: top - 10, look: "strong", text: "the exception" },
    ...ROWS.map(({ offset }, i) => ({ x: x - 8, y: top + 20 + i * high, anchor: "end" as const, look: "soft" as const, text: `${offset}` })),
    { x: x - 8, y: top + 10 + ROWS.length * high, anchor: "end", look: "soft", text: `${FRAME_BYTES}` },
    { x, y: 392, look: "soft", text: "the stack's end: nothing was on it before" },
    { x: other, y: 197, look: "soft", text: "the interrupted function" },
    { x: other, y: 289, look: "soft", text: "who called that" },
  ],
};
