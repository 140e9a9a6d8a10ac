/** A graph with a loop in it, its dominator tree, and the code that the tree becomes. */
import type { Arrow, Box, Drawing } from "../../compiler-drawings/drawing";

/** FLOW[n]: where block n goes on; there is no block 0. */
export const FLOW: readonly (readonly number[])[] = [[], [2], [3, 4], [4], [2, 5], []];
/** The block that each stands under in the tree. */
export const PARENTS: readonly number[] = [0, 0, 1, 2, 2, 4];
/** The block behind a `block`, and the one that is a `loop`. */
export const MERGE = 4;
export const LOOP = 2;

const wide = 46;
const high = 30;
type Spot = readonly [x: number, y: number];

const IN_FLOW: readonly Spot[] = [[0, 0], [92, 44], [92, 106], [38, 168], [92, 230], [92, 292]];
const IN_TREE: readonly Spot[] = [[0, 0], [290, 44], [290, 106], [256, 168], [324, 168], [324, 230]];

const block = ([x, y]: Spot, n: number): Box => ({ x, y, wide, high, lines: [`  ${n}`] });

const WAYS: readonly Arrow[] = [
  { through: [[115, 74], [115, 104]] },
  { through: [[104, 136], [66, 166]] },
  { through: [[122, 136], [122, 228]] },
  { through: [[66, 198], [104, 228]] },
  { through: [[115, 260], [115, 290]] },
  { through: [[138, 245], [176, 245], [176, 121], [142, 121]] },
];

const BRANCHES: readonly Arrow[] = [
  { through: [[313, 74], [313, 106]], look: "plain" },
  { through: [[306, 136], [282, 168]], look: "plain" },
  { through: [[320, 136], [344, 168]], look: "plain" },
  { through: [[347, 198], [347, 230]], look: "plain" },
];

/** Where code is drawn, and how far in. */
const at = 440;
const within = (depth: number): number => at + 22 * depth;

export const nest: Drawing = {
  says: "Three pictures of five blocks. The flow: 1 goes to 2; 2 goes to 3 or 4; 3 goes to 4; 4 goes back to 2, or to 5. The dominator tree: 1 above 2, 2 above 3 and 4, 4 above 5. The code: 1, then a loop; in the loop a block which holds 2, and in it 3, and behind the block 4, and in it 5. From 2 and from 3 the end of the block leads to 4, and from 4 the head of the loop leads to 2.",
  tells: "Three times the same five blocks. Compare the tree with the boxes on the right: whatever stands under a block is inside its code. Which of the flow's arrows has become a br, and which has become nothing at all?",
  wide: 700, high: 364,
  boxes: [
    ...IN_FLOW.map(block).slice(1), ...IN_TREE.map(block).slice(1),
    { x: within(0), y: 44, wide: 236, high: 26, lines: ["1"] },
    { x: within(0), y: 70, wide: 236, high: 272, lines: [], look: "open" },
    { x: within(1), y: 100, wide: 206, high: 114, lines: [], look: "strong" },
    { x: within(2), y: 130, wide: 172, high: 26, lines: ["2"] },
    { x: within(3), y: 156, wide: 150, high: 26, lines: ["3"] },
    { x: within(1), y: 224, wide: 206, high: 26, lines: ["4"] },
    { x: within(2), y: 250, wide: 184, high: 26, lines: ["5"] },
  ],
  arrows: [
    ...WAYS, ...BRANCHES,
    { through: [[634, 143], [656, 143], [656, 222]] },
    { through: [[612, 169], [656, 169]], look: "plain" },
    { through: [[462, 237], [448, 237], [448, 92]] },
  ],
  words: [
    { x: 38, y: 26, look: "strong", text: "flow" },
    { x: 256, y: 26, look: "strong", text: "dominators" },
    { x: at, y: 26, look: "strong", text: "code" },
    { x: within(0) + 8, y: 88, text: "loop" },
    { x: within(1) + 8, y: 118, text: "block" },
    { x: within(1) + 8, y: 204, text: "end" },
    { x: within(0) + 8, y: 332, text: "end" },
    { x: within(2), y: 296, look: "soft", text: "br, back: the loop's head;" },
    { x: within(2), y: 313, look: "soft", text: "forward: the block's end" },
    { x: 184, y: 186, look: "soft", text: "back" },
  ],
};
