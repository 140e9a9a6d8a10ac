/** What is where when the program's first instruction runs: link.ts places it, runtime-assembly.ts sets the registers. */
import type { Box, Drawing } from "../drawing";

const x = 150;
const wide = 250;

const part = (y: number, high: number, line: string, look?: Box["look"]): Box => ({ x, y, wide, high, lines: [line], ...(look === undefined ? {} : { look }) });

export const memory: Drawing = {
  says: "Memory from low to high addresses: header, code, constants, variables with a first value, zeros, a stack of 256 KiB that grows down, a heap of 4 MiB. SP starts at the stack's end; X18 is one page and more above its beginning.",
  tells: "Addresses grow downwards. What is drawn dashed is not in the file: the file ends where .data does.",
  wide: 640, high: 396,
  boxes: [
    part(10, 30, "header, 64 bytes"),
    part(40, 50, ".text     code"),
    part(90, 40, ".rodata   constants, tables"),
    part(130, 40, ".data     variables"),
    part(170, 34, ".bss      zeros", "open"),
    part(214, 90, "stack, 256 KiB", "open"),
    part(304, 82, "heap, 4 MiB", "open"),
  ],
  arrows: [
    { through: [[440, 302], [406, 302]] },
    { through: [[440, 236], [406, 236]] },
    { through: [[240, 296], [240, 276]] },
    { through: [[440, 48], [406, 48]] },
  ],
  words: [
    { x: 140, y: 22, anchor: "end", text: "0x4020_0000" },
    { x: 140, y: 36, anchor: "end", look: "soft", text: "RAM + 2 MiB" },
    { x: 446, y: 52, look: "soft", text: "_start is the first of the functions" },
    { x: 446, y: 306, look: "register", text: "SP" },
    { x: 474, y: 306, look: "soft", text: "at the start: stack_end" },
    { x: 446, y: 240, look: "register", text: "X18" },
    { x: 482, y: 240, look: "soft", text: "calls stop here" },
    { x: 446, y: 257, look: "soft", text: "stack + 16 KiB" },
    { x: 258, y: 290, look: "soft", text: "grows this way" },
    { x: 140, y: 192, anchor: "end", look: "soft", text: "_start fills it" },
  ],
};
