// The exercises on device trees.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/formats/device-tree/parts.ts";

export const DEVICE_TREE_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/device-tree-registers",
    title: "Where is it, for the CPU?",
    file: "06-devices/device-tree-registers.ts",
    kind: "practice",
    points: 15,
    exports: { name: "physicalRangesOf", type: `DeviceTreeReading["physicalRangesOf"]`, from: PARTS },
    task: "Return where a device's registers are, through the buses that it is behind.",
    needs: [],
    hints: [
      "Three things are read in the same way: `reg`, `ranges`, and the counts of cells. Write a function first that takes a value apart into rows of numbers, given how many cells each number of a row has.",
      "The counts for `reg` are those of the node above. The counts for a bus's `ranges` are, in the order of the row: its own #address-cells, those of the node above it, its own #size-cells.",
      "Go up from the node above the device to the second of the way. At each: no `ranges` is null, an empty one is the same list again, and otherwise each range must lie in one row, end and all; the row's second number minus its first is added to its address.",
    ],
    section: "06-devices/02-a-device-tree",
  },
  {
    id: "devices/device-tree-blocks",
    title: "A tree, flattened",
    file: "06-devices/device-tree-blocks.ts",
    kind: "part",
    points: 20,
    exports: { name: "blocksOf", type: `DeviceTreeParts["blocksOf"]`, from: PARTS },
    task: "Make the structure block and the strings block of a device tree.",
    needs: [],
    hints: [
      "It is a walk: a function that writes the word 1 and the node's name, then its properties, calls itself for each child, and writes the word 2. The 9 comes behind the whole walk.",
      "A name has a NUL behind it before it is padded: \"abc\" takes one word, \"abcd\" takes two, and the root's empty name takes one.",
      "Keep a map from each name to its offset in the strings block. A name that is not in it yet begins where the block ends; then the block is longer by the name and a NUL.",
    ],
    section: "06-devices/02-a-device-tree",
  },
];
