/** An interrupt between the look and WFI, twice: taken at once, and left pending behind a mask. */
import type { Drawing } from "../../compiler-drawings/drawing";

const high = 34;
const first = 76;
const second = 256;
/** When the interrupt comes. */
const now = 244;

export const sleep: Drawing = {
  says: "Two lines of time, and on both an interrupt at the same moment: the loop has looked and found nothing, and has not executed WFI yet. On the first line interrupts are not masked: the handler runs at once, notes an event and returns, then WFI sleeps, and the event waits. On the second line interrupts are masked before the look: the interrupt stays pending, so WFI ends at once; with the mask gone the handler runs and notes the event, and the loop's next look finds it.",
  tells: "Time goes to the right. The interrupt comes at the same moment on both lines. On which of them does somebody look after it?",
  wide: 690, high: 356,
  boxes: [
    { x: 96, y: first, wide: 124, high, lines: ["look: nothing"], head: "look, then sleep" },
    { x: 256, y: first + 56, wide: 124, high, lines: ["handler: note"], look: "strong" },
    { x: 402, y: first, wide: 58, high, lines: ["WFI"] },
    { x: 460, y: first, wide: 200, high, lines: ["asleep, with work to do"], look: "open" },
    { x: 20, y: second, wide: 58, high, lines: ["mask"], head: "mask, look, then sleep" },
    { x: 96, y: second, wide: 124, high, lines: ["look: nothing"] },
    { x: 272, y: second, wide: 58, high, lines: ["WFI"] },
    { x: 346, y: second, wide: 74, high, lines: ["unmask"] },
    { x: 414, y: second + 56, wide: 124, high, lines: ["handler: note"], look: "strong" },
    { x: 560, y: second, wide: 100, high, lines: ["look: yes"] },
  ],
  arrows: [
    { through: [[20, first + 17], [92, first + 17]], look: "plain" },
    { through: [[220, first + 17], [now, first + 17], [now, first + 73], [252, first + 73]] },
    { through: [[380, first + 73], [391, first + 73], [391, first + 17], [398, first + 17]] },
    { through: [[78, second + 17], [92, second + 17]] },
    { through: [[220, second + 17], [268, second + 17]] },
    { through: [[330, second + 17], [342, second + 17]] },
    { through: [[420, second + 17], [430, second + 17], [430, second + 52]] },
    { through: [[538, second + 73], [548, second + 73], [548, second + 17], [556, second + 17]] },
    { through: [[now, 36], [now, first + 13]], look: "dashed" },
    { through: [[now, second - 34], [now, second + 13]], look: "dashed" },
  ],
  words: [
    { x: now, y: 28, anchor: "middle", look: "strong", text: "the interrupt" },
    { x: now, y: second - 42, anchor: "middle", look: "strong", text: "the interrupt" },
    { x: 256, y: second + 56, look: "soft", text: "pending: WFI" },
    { x: 256, y: second + 74, look: "soft", text: "does not sleep" },
  ],
};
