/** Where the tables for stack traces are in the file, and where _move_symbols puts them. */
import type { Box, Drawing } from "../../compiler-drawings/drawing";

const high = 34;
const file = 40;
const memory = 178;

const row = (y: number, parts: readonly (readonly [wide: number, line: string, look?: Box["look"]])[]): Box[] => {
  let x = 4;
  return parts.map(([wide, line, look]) => {
    const box: Box = { x, y, wide, high, lines: line === "" ? [] : [line], ...(look === undefined ? {} : { look }) };
    x += wide;
    return box;
  });
};

export const symbols: Drawing = {
  says: "Two rows. The image file: code, the first piece of the symbols up to the page's end, constants, the second piece up to the page's end, variables, the third piece. Memory, when the step is done: the same places for code, constants and variables; where the third piece was, .bss; then the table, guards and stacks; and behind them the three pieces, one behind the other. Behind those, free memory.",
  tells: "What is marked is symbols. Which of the three pieces would _init_bss have cleared?",
  wide: 690, high: 262,
  boxes: [
    ...row(file, [[110, ".text"], [26, "1", "strong"], [80, ".rodata"], [34, "2", "strong"], [60, ".data"], [58, "3", "strong"]]),
    ...row(memory, [[110, ".text"], [26, "", "open"], [80, ".rodata"], [34, "", "open"], [60, ".data"], [40, ".bss"], [18, "", "open"], [132, "table, stacks"]]),
    { x: 504, y: memory, wide: 26, high, lines: ["1"], look: "strong" },
    { x: 530, y: memory, wide: 34, high, lines: ["2"], look: "strong" },
    { x: 564, y: memory, wide: 58, high, lines: ["3"], look: "strong" },
    { x: 622, y: memory, wide: 64, high, lines: ["free"], look: "open" },
  ],
  arrows: [
    { through: [[127, file + high], [127, 138], [517, 138], [517, memory - 3]] },
    { through: [[237, file + high], [237, 118], [547, 118], [547, memory - 3]] },
    { through: [[343, file + high], [343, 98], [593, 98], [593, memory - 3]] },
  ],
  words: [
    { x: 4, y: file - 10, look: "strong", text: "the image file" },
    { x: 4, y: memory - 10, look: "strong", text: "memory" },
    { x: 386, y: file + 22, look: "soft", text: "1 and 2 fill up pages that were begun" },
    { x: 504, y: memory + high + 20, look: "register", text: "link/trace" },
    { x: 314, y: memory + high + 20, look: "register", text: "link/bss" },
    { x: 4, y: memory + high + 20, look: "soft", text: "what was in the gaps stays: nobody reads it" },
    { x: 4, y: memory + high + 42, look: "soft", text: "addresses grow to the right" },
  ],
};
