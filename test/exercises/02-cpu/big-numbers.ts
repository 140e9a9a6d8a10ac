import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                     find                                      replace
    ["begins with a borrow",              "let carry = 1n;",                        "let carry = 0n;"],
    ["loses the borrow",                  "carry = sum >> 64n;",                    "carry = 1n;"],
    ["loses it where a word is all ones", "carry = sum >> 64n;",                    "carry = word >= y[i]! ? 1n : 0n;"],
    ["takes Z of the top word for equal", "isZero &&= value === 0n;",               "isZero = value === 0n;"],
    ["takes a carry for a borrow",        "lower: carry === 0n",                    "lower: carry === 1n"],
    ["takes N alone for less",            "less: n !== v",                          "less: n"],
    ["takes less for lower",              "less: n !== v",                          "less: carry === 0n"],
    ["does not cut the words",            "const value = BigInt.asUintN(64, sum);", "const value = sum;"],
    ["adds",                              "BigInt.asUintN(64, ~y[i]!)",             "y[i]!"],
    ["forgets the carry in V",            "BigInt.asIntN(64, other) + carry !==",   "BigInt.asIntN(64, other) !=="],
  ],
  right: {
    "with long numbers": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const bigSubtract: CpuQuestions["bigSubtract"] = (x, y) => {
        const bits = 64 * x.length;
        const whole = (words: readonly bigint[]): bigint => BigInt("0x" + [...words].reverse().map((word) => word.toString(16).padStart(16, "0")).join(""));
        const [a, b] = [whole(x), whole(y)];
        const rest = BigInt.asUintN(bits, a - b);
        return {
          words: x.map((_, i) => (rest >> BigInt(64 * i)) & 0xffff_ffff_ffff_ffffn),
          lower: a < b, less: BigInt.asIntN(bits, a) < BigInt.asIntN(bits, b), equal: a === b,
        };
      };`,
    "with a borrow, as on paper": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const bigSubtract: CpuQuestions["bigSubtract"] = (x, y) => {
        const words: bigint[] = [];
        let borrow = 0n;
        for (let i = 0; i < x.length; i++) {
          let word = x[i]! - y[i]! - borrow;
          borrow = word < 0n ? 1n : 0n;
          word += borrow << 64n;
          words.push(word);
        }
        const isNegative = (number: readonly bigint[]): boolean => number.at(-1)! >= 1n << 63n;
        const lower = borrow === 1n;
        return { words, lower, less: isNegative(x) === isNegative(y) ? lower : isNegative(x), equal: words.every((word) => word === 0n) };
      };`,
  },
};
