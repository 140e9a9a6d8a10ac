import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                                   find                              replace
    ["counts pages from pc",                           "(pc & ~0xfffn)",                 "pc"],
    ["clears eight bits and not twelve",               "~0xfffn",                        "~0xffn"],
    ["keeps the place in the page and drops the page", "& ~0xfffn",                      "& 0xfffn"],
    ["clears pc's low bits for bytes too",             ": pc + BigInt(offset)",          ": (pc & ~0xfffn) + BigInt(offset)"],
    ["counts from the next instruction",               ": pc + BigInt(offset)",          ": pc + 4n + BigInt(offset)"],
    ["does not wrap around",                           "BigInt.asUintN(64, target)",     "target"],
    ["gives signed addresses",                         "BigInt.asUintN",                 "BigInt.asIntN"],
    ["wraps around at 48 bits",                        "BigInt.asUintN(64, target)",     "BigInt.asUintN(48, target)"],
    ["counts pages of 4,000 bytes",                    "4096n",                          "4000n"],
    ["multiplies in 32 bits",                          "4096n * BigInt(offset)",         "BigInt(offset << 12)"],
    ["forgets that pages are pages",                   "4096n * BigInt(offset)",         "BigInt(offset)"],
  ],
  wrongFiles: {
    "computes in doubles": `${header}
      export const pcRelative: DecoderParts["pcRelative"] = (pc, offset, page) => {
        const from = page ? Math.floor(Number(pc) / 4096) * 4096 : Number(pc);
        return BigInt.asUintN(64, BigInt(from + (page ? offset * 4096 : offset)));
      };`,
  },
  right: {
    "by clearing the low bits at the end": `${header}
      export const pcRelative: DecoderParts["pcRelative"] = (pc, offset, page) => {
        if (!page) return BigInt.asUintN(64, pc + BigInt(offset));
        return BigInt.asUintN(64, pc + BigInt(offset) * 4096n) & ~0xfffn;
      };`,
    "by counting pages": `${header}
      export const pcRelative: DecoderParts["pcRelative"] = (pc, offset, page) => {
        const around = 2n ** 64n;
        const target = page ? ((pc >> 12n) + BigInt(offset)) << 12n : pc + BigInt(offset);
        return ((target % around) + around) % around;
      };`,
  },
};
