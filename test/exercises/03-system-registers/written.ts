import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong              find                                        replace
    ["stores all",                "(value & writable) | (old & kept) | ones", "value"],
    ["keeps nothing",             " | (old & kept)",                          ""],
    ["knows no RES1",             " | ones",                                  ""],
    ["keeps RES0 bits",           "(old & kept)",                             "(old & ~writable)"],
    ["lets RES1 be written",      " | ones",                                  " | (value & ones)"],
    ["lets kept bits be written", "(old & kept)",                             "(value & kept)"],
    ["never clears a bit",        "(value & writable)",                       "((old | value) & writable)"],
    ["swaps the masks",           "(value & writable) | (old & kept)",        "(value & kept) | (old & writable)"],
  ],
  right: {
    "bit by bit": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const written: SystemParts["written"] = (old, value, { writable, ones, kept }) => {
        let word = 0n;
        for (let bit = 1n; bit < 1n << 64n; bit *= 2n) {
          const from = writable & bit ? value : kept & bit ? old : ones & bit ? bit : 0n;
          word |= from & bit;
        }
        return word;
      };`,
    "by what changes": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const written: SystemParts["written"] = (old, value, { writable, ones, kept }) =>
        (old ^ ((old ^ value) & writable)) & (writable | kept) | ones;`,
  },
};
