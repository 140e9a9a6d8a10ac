import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["writes what is unsigned",       "BigInt.asIntN(type === \"i32\" ? 32 : 64, word)",  "word"],
    ["writes it without a sign",      "(low & 0x40) !== 0 ? -1n : 0n",                    "0n"],
    ["has 32 bits always",            "type === \"i32\" ? 32 : 64",                       "32"],
    ["has 64 bits always",            "type === \"i32\" ? 32 : 64",                       "64"],
    ["has one opcode",                "type === \"i32\" ? 0x41 : 0x42",                   "0x41"],
    ["mixes the opcodes up",          "type === \"i32\" ? 0x41 : 0x42",                   "type === \"i32\" ? 0x42 : 0x41"],
    ["forgets the opcode",            "Uint8Array.of(...bytes, low)",                     "Uint8Array.of(...bytes.slice(1), low)"],
    ["looks at the wrong bit",        "low & 0x40",                                       "low & 0x20"],
    ["marks the last byte",           "Uint8Array.of(...bytes, low)",                     "Uint8Array.of(...bytes, low | 0x80)"],
    ["marks none",                    "bytes.push(low | 0x80);",                          "bytes.push(low);"],
    ["writes eight bits a byte",      "BigInt.asUintN(7, rest)",                          "BigInt.asUintN(8, rest)"],
    ["pads to the whole width",       "if (rest === ((low & 0x40) !== 0 ? -1n : 0n)) return", "if (bytes.length === (type === \"i32\" ? 5 : 10)) return"],
  ],
  right: {
    "by counting the bytes first": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const integerConstant: JitParts["integerConstant"] = (type, word) => {
        const isLong = type === "i64";
        const value = BigInt.asIntN(isLong ? 64 : 32, word);
        let count = 1;
        while (BigInt.asIntN(7 * count, value) !== value) count++;
        const out = new Uint8Array(1 + count);
        out[0] = isLong ? 0x42 : 0x41;
        for (let i = 0; i < count; i++) out[1 + i] = Number((value >> BigInt(7 * i)) & 127n) + (i + 1 < count ? 128 : 0);
        return out;
      };`,
  },
};
