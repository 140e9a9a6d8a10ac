/** What lies at argv: the block that the tour `argv` prints. */
import type { Box, Drawing } from "../../compiler-drawings/drawing";

const x = 178;
const wide = 240;
const high = 27;
const top = 34;

interface Row {
  /** From argv on, in bytes; -1 where some are left out. */
  readonly offset: number;
  readonly line: string;
  readonly look?: Box["look"];
}

export const ROWS: readonly Row[] = [
  { offset: 0,   line: "argv[0]", look: "strong" },
  { offset: 8,   line: "argv[1]" },
  { offset: 16,  line: "argv[2]" },
  { offset: 24,  line: "0" },
  { offset: 32,  line: "a text's address" },
  { offset: 40,  line: "0" },
  { offset: 48,  line: "AT_PHDR,   address" },
  { offset: -1,  line: "... nine more pairs", look: "open" },
  { offset: 208, line: "AT_RANDOM, address", look: "strong" },
  { offset: 224, line: "AT_EXECFN, address" },
  { offset: 240, line: "AT_NULL,   0" },
  { offset: 256, line: "sixteen random bytes", look: "strong" },
  { offset: 272, line: "kernel.one.two.HOME=/.", look: "strong" },
];

const middle = (index: number): number => top + index * high + high / 2;

export const argv: Drawing = {
  says: "A block of memory, from low addresses at the top to high ones. At argv the addresses of three texts, and 0. Behind it the environment: one address, and 0. Behind it the auxiliary vector, pairs of a type and a value, from AT_PHDR to AT_NULL. Behind it sixteen random bytes, to which AT_RANDOM points, and the texts, to which the addresses point, each with a zero byte at its end.",
  tells: "A program is given argc and argv. How does it find the auxiliary vector, whose address nobody tells it?",
  wide: 664, high: top + ROWS.length * high + 30,
  boxes: ROWS.map(({ line, look }, i) => ({ x, y: top + i * high, wide, high, lines: [line], ...(look === undefined ? {} : { look }) })),
  arrows: [
    { through: [[56, middle(0)], [x - 48, middle(0)]] },
    { through: [[x + wide, middle(0)], [648, middle(0)], [648, middle(12)], [x + wide + 4, middle(12)]] },
    { through: [[x + wide, middle(8)], [448, middle(8)], [448, middle(11)], [x + wide + 4, middle(11)]] },
  ],
  words: [
    { x: 18, y: middle(0) + 5, look: "register", text: "argv" },
    ...ROWS.flatMap(({ offset }, i) => (offset < 0 ? [] : [{ x: x - 10, y: middle(i) + 5, anchor: "end" as const, look: "soft" as const, text: `+ ${offset}` }])),
    { x: x + wide + 14, y: middle(2) + 5, look: "soft", text: "the arguments: argc of them" },
    { x: x + wide + 14, y: middle(4) + 5, look: "soft", text: "the environment" },
    { x: x + wide + 14, y: middle(6) + 5, look: "soft", text: "the auxiliary vector" },
    { x, y: top + ROWS.length * high + 20, look: "soft", text: "a dot is a zero byte" },
  ],
};
