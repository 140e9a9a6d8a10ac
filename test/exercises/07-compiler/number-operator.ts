import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["computes without a sign",        "[BigInt.asIntN(64, a), BigInt.asIntN(64, b)]", "[a, b]"],
    ["gives a result with a sign",     "BigInt.asUintN(64, exact) : \"unsafe\"",       "exact : \"unsafe\""],
    ["lets 2^53 through",              "exact <= MOST",                                "exact <= MOST + 1n"],
    ["lets -2^53 through",             "exact >= -MOST",                               "exact >= -MOST - 1n"],
    ["checks behind the wrapping",     "const exact = EXACTLY[operator](x, y);",       "const exact = BigInt.asIntN(64, EXACTLY[operator](x, y));"],
    ["divides by zero",                "operator === \"trunc\" || operator === \"%\"", "operator === \"%\" && operator !== undefined"],
    ["rounds down",                    "(a, b) => a / b",                              "(a, b) => (a < 0n !== b < 0n && a % b !== 0n ? a / b - 1n : a / b)"],
    ["has the remainder's sign from b", "(a, b) => a % b",                             "(a, b) => ((a % b) + b) % b"],
    ["shifts by six bits",             "a << (b & 31n)",                               "a << (b & 63n)"],
    ["shifts 64 bits to the right",    "BigInt.asUintN(32, a) >> (b & 31n)",           "BigInt.asUintN(32, BigInt.asUintN(64, a) >> (b & 31n))"],
    ["shifts the sign in",             "BigInt.asUintN(32, a) >> (b & 31n)",           "BigInt.asIntN(32, a) >> (b & 31n)"],
    ["ors 64 bits",                    "BigInt.asIntN(32, a | b)",                     "a | b"],
    ["ors without a sign",             "BigInt.asIntN(32, a | b)",                     "BigInt.asUintN(32, a | b)"],
  ],
  right: {
    "with numbers, where they are exact": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const operate: CompilerQuestions["operate"] = (operator, a, b) => {
        const x = Number(BigInt.asIntN(64, a));
        const y = Number(BigInt.asIntN(64, b));
        const made = (result: number): bigint | "unsafe" =>
          Number.isSafeInteger(result) ? (BigInt(result) + 2n ** 64n) % 2n ** 64n : "unsafe";
        switch (operator) {
          case "+": return made(x + y);
          case "-": return made(x - y);
          case "*": return made(x * y);
          case "trunc": return y === 0 ? "divide" : made((x - (x % y)) / y);
          case "%": return y === 0 ? "divide" : made(x % y);
          case "|": return made(x | y);
          case "<<": return made(x << y);
          case ">>>": return made(x >>> y);
        }
      };`,
  },
};
