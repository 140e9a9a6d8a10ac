import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                          find                        replace
    ["brings in zeros",                       ">> unused",                ">>> unused"],
    ["takes the bit above for the sign",      "32 - width",               "31 - width"],
    ["takes the bit below for the sign",      "32 - width",               "33 - width"],
    ["leaves the number at the top",          " >> unused",               ""],
    ["always extends 19 bits",                "32 - width",               "13"],
    ["forgets to bring the sign to the top",  "(value << unused) >> unused", "value >> unused"],
  ],
  wrongFiles: {
    "trips over what stands above the field": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => (value >= 2 ** (width - 1) ? value - 2 ** width : value);`,
    "takes the largest positive number for a negative one": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => {
        const bits = value % 2 ** width;
        return bits >= 2 ** (width - 1) - 1 ? bits - 2 ** width : bits;
      };`,
    "reads sign and magnitude": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => {
        const half = 2 ** (width - 1);
        const bits = value % (2 * half);
        return bits >= half ? half - bits : bits;
      };`,
    "masks with 1 << 32, which is 1": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => {
        const bits = value & ((1 << width) - 1);
        return bits & (1 << (width - 1)) ? bits - (1 << width) : bits;
      };`,
  },
  right: {
    "by subtraction": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => {
        const bits = value % 2 ** width;
        return bits >= 2 ** (width - 1) ? bits - 2 ** width : bits;
      };`,
    "by turning the sign over": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => {
        const half = 2 ** (width - 1);
        return ((value % (2 * half)) + half) % (2 * half) - half;
      };`,
    "in bigints": `${header}
      export const signExtend: DecoderParts["signExtend"] = (value, width) => Number(BigInt.asIntN(width, BigInt(value)));`,
  },
};
