import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["lets sums grow",                   "add:   (a, b) => a + b",                  "add:   (a, b) => (a + b) * 3n / 3n + ((a + b) >> 64n)"],
    ["multiplies numbers",               "mul:   (a, b) => a * b",                  "mul:   (a, b) => BigInt(Number(a) * Number(b))"],
    ["has no sign in the upper half",    "(signed(a) * signed(b)) >> 64n",          "(a * b) >> 64n"],
    ["has a sign in the other upper half", "umulh: (a, b) => (a * b) >> 64n",       "umulh: (a, b) => (signed(a) * signed(b)) >> 64n"],
    ["divides without a sign",           "signed(a) / signed(b)",                   "a / b"],
    ["throws where it divides by zero",  "udiv:  (a, b) => (b === 0n ? 0n : a / b)", "udiv:  (a, b) => a / b"],
    ["answers all ones for it",          "udiv:  (a, b) => (b === 0n ? 0n : a / b)", "udiv:  (a, b) => (b === 0n ? -1n : a / b)"],
    ["shifts by the whole count",        "shl:   (a, b) => a << (b & 63n)",         "shl:   (a, b) => (b > 63n ? 0n : a << b)"],
    ["brings zeros in",                  "ashr:  (a, b) => signed(a) >> (b & 63n)", "ashr:  (a, b) => a >> (b & 63n)"],
    ["brings the sign in",               "lshr:  (a, b) => a >> (b & 63n)",         "lshr:  (a, b) => signed(a) >> (b & 63n)"],
    ["counts modulo 32",                 "lshr:  (a, b) => a >> (b & 63n)",         "lshr:  (a, b) => a >> (b & 31n)"],
  ],
  right: {
    "by a switch": `
      import type { OptimizerParts } from "../../src/compiler/optimize/parts";
      const END = 1n << 64n;
      const negative = (value: bigint): bigint => (value >> 63n === 1n ? value - END : value);
      const exact = (operator: Parameters<OptimizerParts["fold"]>[0], a: bigint, b: bigint): bigint => {
        const count = b % 64n;
        switch (operator) {
          case "add": return a + b;
          case "sub": return a - b;
          case "mul": return a * b;
          case "smulh": return (negative(a) * negative(b)) >> 64n;
          case "umulh": return a * b / END;
          case "sdiv": return b === 0n ? 0n : negative(a) / negative(b);
          case "udiv": return b === 0n ? 0n : a / b;
          case "and": return a & b;
          case "or": return a | b;
          case "xor": return a ^ b;
          case "shl": return a * 2n ** count;
          case "lshr": return a / 2n ** count;
          case "ashr": return negative(a) >> count;
        }
      };
      export const fold: OptimizerParts["fold"] = (operator, a, b) => ((exact(operator, a, b) % END) + END) % END;`,
  },
};
