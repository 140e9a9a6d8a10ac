import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                        replace
    ["takes a field from another place",          "word >>> 15",              "word >>> 16"],
    ["lets other bits in",                        "(word >>> 6) & 0x1f",      "(word >>> 6) & 0x3f"],
    ["does what A64 does with N",                 "big === 0 ?",              "big === 1 ?"],
    ["counts ones where zeros are counted",       "cell - zeros",             "zeros"],
    ["is off by one in the length",               "(run & (cell - 1)) + 1",   "(run & (cell - 1))"],
    ["turns the way A64 turns",                   "cell - turn, cell",        "turn, cell"],
    ["lets a turn go beyond the cell",            " || turn >= cell",         ""],
    ["lets a cell be full",                       " || zeros === cell",       ""],
    ["knows cells that the table does not",       "cell < 4",                 "cell < 2"],
    ["looks for the other marker",                "Math.clz32(~run & 0x1f)",  "Math.clz32(run & 0x1f)"],
    ["fills half a register",                     "filled < 64",              "filled < 32"],
    ["puts the ones at the other end",            "(1n << BigInt(ones)) - 1n;", "((1n << BigInt(ones)) - 1n) << BigInt(cell - ones);"],
  ],
  right: {
    "as strings": `
      import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";
      export const decodeMask: DecoderQuestions["decodeMask"] = (word) => {
        const bits = word.toString(2).padStart(32, "0");
        const read = (hi: number, lo: number) => bits.slice(31 - hi, 32 - lo);
        const length = (/^0(.....)$|^10(....)$|^110(...)$|^1110(..)$/.exec(read(12, 12) + read(19, 15)) ?? []).slice(1).find((part) => part !== undefined);
        if (length === undefined) return undefined;
        const cell = 2 ** length.length;
        const zeros = parseInt(length, 2) + 1;
        const turn = parseInt(read(10, 6), 2);
        if (zeros === cell || turn >= cell) return undefined;
        const still = "0".repeat(zeros) + "1".repeat(cell - zeros);
        return BigInt("0b" + (still.slice(turn) + still.slice(0, turn)).repeat(64 / cell));
      };`,
  },
};
