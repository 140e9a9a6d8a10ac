/** The moment at which the MMU is switched on: one table, reached through both registers, and the jump from one half to the other. */
import type { Drawing } from "../../compiler-drawings/drawing";

const half = 44;
const table = 318;
const physical = 532;
const high = 36;
/** Of the lower half's two boxes. */
const lower = 212;

export const halves: Drawing = {
  says: "On the left the address space: the same two GiB in the upper half and in the lower half. Both registers, TTBR1_EL1 and TTBR0_EL1, have the address of one table. Its entry 0 leads to the devices, its entry 1 to the RAM with the image; the others lead nowhere. The PC goes from the image's place in the lower half to its place in the upper half: the same byte of the same memory.",
  tells: "Follow both addresses of the image through the table. Where does BR X9 go to, and what has changed in memory?",
  wide: 690, high: 312,
  boxes: [
    { x: half, y: 46, wide: 210, high, lines: ["0xffff_ff80_4000_0000"], look: "strong", head: "upper half" },
    { x: half, y: 46 + high, wide: 210, high, lines: ["0xffff_ff80_0000_0000"] },
    { x: half, y: lower, wide: 210, high, lines: ["0x4000_0000"], look: "strong", head: "lower half" },
    { x: half, y: lower + high, wide: 210, high, lines: ["0x0"] },
    { x: table, y: 92, wide: 150, high, lines: ["2 to 511: 0"], look: "open", head: "one table" },
    { x: table, y: 92 + high, wide: 150, high, lines: ["1: block"], look: "strong" },
    { x: table, y: 92 + 2 * high, wide: 150, high, lines: ["0: block"] },
    { x: physical, y: 92 + high, wide: 154, high, lines: ["RAM: the image"], look: "strong", head: "memory" },
    { x: physical, y: 92 + 2 * high, wide: 154, high, lines: ["devices"] },
  ],
  arrows: [
    { through: [[half, lower + 18], [16, lower + 18], [16, 64], [half - 4, 64]] },
    { through: [[258, 82], [286, 82], [286, 138], [table - 4, 138]] },
    { through: [[258, 248], [286, 248], [286, 174], [table - 4, 174]] },
    { through: [[table + 150, 146], [physical - 4, 146]] },
    { through: [[table + 150, 182], [physical - 4, 182]] },
  ],
  words: [
    { x: 24, y: 170, look: "strong", text: "br x9" },
    { x: 270, y: 62, look: "register", text: "TTBR1_EL1" },
    { x: 270, y: 270, look: "register", text: "TTBR0_EL1" },
    { x: half, y: 138, look: "soft", text: "nothing else has an address" },
    { x: half, y: 304, look: "soft", text: "nothing else has an address" },
    { x: physical, y: 222, look: "soft", text: "a GiB each" },
  ],
};
