import { field as ours } from "../../../machine/decoder/field";
import type { DecoderParts } from "../../../machine/decoder/parts";
import type { Case, Trial } from "../exercise";
import { bits, word } from "../notation";

type Field = DecoderParts["field"];

/** Read off the encoding diagrams of the Arm ARM; the words are what LLVM 14 assembles. */
const FROM_THE_MANUAL: readonly Case<Field>[] = [
  { args: [0x91000420, 21, 10], want: 1,     why: "ADD X0, X1, #1: imm12 is 1" },
  { args: [0x91000420, 4, 0],   want: 0,     why: "ADD X0, X1, #1: Rd is 0" },
  { args: [0x91000420, 9, 5],   want: 1,     why: "ADD X0, X1, #1: Rn is 1" },
  { args: [0x91000420, 31, 31], want: 1,     why: "ADD X0, X1, #1: sf is 1, a field of one bit" },
  { args: [0x913ffc41, 21, 10], want: 0xfff, why: "ADD X1, X2, #4095: imm12 is 4095" },
  { args: [0xd503201f, 11, 5],  want: 0,     why: "NOP: CRm:op2 is 0" },
];

export const field: Trial<Field> = {
  show: {
    call: (w, hi, lo) => `field(${word(w)}, ${hi}, ${lo})`,
    answer: (answer, _word, hi, lo) => `${bits(answer, hi - lo + 1)} (${answer})`,
  },
  properties: [
    { title: "reads the fields of instructions", cases: () => FROM_THE_MANUAL },
    {
      title: "reads a field of 32 bits, unsigned",
      cases: () => [
        { args: [0xffffffff, 31, 0], want: 0xffffffff, why: "every bit, as an unsigned number" },
        { args: [0xd503201f, 31, 0], want: 0xd503201f, why: "every bit, as an unsigned number" },
        { args: [0x80000000, 31, 1], want: 0x40000000 },
      ],
    },
    {
      title: "agrees with the reference on random words",
      cases: (draw) => draw.times(500, (): Case<Field> => {
        const hi = draw.below(32);
        const lo = draw.between(0, hi);
        const w = draw.word();
        return { args: [w, hi, lo], want: ours(w, hi, lo) };
      }),
    },
  ],
};
