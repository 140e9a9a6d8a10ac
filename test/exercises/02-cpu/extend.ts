import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                  find                                                           replace
    ["minds what stands above",        "const low = BigInt.asUintN(from, x);",                        "const low = x;"],
    ["never copies the sign",          "signed ? BigInt.asUintN(to, BigInt.asIntN(from, low)) : low", "low"],
    ["always copies it",               "signed ? BigInt.asUintN(to, BigInt.asIntN(from, low)) : low", "BigInt.asUintN(to, BigInt.asIntN(from, low))"],
    ["gives a negative number",        "BigInt.asUintN(to, BigInt.asIntN(from, low))",                "BigInt.asIntN(from, low)"],
    ["always extends to 64 bits",      "BigInt.asUintN(to, BigInt.asIntN(from, low))",                "BigInt.asUintN(64, BigInt.asIntN(from, low))"],
    ["looks for the sign one too low", "BigInt.asIntN(from, low)",                                    "BigInt.asIntN(from - 1, low)"],
    ["does it to whole bytes",         "BigInt.asIntN(from, low)",                                    "BigInt.asIntN(8 * Math.ceil(from / 8), low)"],
  ],
  right: {
    "with masks": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const extend: CpuParts["extend"] = (signed, from, to, x) => {
        const low = x % (1n << BigInt(from));
        const sign = 1n << BigInt(from - 1);
        const ones = (1n << BigInt(to)) - (1n << BigInt(from));
        return signed && (low & sign) !== 0n ? low | ones : low;
      };`,
    "by flipping the sign": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const extend: CpuParts["extend"] = (signed, from, to, x) => {
        const low = BigInt.asUintN(from, x);
        const sign = signed ? 1n << BigInt(from - 1) : 0n;
        return BigInt.asUintN(to, (low ^ sign) - sign);
      };`,
  },
};
