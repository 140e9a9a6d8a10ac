import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["goes by bytes",                  "Math.max(offset, 0) >> 2",                "Math.max(offset, 0)"],
    ["looks at the first word only",   "word <= last",                            "word <= Math.min(first, last)"],
    ["has the end inside",             "offset + length - 1, 4095",               "offset + length, 4095"],
    ["leaves the last word out",       "word <= last",                            "word < last"],
    ["counts words from the store's first byte", "Math.min(offset + length - 1, 4095) >> 2", "Math.min(first + ((length + 3) >> 2) - 1, 1023)"],
    ["begins in the page before",      "Math.max(offset, 0) >> 2",                "(offset & 4095) >> 2"],
    ["ends in the page behind",        "Math.min(offset + length - 1, 4095) >> 2", "((offset + length - 1) & 4095) >> 2"],
    ["has elements of 64 words",       "words[word >> 5]!",                       "words[word >> 6]!"],
    ["looks at any bit of an element", ">>> (word & 31)) & 1) === 1",             ">>> 0) & 0xffff_ffff) !== 0"],
    ["has bits the other way round",   ">>> (word & 31)",                         ">>> (31 - (word & 31))"],
    ["ends every function of the page", "(((words[word >> 5]! >>> (word & 31)) & 1) === 1)", "(words.length > 0)"],
    ["never sees bit 31",              "& 1) === 1",                              "& 1) === 1 && (word & 31) !== 31"],
  ],
  right: {
    "by intersecting bits": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const isStale: JitParts["isStale"] = (words, offset, length) => {
        let stored = 0n;
        const from = Math.min(Math.max(offset, 0), 4096);
        const to = Math.min(Math.max(offset + length, 0), 4096);
        if (from < to) {
          const first = BigInt(Math.floor(from / 4));
          const end = BigInt(Math.ceil(to / 4));
          stored = ((1n << (end - first)) - 1n) << first;
        }
        let set = 0n;
        for (let i = words.length - 1; i >= 0; i--) set = (set << 32n) | BigInt(words[i]!);
        return (set & stored) !== 0n;
      };`,
  },
};
