import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["looks at the first byte only",        "return { plus: inside, mask: page, flip };",     "return { plus: 0n, mask: page, flip };"],
    ["looks one byte too far",              "return { plus: inside, mask: page, flip };",     "return { plus: inside + 1n, mask: page, flip };"],
    ["wants everything aligned",            "if (mustBeAligned) return",                      "if (mustBeAligned || bytes > 0) return"],
    ["wants nothing aligned",               "if (mustBeAligned) return",                      "if (mustBeAligned && bytes < 0) return"],
    ["wants 8 bytes for all",               "mask: page | inside, flip",                      "mask: page | 7n, flip"],
    ["has one bit too many",                "mask: page | inside, flip",                      "mask: page | BigInt(2 * bytes - 1), flip"],
    ["has the size for a mask",             "mask: page | inside, flip",                      "mask: page | BigInt(bytes), flip"],
    ["forgets flags",                       "const flip = BigInt(flags);",                    "const flip = 0n * BigInt(flags);"],
    ["has flags only where it is aligned",  "return { plus: inside, mask: page, flip };",     "return { plus: inside, mask: page, flip: 0n };"],
    ["leaves flags in the mask",            "const flip = BigInt(flags);",                    "const flip = BigInt(flags);\n  if (flags !== 0) return { plus: 0n, mask: ~0xfffn | BigInt(flags) | BigInt(bytes - 1), flip };"],
    ["has 32 bits of address",              "const page = ~0xfffn;",                          "const page = 0xffff_f000n;"],
    ["has pages of 64 KiB",                 "const page = ~0xfffn;",                          "const page = ~0xffffn;"],
    ["adds after it has aligned",           "mask: page | inside, flip",                      "mask: page | inside, flip: flip ^ inside"],
  ],
  right: {
    "with a positive mask, and the same sum for both": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const tlbCheck: JitParts["tlbCheck"] = (bytes, mustBeAligned, flags) => {
        const low = BigInt(bytes) - 1n;
        const page = 0xffff_ffff_ffff_f000n;
        // An aligned address has zeros where the sum then has ones.
        return { plus: low, mask: mustBeAligned ? page + low : page, flip: mustBeAligned ? BigInt(flags) + low : BigInt(flags) };
      };`,
  },
};
