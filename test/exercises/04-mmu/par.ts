import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["does not say that it is a fault",      "(BigInt(status(result)) << 1n) | 1n",              "(BigInt(status(result)) << 1n)"],
    ["has the status in bit 0",              "(BigInt(status(result)) << 1n) | 1n",              "BigInt(status(result)) | 1n"],
    ["forgets RES1 in a fault",              "return (1n << 11n) | (BigInt(status",              "return (BigInt(status"],
    ["forgets RES1",                         "BigInt(page) | (1n << 11n)",                       "BigInt(page)"],
    ["forgets NS",                           " | (1n << 9n)",                                    ""],
    ["has attributes elsewhere",             "BigInt(attributes) << 56n",                        "BigInt(attributes) << 48n"],
    ["has SH elsewhere",                     "BigInt(shareability) << 7n",                       "BigInt(shareability) << 8n"],
    ["believes the descriptor",              "isDevice || isNonCacheable ? 0b10 : SH",           "SH"],
    ["knows nothing of Non-cacheable",       "isDevice || isNonCacheable",                       "isDevice"],
    ["takes half-cached for not cached",     "attributes === 0x44",                              "attributes >> 4 === 4"],
    ["says inner shareable of devices",      "? 0b10 : SH",                                      "? 0b11 : SH"],
    ["has 32 bits of address",               "BigInt(page)",                                     "BigInt(page >>> 0)"],
  ],
  right: {
    "as a sum": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const parOf: MmuParts["parOf"] = (result, status) => {
        if (result.kind === "found") {
          const { attributes } = result;
          const always = attributes < 16 || attributes === 68;
          return BigInt(attributes) * 2n ** 56n + BigInt(result.page) + 0xa00n + 128n * BigInt(always ? 2 : result.SH);
        }
        return BigInt(0x801 + 2 * status(result));
      };`,
  },
};
