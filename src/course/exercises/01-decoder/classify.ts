import { Decoder } from "../../../machine/decoder/decoder";
import type { DecoderParts } from "../../../machine/decoder/parts";
import { standardParts } from "../../../machine/decoder/standard-parts";
import { DP_IMMEDIATE } from "../../../machine/decoder/tables/dp-immediate";
import type { Case, Trial } from "../exercise";
import { bits, word } from "../notation";
import { showPlain } from "../plain";

type Classify = NonNullable<DecoderParts["classifyDataProcessingImmediate"]>;

/** What LLVM 14 assembles. */
const FROM_LLVM = [
  [0x10000020, "ADR",              "ADR X0, #4"],
  [0xf0ffffe1, "ADRP",             "ADRP X1, #-4096"],
  [0x91000420, "ADD (immediate)",  "ADD X0, X1, #1"],
  [0xb1000420, "ADDS (immediate)", "ADDS X0, X1, #1"],
  [0xd10043ff, "SUB (immediate)",  "SUB SP, SP, #16"],
  [0x71000420, "SUBS (immediate)", "SUBS W0, W1, #1"],
  [0x91810820, "ADDG",             "ADDG X0, X1, #16, #2"],
  [0xd1810820, "SUBG",             "SUBG X0, X1, #16, #2"],
  [0x92008c41, "AND (immediate)",  "AND X1, X2, #0xf000f000f000f"],
  [0x32001c20, "ORR (immediate)",  "ORR W0, W1, #0xff"],
  [0xd2400020, "EOR (immediate)",  "EOR X0, X1, #1"],
  [0xf2401c20, "ANDS (immediate)", "ANDS X0, X1, #0xff"],
  [0x92a00020, "MOVN",             "MOVN X0, #1, LSL #16"],
  [0xd2800020, "MOVZ",             "MOVZ X0, #1"],
  [0xf2e00020, "MOVK",             "MOVK X0, #1, LSL #48"],
  [0x93431820, "SBFM",             "SBFX X0, X1, #3, #4"],
  [0xb37d0c20, "BFM",              "BFI X0, X1, #3, #4"],
  [0xd3431820, "UBFM",             "UBFX X0, X1, #3, #4"],
  [0x93c20c20, "EXTR",             "EXTR X0, X1, X2, #3"],
] as const;

/** Another name in assembly, the same row. */
const ALIASES = [
  [0x910003fd, "ADD (immediate)",  "MOV X29, SP"],
  [0xb100043f, "ADDS (immediate)", "CMN X1, #1"],
  [0xf100001f, "SUBS (immediate)", "CMP X0, #0"],
  [0xb200f3e0, "ORR (immediate)",  "MOV X0, #0x5555555555555555"],
  [0x7200001f, "ANDS (immediate)", "TST W0, #1"],
  [0x12800000, "MOVN",             "MOV W0, #-1"],
  [0x13027c20, "SBFM",             "ASR W0, W1, #2"],
  [0xd37df020, "UBFM",             "LSL X0, X1, #3"],
  [0x13810c20, "EXTR",             "ROR W0, W1, #3"],
] as const;

/** Arm ARM, "Data Processing -- Immediate": what its tables call unallocated. */
const UNALLOCATED = [
  [0x11810820, "sf:op:S = 000 with 100011: there is no ADDG of 32 bits"],
  [0xb1810820, "S = 1 with 100011: no ADDG sets flags"],
  [0x91c10820, "bit 22 is 1 with 100011"],
  [0xb2800020, "opc = 01 of the wide moves"],
  [0xf3431820, "opc = 11 of the bit fields"],
  [0xb3c20c20, "opc = 01 of the extracts"],
  [0xd3c20c20, "opc = 10 of the extracts"],
  [0x93e20c20, "EXTR with bit 21 set"],
] as const;

/** A row's text refuses them, but there is no other row whose they could be. */
const RESERVED = [
  [0x12400020, "AND (immediate)", "AND W0, W1 with N = 1: reserved, and an AND for all that"],
  [0x9200fc20, "AND (immediate)", "N = 0, imms = 111111: reserved, and an AND for all that"],
  [0x52c00020, "MOVZ",            "MOVZ W0, #1, LSL #32: reserved, and a MOVZ for all that"],
  [0x93031820, "SBFM",            "sf = 1, N = 0: reserved, and an SBFM for all that"],
  [0x13c20c20, "EXTR",            "sf = 0, N = 1: reserved, and an EXTR for all that"],
] as const;

export const classify: Trial<Classify> = {
  show: {
    call: (w) => `classifyDataProcessingImmediate(${word(w)}): bits 31 to 21 are ${boxes(w)}`,
    answer: (answer) => (answer === undefined ? "undefined (unallocated)" : showPlain(answer)),
  },
  properties: [
    { title: "knows an instruction of every row", cases: () => casesOf(FROM_LLVM) },
    { title: "knows them by their aliases", cases: () => casesOf(ALIASES) },
    { title: "knows what is unallocated", cases: () => UNALLOCATED.map(([w, why]): Case<Classify> => ({ args: [w], want: undefined, why })) },
    { title: "leaves it to the row to say what is reserved", cases: () => casesOf(RESERVED) },
    {
      title: "agrees with the table wherever its first eleven bits differ",
      cases: (draw) => {
        const reference = rowNames();
        return Array.from({ length: 256 }, (_, n): Case<Classify> => {
          // Bits 28 to 26 are 100; the eight around them take every value, the rest is drawn.
          const w = ((n >> 5) * 2 ** 29 + 2 ** 28 + (n & 31) * 2 ** 21 + draw.bits(21)) >>> 0;
          return { args: [w], want: reference(w) };
        });
      },
    },
    {
      title: "agrees with the table on random words",
      cases: (draw) => {
        const reference = rowNames();
        return draw.times(1000, (): Case<Classify> => {
          const w = ((draw.word() & ~0x1c000000) | 0x10000000) >>> 0;
          return { args: [w], want: reference(w) };
        });
      },
    },
  ],
};

const casesOf = (rows: readonly (readonly [word: number, name: string, why: string])[]): Case<Classify>[] =>
  rows.map(([w, want, why]) => ({ args: [w], want, why }));

/** The table's own answer: a decoder of this one group. */
function rowNames(): Classify {
  const decoder = new Decoder(standardParts, { "Data processing -- immediate": DP_IMMEDIATE });
  return (w) => {
    const decoded = decoder.decode(w);
    return "row" in decoded ? decoded.row.name : undefined;
  };
}

/** 1 00 100010 0 0: as the manual draws them. */
function boxes(w: number): string {
  const text = bits(w >>> 21, 11).slice(2);
  return [[0, 1], [1, 3], [3, 9], [9, 10], [10, 11]].map(([from, to]) => text.slice(from, to)).join(" ");
}
