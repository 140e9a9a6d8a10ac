import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                          replace
    ["does not turn the exponent's bit over",     " ^ 0b100",                   ""],
    ["starts at a quarter",                       " - 3;",                      " - 2;"],
    ["starts at a sixteenth",                     " - 3;",                      " - 4;"],
    ["forgets the one in front",                  "16 + (imm8",                 "(imm8"],
    ["has no negative numbers",                   "imm8 & 0x80 ? -1 : 1",       "1"],
    ["takes the wrong bit for the sign",          "imm8 & 0x80",                "imm8 & 0x40"],
    ["lets ^ wait for the minus",                 "((imm8 >> 4) & 0b111 ^ 0b100) - 3", "(imm8 >> 4) & 0b111 ^ 0b100 - 3"],
    ["reads eighths",                             "sixteenths / 16",            "sixteenths / 8"],
    ["has a fraction of three bits",              "imm8 & 0b1111",              "imm8 & 0b111"],
    ["takes imm8 = 0 for zero",                   "  return sign",              "  if (imm8 === 0) return 0;\n  return sign"],
  ],
  right: {
    "through the bits of a single": `${header}
      export const decodeFloatImmediate: DecoderParts["decodeFloatImmediate"] = (imm8) => {
        const [sign, b, rest] = [imm8 >>> 7, (imm8 >>> 6) & 1, imm8 & 0x3f];
        const view = new DataView(new ArrayBuffer(4));
        view.setUint32(0, ((sign << 31) | ((1 - b) << 30) | (b * 0x1f << 25) | (rest << 19)) >>> 0);
        return view.getFloat32(0);
      };`,
    "by a table of powers": `${header}
      const POWERS = [2, 4, 8, 16, 1 / 8, 1 / 4, 1 / 2, 1];
      export const decodeFloatImmediate: DecoderParts["decodeFloatImmediate"] = (imm8) => {
        const size = (1 + (imm8 % 16) / 16) * POWERS[(imm8 >> 4) % 8]!;
        return imm8 < 128 ? size : -size;
      };`,
  },
};
