import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                       find                                                 replace
    ["forgets the carry",                   "const unsignedSum = x + y + carryIn;",              "const unsignedSum = x + y;"],
    ["forgets the carry in the signed sum", "BigInt.asIntN(width, y) + carryIn",                 "BigInt.asIntN(width, y)"],
    ["does not cut the value",              "const value = BigInt.asUintN(width, unsignedSum);", "const value = unsignedSum;"],
    ["works in 64 bits always",             "const value = BigInt.asUintN(width, unsignedSum);", "const value = BigInt.asUintN(64, unsignedSum);"],
    ["has N in the wrong bit",              "< 0n ? 8n : 0n",                                    "< 0n ? 1n : 0n"],
    ["swaps C and V",                       "const c = value !== unsignedSum ? 2n : 0n;",        "const c = BigInt.asIntN(width, value) !== signedSum ? 2n : 0n;"],
    ["takes V for the carry",               "BigInt.asIntN(width, value) !== signedSum",         "value !== unsignedSum"],
    ["sets Z where it should not",          "value === 0n ? 4n",                                 "value === unsignedSum ? 4n"],
    ["borrows as x86 does",                 "value !== unsignedSum ? 2n",                        "value === unsignedSum ? 2n"],
    ["never overflows with a carry",        "!== signedSum ? 1n",                                "!== signedSum && carryIn === 0n ? 1n"],
  ],
  right: {
    "by the carries into and out of the top bit": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const addWithCarry: CpuParts["addWithCarry"] = (width, x, y, carryIn) => {
        const low = BigInt(width - 1);
        const mask = (1n << low) - 1n;
        const into = ((x & mask) + (y & mask) + carryIn) >> low;
        const sum = x + y + carryIn;
        const out = sum >> BigInt(width);
        const value = sum - (out << BigInt(width));
        const n = value >> low;
        return { value, nzcv: (n << 3n) | (value === 0n ? 4n : 0n) | (out << 1n) | (into ^ out) };
      };`,
    "by the signs": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const addWithCarry: CpuParts["addWithCarry"] = (width, x, y, carryIn) => {
        const all = 2n ** BigInt(width);
        const value = (x + y + carryIn) % all;
        const sign = (word: bigint): boolean => word >= all / 2n;
        let nzcv = 0n;
        if (sign(value)) nzcv += 8n;
        if (value === 0n) nzcv += 4n;
        if (x + y + carryIn >= all) nzcv += 2n;
        if (sign(x) === sign(y) && sign(x) !== sign(value)) nzcv += 1n;
        return { value, nzcv };
      };`,
  },
};
