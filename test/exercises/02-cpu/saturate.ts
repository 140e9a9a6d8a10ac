import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                   find                                    replace
    ["wraps",                           "value: BigInt.asUintN(size, nearest)", "value: BigInt.asUintN(size, integer)"],
    ["gives a negative number",         "value: BigInt.asUintN(size, nearest)", "value: nearest"],
    ["takes unsigned for signed",       "signed ? size - 1 : size",             "size - 1"],
    ["takes signed for unsigned",       "signed ? size - 1 : size",             "size"],
    ["lets unsigned lanes be negative", "signed ? -most - 1n : 0n",             "-most - 1n"],
    ["stops at -127",                   "-most - 1n",                           "-most"],
    ["is never saturated",              "nearest !== integer",                  "false"],
    ["says saturated at the border",    "saturated: nearest !== integer",       "saturated: integer >= most || integer <= least"],
    ["does not say so below",           "saturated: nearest !== integer",       "saturated: integer > most"],
  ],
  right: {
    "by cutting and looking": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const saturate: CpuParts["saturate"] = (signed, size, integer) => {
        const value = BigInt.asUintN(size, integer);
        const back = signed ? BigInt.asIntN(size, value) : value;
        if (back === integer) return { value, saturated: false };
        const top = signed ? 1n << BigInt(size - 1) : 0n;
        const most = signed ? top - 1n : (1n << BigInt(size)) - 1n;
        return { value: integer < 0n ? top : most, saturated: true };
      };`,
  },
};
