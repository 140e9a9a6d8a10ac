import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["drops the least urgent of the word",  "word & (word - 1)",       "word & ~(0x8000_0000 >>> Math.clz32(word))"],
    ["drops from every word",               "w === top ? withoutLowest(word) : word", "withoutLowest(word)"],
    ["drops all of the word",               "word & (word - 1)",       "word & 0"],
    ["looks at the first word alone",       "active.findIndex((word) => word !== 0)", "0"],
    ["begins at the last word",             "active.findIndex((word) => word !== 0)", "active.findLastIndex((word) => word !== 0)"],
    ["takes bit 31 for a sign",             "word !== 0",              "word << 0 > 0"],
    ["drops nothing",                       "word & (word - 1)",       "word"],
    ["drops priority 0 alone",              "word & (word - 1)",       "word & ~1"],
    ["subtracts one",                       "word & (word - 1)",       "word - 1"],
    ["drops two",                           "word & (word - 1)",       "word & (word - 1) & ((word & (word - 1)) - 1)"],
  ],
  right: {
    "by looking for the bit": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const dropped: GicParts["dropped"] = (active) => {
        const words = [...active];
        for (let n = 0; n < 128; n++) {
          const w = n >> 5;
          const bit = 1 << (n & 31);
          if ((words[w]! & bit) === 0) continue;
          words[w]! &= ~bit;
          break;
        }
        return words;
      };`,
  },
};
