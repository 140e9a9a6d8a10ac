import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["knows no tags",                        "TBI ? 56 : 64",                                    "64"],
    ["ignores the top byte always",          "TBI ? 56 : 64",                                    "56"],
    ["ignores too little",                   "TBI ? 56 : 64",                                    "TBI ? 57 : 64"],
    ["looks at bit 63",                      "(va >> 55n) & 1n",                                 "(va >> 63n) & 1n"],
    ["knows the lower half alone",           "return above === -bit55;",                         "return above === 0n && bit55 === 0n;"],
    ["has the halves the wrong way round",   "return above === -bit55;",                         "return above === bit55 - 1n;"],
    ["is off by one bit",                    "BigInt(inputBits)",                                "BigInt(inputBits - 1)"],
    ["is off by one bit the other way",      "BigInt(inputBits)",                                "BigInt(inputBits + 1)"],
    ["knows 39 bits alone",                  "BigInt(inputBits)",                                "39n"],
  ],
  right: {
    "with masks": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const isInRange: MmuParts["isInRange"] = (va, { half, inputBits, TBI }) => {
        const top = TBI ? 56n : 64n;
        const mask = (1n << top) - (1n << BigInt(inputBits));
        return (va & mask) === (half === "upper" ? mask : 0n);
      };`,
  },
};
