import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";
      type Classify = NonNullable<DecoderParts["classifyDataProcessingImmediate"]>;`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                 replace
    ["swaps ADR and ADRP",                        `["0 xx 10000x xx", "ADR"]`,         `["1 xx 10000x xx", "ADR"]`],
    ["knows ADRs where op0 is 00 only",           "1 xx 10000x xx",                    "1 xx 100000 xx"],
    ["has an ADDG of 32 bits",                    `"1 00 100011 0x"`,                  `"x 00 100011 0x"`],
    ["does not look at ADDG's bit 22",            `"1 00 100011 0x"`,                  `"1 00 100011 xx"`],
    ["has a SUBG that sets flags",                `"1 10 100011 0x"`,                  `"1 1x 100011 0x"`],
    ["fills the gap between MOVN and MOVZ",       "x 00 100101 xx",                    "x 0x 100101 xx"],
    ["fills the gap behind UBFM",                 "x 10 100110 xx",                    "x 1x 100110 xx"],
    ["knows bit fields only where N = sf",        `["x 00 100110 xx", "SBFM"]`,        `["1 00 100110 1x", "SBFM"], ["0 00 100110 0x", "SBFM"]`],
    ["refuses AND (immediate) of 32 bits with N", `["x 00 100100 xx", "AND`,           `["1 00 100100 xx", "AND (immediate)"], ["0 00 100100 0x", "AND`],
    ["does not look at EXTR's bit 21",            "x 00 100111 x0",                    "x 00 100111 xx"],
    ["knows EXTR with N = 0 only",                "x 00 100111 x0",                    "x 00 100111 00"],
    ["does not look at EXTR's opc",               "x 00 100111 x0",                    "x xx 100111 x0"],
    ["takes AND for ANDS",                        `["x 11 100100 xx", "ANDS (immediate)"]`, `["x 11 100100 xx", "AND (immediate)"]`],
    ["knows the 64-bit forms only",               "x 00 100010 xx",                    "1 00 100010 xx"],
    ["says CMP for SUBS with Rd = 31",            "return ROWS",                       `if ((word & 0x7f80001f) >>> 0 === 0x7100001f) return "CMP";\n  return ROWS`],
  ],
  right: {
    "by switches, as the manual's tables": `${header}
      export const classifyDataProcessingImmediate: Classify = (word) => {
        const [sf, opc, N, bit21] = [word >>> 31, (word >>> 29) & 3, (word >>> 22) & 1, (word >>> 21) & 1];
        switch ((word >>> 23) & 7) {
          case 0:
          case 1: return sf === 0 ? "ADR" : "ADRP";
          case 2: return ["ADD", "ADDS", "SUB", "SUBS"][opc] + " (immediate)";
          case 3: return sf === 1 && N === 0 ? ["ADDG", undefined, "SUBG"][opc] : undefined;
          case 4: return ["AND", "ORR", "EOR", "ANDS"][opc] + " (immediate)";
          case 5: return ["MOVN", undefined, "MOVZ", "MOVK"][opc];
          case 6: return ["SBFM", "BFM", "UBFM"][opc];
          default: return opc === 0 && bit21 === 0 ? "EXTR" : undefined;
        }
      };`,
    "by masks and values": `${header}
      const ROWS: [mask: number, value: number, name: string][] = [
        [0x9f000000, 0x10000000, "ADR"], [0x9f000000, 0x90000000, "ADRP"],
        [0x7f800000, 0x11000000, "ADD (immediate)"], [0x7f800000, 0x31000000, "ADDS (immediate)"],
        [0x7f800000, 0x51000000, "SUB (immediate)"], [0x7f800000, 0x71000000, "SUBS (immediate)"],
        [0xffc00000, 0x91800000, "ADDG"], [0xffc00000, 0xd1800000, "SUBG"],
        [0x7f800000, 0x12000000, "AND (immediate)"], [0x7f800000, 0x32000000, "ORR (immediate)"],
        [0x7f800000, 0x52000000, "EOR (immediate)"], [0x7f800000, 0x72000000, "ANDS (immediate)"],
        [0x7f800000, 0x12800000, "MOVN"], [0x7f800000, 0x52800000, "MOVZ"], [0x7f800000, 0x72800000, "MOVK"],
        [0x7f800000, 0x13000000, "SBFM"], [0x7f800000, 0x33000000, "BFM"], [0x7f800000, 0x53000000, "UBFM"],
        [0x7fa00000, 0x13800000, "EXTR"],
      ];
      export const classifyDataProcessingImmediate: Classify = (word) => {
        for (const [mask, value, name] of ROWS) if ((word & mask) >>> 0 === value) return name;
        return undefined;
      };`,
  },
};
