import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

/** The way forward, for those who search. */
const decode = `
  function decode(N: number, immr: number, imms: number, width: number): bigint | undefined {
    const cell = 2 ** (31 - Math.clz32((N << 6) | (~imms & 63)));
    const run = (imms & (cell - 1)) + 1;
    if (cell < 2 || cell > width || run === cell) return undefined;
    const ones = (1n << BigInt(run)) - 1n;
    const turn = BigInt(immr % cell);
    let mask = BigInt.asUintN(cell, (ones >> turn) | (ones << (BigInt(cell) - turn)));
    for (let filled = cell; filled < width; filled *= 2) mask |= mask << BigInt(filled);
    return mask;
  }`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                              replace
    ["counts the turn the other way",             "? { N: 1, immr, imms: run - 1 } : { N: 0, immr,", "? { N: 1, immr: (cell - immr) % cell, imms: run - 1 } : { N: 0, immr: (cell - immr) % cell,"],
    ["turns the cell the other way",              "(x << BigInt(places)) | (x >> BigInt(width - places))", "(x >> BigInt(places)) | (x << BigInt(width - places))"],
    ["gives the length and not the length less one", "(64 - 2 * cell) | (run - 1)",                 "(64 - 2 * cell) | run"],
    ["forgets the size",                          "(64 - 2 * cell) | (run - 1)",                    "run - 1"],
    ["has a size one too many",                   "(64 - 2 * cell)",                                "(64 - cell)"],
    ["never sets N",                              "{ N: 1, immr, imms: run - 1 }",                  "{ N: 0, immr, imms: run - 1 }"],
    ["knows cells of 64 only",                    "return width > 2 && low",                        "return width > 64 && low"],
    ["stops at cells of 4",                       "width > 2",                                      "width > 4"],
    ["encodes all ones",                          " || run === cell",                               ""],
    ["takes what does not fit",                   "if (value !== BigInt.asUintN(width, value)) return undefined;", "value = BigInt.asUintN(width, value);"],
    ["takes any value for a run",                 "x !== 0n && (x & (x + 1n)) === 0n",              "x !== 0n"],
    ["does not try to turn",                      "immr < cell; immr++",                            "immr < 1; immr++"],
  ],
  wrongFiles: {
    "finds the last of the encodings": `${header}${decode}
      const found = new Map<string, { N: number; immr: number; imms: number }>();
      for (const width of [32, 64]) for (let n = 0; n < 8192; n++) {
        const fields = { N: n >> 12, immr: (n >> 6) & 63, imms: n & 63 };
        found.set(width + "/" + decode(fields.N, fields.immr, fields.imms, width), fields);
      }
      export const encodeLogicalImmediate: DecoderParts["encodeLogicalImmediate"] = (value, width) => found.get(width + "/" + value);`,
  },
  right: {
    "by a map of all masks": `${header}${decode}
      const found = new Map<string, { N: number; immr: number; imms: number }>();
      for (const width of [32, 64]) for (let n = 8191; n >= 0; n--) {
        const fields = { N: n >> 12, immr: (n >> 6) & 63, imms: n & 63 };
        const mask = decode(fields.N, fields.immr, fields.imms, width);
        if (mask !== undefined) found.set(width + "/" + mask, fields);
      }
      export const encodeLogicalImmediate: DecoderParts["encodeLogicalImmediate"] = (value, width) => found.get(width + "/" + value);`,
    "by trying all 8,192 for every value": `${header}${decode}
      export const encodeLogicalImmediate: DecoderParts["encodeLogicalImmediate"] = (value, width) => {
        for (let n = 0; n < 8192; n++) {
          const [N, immr, imms] = [n >> 12, (n >> 6) & 63, n & 63];
          if (decode(N, immr, imms, width) === value) return { N, immr, imms };
        }
        return undefined;
      };`,
    "on strings": `${header}
      export const encodeLogicalImmediate: DecoderParts["encodeLogicalImmediate"] = (value, width) => {
        if (value < 0n || value >> BigInt(width)) return undefined;
        const text = value.toString(2).padStart(width, "0");
        const size = [2, 4, 8, 16, 32, 64].find((each) => each <= width && text === text.slice(0, each).repeat(width / each));
        const pattern = text.slice(0, size);
        if (size === undefined) return undefined;
        const run = pattern.replaceAll("0", "").length;
        if (run === 0 || run === size) return undefined;
        const still = "0".repeat(size - run) + "1".repeat(run);
        for (let immr = 0; immr < size; immr++) {
          if (still.slice(size - immr) + still.slice(0, size - immr) !== pattern) continue;
          return { N: size === 64 ? 1 : 0, immr, imms: (size === 64 ? 0 : 64 - 2 * size) + run - 1 };
        }
        return undefined;
      };`,
  },
};
