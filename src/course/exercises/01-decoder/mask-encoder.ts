import { type LogicalImmediate, decodeLogicalImmediate, encodeLogicalImmediate as ours } from "../../../machine/decoder/logical-immediate";
import type { DecoderParts } from "../../../machine/decoder/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { bits, register } from "../notation";
import { showPlain } from "../plain";

type Encode = DecoderParts["encodeLogicalImmediate"];

/** What LLVM 14 makes of AND with each of these. */
const FROM_LLVM: readonly Case<Encode>[] = [
  { args: [0xffn, 64],                  want: { N: 1, immr: 0,  imms: 0b000111 }, why: "AND X0, X1, #0xff is 0x92401c20" },
  { args: [0x000f_000f_000f_000fn, 64], want: { N: 0, immr: 0,  imms: 0b100011 }, why: "AND X1, X2, #0xf000f000f000f is 0x92008c41" },
  { args: [0x5555_5555_5555_5555n, 64], want: { N: 0, immr: 0,  imms: 0b111100 }, why: "AND X0, X1, #0x5555555555555555 is 0x9200f020" },
  { args: [0xffff_ffff_ffff_f000n, 64], want: { N: 1, immr: 52, imms: 0b110011 }, why: "AND X0, X1, #0xfffffffffffff000 is 0x9274cc20" },
  { args: [0xffff_ffff_ffff_ffefn, 64], want: { N: 1, immr: 59, imms: 0b111110 }, why: "AND X0, X1, #0xffffffffffffffef is 0x927bf820" },
  { args: [0x8000_0000_0000_0001n, 64], want: { N: 1, immr: 1,  imms: 0b000001 }, why: "AND X0, X1, #0x8000000000000001 is 0x92410420" },
  { args: [0xe7e7_e7e7_e7e7_e7e7n, 64], want: { N: 0, immr: 3,  imms: 0b110101 }, why: "AND X0, X1, #0xe7e7e7e7e7e7e7e7 is 0x9203d420" },
  { args: [0xffff_ffffn, 64],           want: { N: 1, immr: 0,  imms: 0b011111 }, why: "AND X0, X1, #0xffffffff is 0x92407c20" },
  { args: [0xaaaa_aaaan, 32],           want: { N: 0, immr: 1,  imms: 0b111100 }, why: "AND W0, W1, #0xaaaaaaaa is 0x1201f020" },
  { args: [0x8000_0001n, 32],           want: { N: 0, immr: 1,  imms: 0b000001 }, why: "AND W0, W1, #0x80000001 is 0x12010420" },
];

const NO_MASKS: readonly Case<Encode>[] = [
  { args: [0n, 64],                     want: undefined, why: "no ones" },
  { args: [0xffff_ffff_ffff_ffffn, 64], want: undefined, why: "no zeros" },
  { args: [0xffff_ffffn, 32],           want: undefined, why: "no zeros in 32 bits" },
  { args: [0x1234n, 64],                want: undefined, why: "three runs" },
  { args: [0x5n, 64],                   want: undefined, why: "two runs in a cell of 64" },
  { args: [0x000f_000f_000f_000en, 64], want: undefined, why: "nearly repeated" },
  { args: [0x8000_0001n, 64],           want: undefined, why: "goes around the end of 32 bits, not of 64" },
  { args: [0x1_0000_0000n, 32],         want: undefined, why: "does not fit in 32 bits" },
  { args: [0xff_0000_00ffn, 32],        want: undefined, why: "does not fit in 32 bits, whatever its low half looks like" },
  { args: [-2n, 64],                    want: undefined, why: "no 64 bits are negative" },
];

export const maskEncoder: Trial<Encode> = {
  show: {
    call: (value, width) => `encodeLogicalImmediate(${register(value, width)}, ${width})`,
    answer: (answer) => (answer === undefined ? "undefined (no mask)" : fieldsText(answer)),
  },
  properties: [
    { title: "encodes masks as LLVM does", cases: () => FROM_LLVM },
    { title: "knows what is no mask", cases: () => NO_MASKS },
    { title: "finds the shortest and longest runs of every cell", cases: () => endsOfEveryCell() },
    { title: "agrees with the reference on random masks", cases: (draw) => draw.times(120, () => caseOf(drawMask(draw))) },
    { title: "is not fooled by a mask with one bit changed", cases: (draw) => draw.times(60, () => caseOf(spoilt(drawMask(draw), draw))) },
  ],
};

type Mask = readonly [value: bigint, width: 32 | 64];

const caseOf = (args: Mask): Case<Encode> => ({ args, want: ours(...args) });

/** In every cell, the runs of one bit and of all but one, rotated by nothing, by one, and as far as it goes. */
function endsOfEveryCell(): Case<Encode>[] {
  const cases: Case<Encode>[] = [];
  for (const width of [64, 32] as const) {
    for (let cell: number = width; cell >= 2; cell /= 2) {
      for (const run of new Set([1, cell - 1])) {
        for (const immr of new Set([0, 1, cell - 1])) cases.push(caseOf([maskOf(cell, run, immr, width), width]));
      }
    }
  }
  return cases;
}

function drawMask(draw: Draw): Mask {
  const width = draw.pick([32, 64, 64] as const);
  const cell = draw.pick([2, 4, 8, 16, 32, 64].filter((size) => size <= width));
  return [maskOf(cell, draw.between(1, cell - 1), draw.below(cell), width), width];
}

function maskOf(cell: number, run: number, immr: number, width: 32 | 64): bigint {
  const imms = cell === 64 ? run - 1 : (64 - 2 * cell) | (run - 1);
  return decodeLogicalImmediate(cell === 64 ? 1 : 0, immr, imms, width)!;
}

const spoilt = ([value, width]: Mask, draw: Draw): Mask => [value ^ (1n << BigInt(draw.below(width))), width];

function fieldsText({ N, immr, imms, ...rest }: LogicalImmediate): string {
  const more = Object.keys(rest).length === 0 ? "" : ` and ${showPlain(rest)}`;
  return `N=${N} immr=${bits(immr, 6)} imms=${bits(imms, 6)}${more}`;
}
