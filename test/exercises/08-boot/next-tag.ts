import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["forgets the NUL",                  "roundUp(plus(behind, 1n), 4n)",                  "roundUp(behind, 4n)"],
    ["does not fill up names",           "roundUp(plus(behind, 1n), 4n)",                  "plus(behind, 1n)"],
    ["adds a word to every name",        "roundUp(plus(behind, 1n), 4n)",                  "plus(roundUp(behind, 4n), 4n)"],
    ["does not fill up properties",      "roundUp(plus(at, BigInt(PROP_SIZE + length)), 4n)", "plus(at, BigInt(PROP_SIZE + length))"],
    ["forgets nameoff",                  "PROP_SIZE + length",                             "8 + length"],
    ["takes nameoff for len",            "const length = bigEndian32(plus(at, 4n));",      "const length = bigEndian32(plus(at, 8n));"],
    ["reads len as little-endian",       "const length = bigEndian32(plus(at, 4n));",      "const length = load8(plus(at, 4n)) + 256 * load8(plus(at, 5n));"],
    ["reads one byte of len",            "const length = bigEndian32(plus(at, 4n));",      "const length = load8(plus(at, 7n));"],
    ["stops at an FDT_NOP",              "  while (bigEndian32(behind) === FDT_NOP) behind = plus(behind, 4n);\n", ""],
    ["passes over one FDT_NOP",          "while (bigEndian32(behind) === FDT_NOP)",        "if (bigEndian32(behind) === FDT_NOP)"],
    ["fills up to 8",                    "roundUp(plus(at, BigInt(PROP_SIZE + length)), 4n)", "roundUp(plus(at, BigInt(PROP_SIZE + length)), 8n)"],
  ],
  wrongFiles: {
    "looks for the next word that may be a token": `
      import { bigEndian32 } from "../../src/unikernel/device-tree/big-endian";
      import { plus } from "../../src/unikernel/metal/word";
      /** @noalloc */
      export function nextToken(at: bigint): bigint {
        let next = plus(at, 4n);
        while (bigEndian32(next) === 0 || bigEndian32(next) > 9 || bigEndian32(next) === 4) next = plus(next, 4n);
        return next;
      }`,
  },
  right: {
    "with names a word at a time": `
      import { FDT_BEGIN_NODE, FDT_NOP, FDT_PROP } from "../../src/formats/device-tree/structure";
      import { load32 } from "../../src/unikernel/metal/memory";
      import { plus, reversed32 } from "../../src/unikernel/metal/word";
      function sizeOf(at: bigint, token: number): number {
        if (token === FDT_PROP) return 12 + Math.trunc((reversed32(load32(plus(at, 4n))) + 3) / 4) * 4;
        let size = 4;
        if (token !== FDT_BEGIN_NODE) return size;
        while ((load32(plus(at, BigInt(size))) & 0xff000000) !== 0) size += 4;
        return size + 4;
      }
      /** @noalloc */
      export function nextToken(at: bigint): bigint {
        let next = at;
        let token = 0;
        do {
          next = plus(next, BigInt(sizeOf(next, reversed32(load32(next)))));
          token = reversed32(load32(next));
        } while (token === FDT_NOP);
        return next;
      }`,
  },
};
