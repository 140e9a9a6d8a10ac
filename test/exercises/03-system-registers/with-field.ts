import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                  find                               replace
    ["does not clear what was there", "value & ~(ones << BigInt(low))",  "value"],
    ["spills",                        "((field & ones) << BigInt(low))", "(field << BigInt(low))"],
    ["clears at the bottom",          "~(ones << BigInt(low))",          "~ones"],
    ["puts it at the bottom",         "((field & ones) << BigInt(low))", "(field & ones)"],
    ["loses the rest",                "return hole | ",                  "return "],
    ["is one bit short",              "high - low + 1",                  "high - low"],
    ["is one bit too wide",           "high - low + 1",                  "high - low + 2"],
    ["adds instead of replacing",     "return hole | ",                  "return value + "],
  ],
  right: {
    "by the difference": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const withField: SystemParts["withField"] = (value, high, low, field) => {
        const width = high - low + 1;
        const old = BigInt.asUintN(width, value >> BigInt(low));
        return value ^ ((old ^ BigInt.asUintN(width, field)) << BigInt(low));
      };`,
    "in three pieces": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const withField: SystemParts["withField"] = (value, high, low, field) => {
        const above = value >> BigInt(high + 1);
        const below = BigInt.asUintN(low, value);
        return (above << BigInt(high + 1)) | (BigInt.asUintN(high - low + 1, field) << BigInt(low)) | below;
      };`,
  },
};
