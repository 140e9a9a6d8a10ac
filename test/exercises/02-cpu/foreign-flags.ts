import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                           find                                                                   replace
    ["has 64 bits",                             "const WIDTH = 18n;",                                                  "const WIDTH = 64n;"],
    ["puts Z elsewhere",                        "const Z = 1 << 1;",                                                   "const Z = 1 << 2;"],
    ["borrows as x86 does",                     "[C, sum >> WIDTH === 1n]",                                            "[C, (sum >> WIDTH === 1n) !== subtracts]"],
    ["takes the borrow in the other way round", "chained ? isSet(C) : subtracts",                                      "chained ? isSet(C) !== subtracts : subtracts"],
    ["does not chain Z",                        "value === 0n && (!chained || isSet(Z))",                              "value === 0n"],
    ["chains Z always",                         "(!chained || isSet(Z))",                                              "isSet(Z)"],
    ["counts ones the other way",               "onesOf(value & 0xffn) % 2 === 0",                                     "onesOf(value & 0xffn) % 2 === 1"],
    ["counts the ones of the whole value",      "onesOf(value & 0xffn)",                                               "onesOf(value)"],
    ["takes S for less",                        "(value >> (WIDTH - 1n) === 1n) !== (BigInt.asIntN(Number(WIDTH), value) !== signedSum)", "value >> (WIDTH - 1n) === 1n"],
    ["clears the rest of the status",           "let after = status;",                                                 "let after = 0;"],
    ["never clears a flag",                     "holds ? after | flag : after & ~flag",                                "holds ? after | flag : after"],
  ],
  right: {
    "bit by bit": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      const W = 18;
      export const foreignAlu: CpuQuestions["foreignAlu"] = (operation, x, y, status) => {
        const bit = (word: bigint, i: number): number => Number((word >> BigInt(i)) & 1n);
        const minus = operation.startsWith("sub") ? 1 : 0;
        const chained = operation.endsWith("c");
        let carry = chained ? (status >> 11) & 1 : minus;
        let into = 0;
        let ones = 0;
        let value = 0n;
        for (let i = 0; i < W; i++) {
          into = carry;
          const sum = bit(x, i) + (bit(y, i) ^ minus) + carry;
          carry = sum >> 1;
          value += BigInt(sum & 1) << BigInt(i);
          if (i < 8) ones += sum & 1;
        }
        const s = bit(value, W - 1);
        const v = carry ^ into;
        const z = value === 0n && (!chained || (status & 2) !== 0) ? 1 : 0;
        const flags = (z << 1) | (s << 4) | (carry << 11) | (v << 15) | ((1 - (ones & 1)) << 7) | (s ^ v);
        return { value, status: (status & ~0x8893) | flags };
      };`,
  },
};
