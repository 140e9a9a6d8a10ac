import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                 find                                                              replace
    ["counts one end only",          "high - low + 1",                                                 "high - low"],
    ["counts one too many",          "high - low + 1",                                                 "high - low + 2"],
    ["forgets the shift",            "(value >> BigInt(low))",                                         "value"],
    ["shifts the other way",         "value >> BigInt(low)",                                           "value << BigInt(low)"],
    ["begins at the high bit",       "value >> BigInt(low)",                                           "value >> BigInt(high)"],
    ["leaves what is above",         " & ((1n << BigInt(high - low + 1)) - 1n)",                       ""],
    ["takes it for a signed number", "(value >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n)", "BigInt.asIntN(high - low + 1, value >> BigInt(low))"],
    ["has 32 bits",                  "(1n << BigInt(high - low + 1)) - 1n",                            "BigInt((1 << (high - low + 1)) - 1)"],
  ],
  right: {
    "asUintN": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";
      export const fieldOf: SystemParts["fieldOf"] = (value, high, low) => BigInt.asUintN(high - low + 1, value >> BigInt(low));`,
    "as text": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const fieldOf: SystemParts["fieldOf"] = (value, high, low) =>
        BigInt("0b" + value.toString(2).padStart(64, "0").slice(63 - high, 64 - low));`,
    "bit by bit": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const fieldOf: SystemParts["fieldOf"] = (value, high, low) => {
        let field = 0n;
        for (let bit = high; bit >= low; bit--) field = field * 2n + (value / 2n ** BigInt(bit)) % 2n;
        return field;
      };`,
  },
};
