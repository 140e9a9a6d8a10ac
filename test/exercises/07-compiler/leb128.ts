import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["has eight bits a byte",          "BigInt.asUintN(7, rest)",                    "BigInt.asUintN(8, rest)"],
    ["marks the last byte",            "Uint8Array.of(...bytes, low)",               "Uint8Array.of(...bytes, low | 0x80)"],
    ["marks none",                     "bytes.push(low | 0x80);",                    "bytes.push(low);"],
    ["forgets about bit 6",            "isSigned && (low & 0x40) !== 0",             "isSigned && value < 0"],
    ["has a sign always",              "isSigned && (low & 0x40) !== 0",             "(low & 0x40) !== 0"],
    ["begins at the top",              "Uint8Array.of(...bytes, low)",               "Uint8Array.of(low, ...bytes.reverse())"],
    ["has 32 bits",                    "let rest = BigInt(value);",                  "let rest = isSigned ? BigInt.asIntN(32, BigInt(value)) : BigInt.asUintN(32, BigInt(value));"],
    ["gives nothing for 0",            "return Uint8Array.of(...bytes, low);",       "return value === 0 ? new Uint8Array(0) : Uint8Array.of(...bytes, low);"],
    ["writes a byte too many",         "return Uint8Array.of(...bytes, low);",       "return isSigned ? Uint8Array.of(...bytes, low) : Uint8Array.of(...bytes, low | 0x80, 0);"],
  ],
  right: {
    "in digits of 128": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const leb128: CompilerQuestions["leb128"] = (value, isSigned) => {
        const digits: number[] = [];
        let rest = value;
        for (;;) {
          const digit = ((rest % 128) + 128) % 128;
          rest = Math.floor(rest / 128);
          digits.push(digit);
          if (!isSigned && rest === 0) break;
          if (isSigned && (digit < 64 ? rest === 0 : rest === -1)) break;
        }
        return Uint8Array.from(digits, (digit, i) => (i < digits.length - 1 ? 128 + digit : digit));
      };`,
  },
};
