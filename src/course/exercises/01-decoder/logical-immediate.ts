import { decodeLogicalImmediate as ours } from "../../../machine/decoder/logical-immediate";
import type { DecoderParts } from "../../../machine/decoder/parts";
import type { Case, Trial } from "../exercise";
import { bits, register } from "../notation";

type Decode = DecoderParts["decodeLogicalImmediate"];

/** N, immr and imms of words that LLVM 14 assembles, and the mask that was assembled. */
const FROM_LLVM: readonly Case<Decode>[] = [
  { args: [1, 0, 0b000111, 64],  want: 0xffn,                  why: "AND X0, X1, #0xff is 0x92401c20: eight ones in a cell of 64" },
  { args: [0, 0, 0b100011, 64],  want: 0x000f_000f_000f_000fn, why: "AND X1, X2, #0xf000f000f000f is 0x92008c41: four ones in cells of 16" },
  { args: [0, 0, 0b111100, 64],  want: 0x5555_5555_5555_5555n, why: "AND X0, X1, #0x5555555555555555 is 0x9200f020: a one in cells of 2" },
  { args: [1, 1, 0b000000, 64],  want: 0x8000_0000_0000_0000n, why: "AND X0, X1, #0x8000000000000000 is 0x92410020: bit 0, rotated right by one" },
  { args: [1, 52, 0b110011, 64], want: 0xffff_ffff_ffff_f000n, why: "AND X0, X1, #0xfffffffffffff000 is 0x9274cc20: 52 ones, rotated right by 52" },
  { args: [1, 59, 0b111110, 64], want: 0xffff_ffff_ffff_ffefn, why: "AND X0, X1, #0xffffffffffffffef is 0x927bf820: the run goes around the end" },
  { args: [0, 3, 0b110101, 64],  want: 0xe7e7_e7e7_e7e7_e7e7n, why: "AND X0, X1, #0xe7e7e7e7e7e7e7e7 is 0x9203d420: six ones in cells of 8, rotated" },
  { args: [0, 1, 0b111100, 32],  want: 0xaaaa_aaaan,           why: "AND W0, W1, #0xaaaaaaaa is 0x1201f020: a W register has 32 bits" },
  { args: [0, 1, 0b000001, 32],  want: 0x8000_0001n,           why: "AND W0, W1, #0x80000001 is 0x12010420: around the end of a cell of 32" },
];

const RESERVED: readonly Case<Decode>[] = [
  { args: [1, 0, 0b111111, 64], want: undefined, why: "64 ones in a cell of 64" },
  { args: [0, 0, 0b011111, 64], want: undefined, why: "32 ones in a cell of 32" },
  { args: [0, 5, 0b101111, 64], want: undefined, why: "16 ones in a cell of 16, and no rotation helps" },
  { args: [0, 0, 0b111101, 64], want: undefined, why: "2 ones in a cell of 2" },
  { args: [0, 0, 0b111110, 64], want: undefined, why: "a cell of one bit" },
  { args: [0, 0, 0b111111, 64], want: undefined, why: "no zero in imms: no cell at all" },
  { args: [1, 0, 0b000000, 32], want: undefined, why: "a cell of 64 does not fit in a W register" },
];

const IDLE: readonly Case<Decode>[] = [
  { args: [0, 0b110000, 0b100011, 64], want: 0x000f_000f_000f_000fn, why: "in a cell of 16 only the low four bits of immr count" },
  { args: [0, 0b111110, 0b111100, 64], want: 0x5555_5555_5555_5555n, why: "in a cell of 2 only the lowest bit of immr counts" },
  { args: [0, 0b100001, 0b000000, 32], want: 0x8000_0000n,           why: "in a cell of 32 the top bit of immr does not count" },
];

export const logicalImmediate: Trial<Decode> = {
  show: {
    call: (N, immr, imms, width) => `decodeLogicalImmediate(${N}, ${immr}, ${imms}, ${width}): N=${N} immr=${bits(immr, 6)} imms=${bits(imms, 6)}`,
    answer: (answer, _N, _immr, _imms, width) => (answer === undefined ? "undefined (reserved)" : register(answer, width)),
  },
  properties: [
    { title: "decodes the masks that LLVM assembles", cases: () => FROM_LLVM },
    { title: "refuses what is reserved", cases: () => RESERVED },
    { title: "ignores the bits of immr that a small cell has no use for", cases: () => IDLE },
    {
      title: "agrees with the reference on every N and imms",
      cases: () => everyNAndImms().map(([N, imms, width]): Case<Decode> => ({ args: [N, 1, imms, width], want: ours(N, 1, imms, width) })),
    },
    {
      title: "agrees with the reference on random encodings",
      cases: (draw) => draw.times(1500, (): Case<Decode> => {
        const args = [draw.bits(1), draw.bits(6), draw.bits(6), draw.pick([32, 64] as const)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function everyNAndImms(): [N: number, imms: number, width: 32 | 64][] {
  const cases: [number, number, 32 | 64][] = [];
  for (const width of [64, 32] as const) for (const N of [0, 1]) for (let imms = 0; imms < 64; imms++) cases.push([N, imms, width]);
  return cases;
}
