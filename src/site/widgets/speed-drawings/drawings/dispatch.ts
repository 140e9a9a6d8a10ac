/** From PC to the function that is called: what the loop of the dispatcher looks up. */
import type { Drawing } from "../../compiler-drawings/drawing";

/** PC by what its bits are for. */
export const PARTS: readonly { readonly bits: string; readonly from: number; readonly to: number }[] = [
  { bits: "63:22", from: 63, to: 22 }, { bits: "21:12", from: 21, to: 12 }, { bits: "11:0", from: 11, to: 0 },
];

const top = 44;
const high = 34;

export const dispatch: Drawing = {
  says: "PC in three parts. Bits 21 to 12 choose one of 1024 translations of fetches, of four words: the tag, which must be bits 63 to 12; where the page's entries are; a word that is not looked at. Bits 11 to 0 choose the entry, one for each word of the page. If bit 31 of it is set, bits 30 to 8 are the number of a function in the table and bits 7 to 0 its way in; if it is clear, it is a counter.",
  tells: "Four loads and a call, and JavaScript has no part in them. Where does it go wrong if the page has never been executed, and where if only this word has not?",
  wide: 700, high: 350,
  boxes: [
    { x: 20, y: top, wide: 300, high, lines: ["bits 63:22"], head: "PC" },
    { x: 320, y: top, wide: 130, high, lines: ["bits 21:12"], look: "strong" },
    { x: 450, y: top, wide: 130, high, lines: ["bits 11:0"], look: "strong" },
    { x: 20, y: 150, wide: 250, high, lines: ["tag: bits 63:12, flags"], head: "translations of fetches: 1,024 of these" },
    { x: 270, y: 150, wide: 130, high, lines: ["entries at"], look: "strong" },
    { x: 400, y: 150, wide: 70, high, lines: [""], look: "open" },
    { x: 330, y: 248, wide: 34, high, lines: ["23"], head: "entries of the page: 1,024 words" },
    { x: 364, y: 248, wide: 34, high, lines: ["0"] },
    { x: 398, y: 248, wide: 34, high, lines: ["8"] },
    { x: 432, y: 248, wide: 168, high, lines: ["1 | function | way"], look: "strong" },
    { x: 600, y: 248, wide: 34, high, lines: ["0"] },
    { x: 20, y: 248, wide: 200, high, lines: ["function 1207"], head: "table of functions" },
  ],
  arrows: [
    { through: [[385, 78], [385, 104], [300, 104], [300, 130]] },
    { through: [[515, 78], [515, 226]] },
    { through: [[335, 184], [335, 216], [346, 216], [346, 228]], look: "dashed" },
    { through: [[432, 300], [432, 312], [120, 312], [120, 286]] },
    { through: [[516, 282], [516, 300], [432, 300]], look: "plain" },
  ],
  words: [
    { x: 150, y: 104, anchor: "middle", look: "soft", text: "must be the tag's; if not: MISS" },
    { x: 392, y: 110, look: "soft", text: "which translation" },
    { x: 522, y: 110, look: "soft", text: "which entry" },
    { x: 276, y: 330, anchor: "middle", look: "soft", text: "call_indirect" },
    { x: 480, y: 330, look: "soft", text: "bit 31 clear: a counter, and COLD" },
  ],
};
