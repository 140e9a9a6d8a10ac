/** `if (a < b && !(c === d)) first(); else second();`, lowered by where each condition leads. */
import type { Drawing } from "../drawing";

export const condition: Drawing = {
  says: "Two blocks that branch. The first asks a < b and leads to the second, or to second(). The second asks c equals d and leads to second(), or to first(). Both lead to the end.",
  tells: "Two comparisons, two branches. There is no && and no ! in it: they are in where the arrows go.",
  wide: 600, high: 252,
  boxes: [
    { x: 20, y: 24, wide: 220, high: 30, lines: ["branch lt a, b"], head: "b1" },
    { x: 20, y: 112, wide: 220, high: 30, lines: ["branch eq c, d"], head: "b2" },
    { x: 20, y: 200, wide: 220, high: 30, lines: ["call first()"], head: "then" },
    { x: 350, y: 112, wide: 220, high: 30, lines: ["call second()"], head: "otherwise" },
    { x: 350, y: 200, wide: 220, high: 30, lines: ["what comes behind"], head: "end" },
  ],
  arrows: [
    { through: [[70, 54], [70, 110]] },
    { through: [[70, 142], [70, 198]] },
    { through: [[240, 39], [530, 39], [530, 110]] },
    { through: [[240, 127], [348, 127]] },
    { through: [[530, 142], [530, 198]] },
    { through: [[240, 215], [348, 215]] },
  ],
  words: [
    { x: 78, y: 78, look: "soft", text: "it holds: ask the right side of &&" },
    { x: 252, y: 33, look: "soft", text: "it does not: the right side is never computed" },
    { x: 78, y: 166, look: "soft", text: "it does not hold: that is what ! asked for" },
    { x: 252, y: 120, look: "soft", text: "it holds" },
  ],
};
