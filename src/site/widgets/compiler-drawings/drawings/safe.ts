/** The check that a word is a safe integer, on the line of all signed words: Comparisons.safe in conditions. */
import type { Drawing } from "../drawing";

const y = 60;

export const safe: Drawing = {
  says: "The line of signed words from minus 2 to the 63 to 2 to the 63. Safe integers lie strictly between minus 2 to the 53 and 2 to the 53. What is not below 2 to the 53 has flags set by CCMN's constant, Z; what is below is added to 2 to the 53, and the sum must be above 0.",
  tells: "Two limits, one branch. Take 2^53, 2^53 - 1 and -2^53, and say for each what the flags are when b.le looks.",
  wide: 640, high: 250,
  boxes: [
    { x: 20, y: y - 8, wide: 180, high: 16, lines: [], look: "strong" },
    { x: 200, y: y - 8, wide: 240, high: 16, lines: [] },
    { x: 440, y: y - 8, wide: 180, high: 16, lines: [], look: "strong" },
  ],
  arrows: [
    { through: [[200, 38], [200, 52]] },
    { through: [[440, 38], [440, 52]] },
    { through: [[20, 118], [438, 118]], look: "plain" },
    { through: [[440, 118], [620, 118]], look: "plain" },
    { through: [[20, 188], [200, 188]], look: "plain" },
    { through: [[202, 188], [438, 188]], look: "plain" },
    { through: [[440, 112], [440, 124]], look: "plain" },
    { through: [[200, 182], [200, 194]], look: "plain" },
    { through: [[440, 182], [440, 194]], look: "plain" },
  ],
  words: [
    { x: 200, y: 30, anchor: "middle", text: "-2^53" },
    { x: 440, y: 30, anchor: "middle", text: "2^53" },
    { x: 20, y: 30, text: "-2^63" },
    { x: 620, y: 30, anchor: "end", text: "2^63 - 1" },
    { x: 320, y: 88, anchor: "middle", look: "soft", text: "safe" },
    { x: 110, y: 88, anchor: "middle", look: "soft", text: "trap" },
    { x: 530, y: 88, anchor: "middle", look: "soft", text: "trap" },
    { x: 20, y: 110, look: "strong", text: "cmp x0, x28" },
    { x: 230, y: 136, anchor: "middle", look: "soft", text: "LT: go on and look at the other side" },
    { x: 530, y: 136, anchor: "middle", look: "soft", text: "not LT: NZCV = 4, Z alone" },
    { x: 20, y: 174, look: "strong", text: "ccmn x0, x28, #4, lt" },
    { x: 110, y: 206, anchor: "middle", look: "soft", text: "x0 + 2^53 is 0 or less" },
    { x: 320, y: 206, anchor: "middle", look: "soft", text: "x0 + 2^53 is more than 0" },
    { x: 530, y: 192, anchor: "middle", look: "soft", text: "Z: \"equal\"" },
    { x: 20, y: 240, look: "strong", text: "b.le" },
    { x: 110, y: 240, anchor: "middle", look: "soft", text: "taken" },
    { x: 320, y: 240, anchor: "middle", look: "soft", text: "not taken" },
    { x: 530, y: 240, anchor: "middle", look: "soft", text: "taken" },
  ],
};
