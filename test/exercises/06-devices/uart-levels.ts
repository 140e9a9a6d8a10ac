import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["goes up by eighths",                "[1, 2, 4, 6, 7]",                "[1, 2, 3, 4, 5]"],
    ["doubles each time",                 "[1, 2, 4, 6, 7]",                "[1, 2, 4, 8, 16]"],
    ["has a full FIFO for the last",      "[1, 2, 4, 6, 7]",                "[1, 2, 4, 6, 8]"],
    ["begins at the full end",            "EIGHTHS[select]",                "EIGHTHS[4 - select]"],
    ["is one setting off",                "EIGHTHS[select]",                "EIGHTHS[select + 1]"],
    ["has no interrupt of one word",      "Math.max(1, (depth * eighths) >> 3)", "(depth * eighths) >> 3"],
    ["always has sixteen words",          "depth * eighths",                "16 * eighths"],
    ["counts the room that is left",      "depth * eighths",                "depth * (8 - eighths)"],
    ["gives parts of a word",             "(depth * eighths) >> 3",         "depth * eighths / 8 + 0.5"],
    ["gives eighths",                     "(depth * eighths) >> 3",         "eighths"],
    ["interrupts at every word",          "(depth * eighths) >> 3",         "0"],
    ["interrupts at one word more",       "(depth * eighths) >> 3",         "((depth * eighths) >> 3) + 1"],
  ],
  right: {
    "as a table of words": `
      import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";
      export const receiveLevel: Pl011Parts["receiveLevel"] = (select, depth) =>
        depth === 1 ? 1 : new Map([[0, 2], [1, 4], [2, 8], [3, 12], [4, 14]]).get(select) ?? depth;`,
  },
};
