import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                          find                                                         replace
    ["wants the very version",                ">= BigInt(atLeast)",                                        "=== BigInt(atLeast)"],
    ["wants a later version",                 ">= BigInt(atLeast)",                                        "> BigInt(atLeast)"],
    ["wants anything but zero",               ">= BigInt(atLeast)",                                        "> 0n"],
    ["knows no signs",                        "signed ? BigInt.asIntN(4, bits) : BigInt.asUintN(4, bits)", "BigInt.asUintN(4, bits)"],
    ["takes all for signed",                  "signed ? BigInt.asIntN(4, bits) : BigInt.asUintN(4, bits)", "BigInt.asIntN(4, bits)"],
    ["looks at 8 bits",                       "BigInt.asUintN(4, bits)",                                   "BigInt.asUintN(8, bits)"],
    ["counts from the top",                   ">> BigInt(low)",                                            ">> BigInt(60 - low)"],
    ["takes a missing register for all ones", "?? 0n",                                                     "?? -1n"],
    ["leaves out what is not there",          "(registers[register] ?? 0n) >> BigInt(low);",               "(registers[register] ?? 0n) >> BigInt(low);\n    if (registers[register] === undefined) return false;"],
    ["sorts them",                            ".map(({ feature }) => feature)",                            ".map(({ feature }) => feature).sort()"],
  ],
  right: {
    "digit by digit": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const claims: SystemQuestions["claims"] = (registers, rows) => {
        const found: string[] = [];
        for (const { feature, register, low, atLeast, signed } of rows) {
          const digits = (registers[register] ?? 0n).toString(16).padStart(16, "0");
          const digit = parseInt(digits.charAt(15 - low / 4), 16);
          if ((signed && digit > 7 ? digit - 16 : digit) >= atLeast) found.push(feature);
        }
        return found;
      };`,
  },
};
