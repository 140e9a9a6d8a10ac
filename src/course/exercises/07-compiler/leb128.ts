import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { CompilerQuestions } from "./questions";

type Leb128 = CompilerQuestions["leb128"];
type Row = readonly [value: number, bytes: string, why: string];

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.split(" "), (byte) => parseInt(byte, 16));

const casesOf = (rows: readonly Row[], isSigned: boolean): Case<Leb128>[] =>
  rows.map(([value, bytes, why]) => ({ args: [value, isSigned], want: bytesOf(bytes), why }));

/** DWARF 4, figures 22 and 23, and what is next to them. */
const UNSIGNED: readonly Row[] = [
  [2,      "02",       "the standard's own example"],
  [127,    "7f",       "the standard's own example: seven bits"],
  [128,    "80 01",    "the standard's own example: one more"],
  [129,    "81 01",    "the standard's own example"],
  [130,    "82 01",    "the standard's own example"],
  [12857,  "b9 64",    "the standard's own example"],
  [0,      "00",       "nothing is a byte too"],
  [16384,  "80 80 01", "fifteen bits"],
  [2 ** 32, "80 80 80 80 10", "33 bits"],
  [2 ** 53 - 1, "ff ff ff ff ff ff ff 0f", "53 bits"],
];

const SIGNED: readonly Row[] = [
  [2,      "02",       "the standard's own example"],
  [-2,     "7e",       "the standard's own example"],
  [127,    "ff 00",    "the standard's own example: bit 6 would be a sign"],
  [-127,   "81 7f",    "the standard's own example"],
  [128,    "80 01",    "the standard's own example"],
  [-128,   "80 7f",    "the standard's own example"],
  [129,    "81 01",    "the standard's own example"],
  [-129,   "ff 7e",    "the standard's own example"],
  [0,      "00",       "nothing is a byte too"],
  [-1,     "7f",       "ones all the way up"],
  [63,     "3f",       "the most of one byte"],
  [64,     "c0 00",    "one more"],
  [-64,    "40",       "the least of one byte"],
  [-65,    "bf 7f",    "one less"],
  [-(2 ** 32), "80 80 80 80 70", "33 bits"],
  [-(2 ** 53) + 1, "81 80 80 80 80 80 80 70", "54 bits, with the sign"],
];

/** By digits of base 128, least first. */
function reference(value: number, isSigned: boolean): Uint8Array {
  for (let count = 1; ; count++) {
    const room = 128n ** BigInt(count);
    const big = BigInt(value);
    const fits = isSigned ? big >= -room / 2n && big < room / 2n : big < room;
    if (!fits) continue;
    const digits = ((big % room) + room) % room;
    return Uint8Array.from({ length: count }, (_, i) => Number((digits >> BigInt(7 * i)) % 128n) + (i === count - 1 ? 0 : 128));
  }
}

function drawCase(draw: Draw): Case<Leb128> {
  const isSigned = draw.bits(1) === 1;
  const size = draw.between(1, 53);
  const value = Number(draw.bigBits(size)) + draw.pick([0, 0, draw.below(2)]);
  const safe = Math.min(value, Number.MAX_SAFE_INTEGER);
  const args = [isSigned && safe !== 0 && draw.bits(1) === 1 ? -safe : safe, isSigned] as const;
  return { args, want: reference(...args) };
}

export const leb128: Trial<Leb128> = {
  show: { call: (value, isSigned) => `leb128(${value}, ${isSigned})`, answer: showPlain },
  properties: [
    { title: "writes numbers from 0", cases: () => casesOf(UNSIGNED, false) },
    { title: "writes numbers with a sign", cases: () => casesOf(SIGNED, true) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(600, () => drawCase(draw)) },
  ],
};
