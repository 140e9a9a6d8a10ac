import type { DecoderParts } from "../../../machine/decoder/parts";
import { signExtend as ours } from "../../../machine/decoder/sign-extend";
import type { Case, Trial } from "../exercise";
import { bits, word } from "../notation";

type SignExtend = DecoderParts["signExtend"];

/** Fields of words that LLVM 14 assembles; where the distance counts words, it is given in words. */
const FROM_LLVM: readonly Case<SignExtend>[] = [
  { args: [0x0007ffff, 19], want: -1,      why: "CBNZ W2, #-4 is 0x35ffffe2: imm19 says one word back" },
  { args: [0x00000002, 26], want: 2,       why: "B #8 is 0x14000002: imm26 says two words forward" },
  { args: [0x03ffffff, 26], want: -1,      why: "B #-4 is 0x17ffffff: imm26 says one word back" },
  { args: [0x00000100, 9],  want: -256,    why: "LDUR X0, [X1, #-256] is 0xf8500020: the lowest that imm9 can say" },
  { args: [0x000000ff, 9],  want: 255,     why: "the highest that imm9 can say" },
  { args: [0x0000007e, 7],  want: -2,      why: "LDP X0, X1, [SP, #-16]! is 0xa9ff07e0: imm7 counts doublewords" },
  { args: [0x00002000, 14], want: -8192,   why: "TBZ W0, #3, #-32768 is 0x361c0000: the lowest that imm14 can say" },
  { args: [0x00040000, 19], want: -262144, why: "LDRSW X0, #-1048576 is 0x98800000: the lowest that imm19 can say" },
];

const EDGES: readonly Case<SignExtend>[] = [
  { args: [0, 1],           want: 0 },
  { args: [1, 1],           want: -1,          why: "of one bit, the one bit counts -1" },
  { args: [0xffffffff, 32], want: -1,          why: "32 bits, all of them ones" },
  { args: [0x80000000, 32], want: -0x80000000, why: "32 bits, and only the sign" },
  { args: [0x7fffffff, 32], want: 0x7fffffff },
  { args: [0x80000000, 31], want: 0,           why: "bit 31 stands above 31 bits" },
  { args: [0x40000000, 31], want: -0x40000000 },
];

const ABOVE: readonly Case<SignExtend>[] = [
  { args: [0xffffffe2, 5], want: 2,  why: "the low five bits are 00010" },
  { args: [0x913ffc41, 6], want: 1,  why: "the low six bits are 000001" },
  { args: [0x0000001f, 4], want: -1, why: "the low four bits are 1111" },
  { args: [0x00000010, 4], want: 0,  why: "the low four bits are 0000" },
];

export const signExtend: Trial<SignExtend> = {
  show: {
    call: (value, width) => `signExtend(${word(value)}, ${width}), the low bits ${bits(value % 2 ** width, width)}`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "reads signed fields of instructions", cases: () => FROM_LLVM },
    { title: "reads one bit, and all 32", cases: () => EDGES },
    { title: "ignores what stands above the field", cases: () => ABOVE },
    {
      title: "agrees with the reference at both ends of every width",
      cases: () => Array.from({ length: 32 }, (_, i) => i + 1).flatMap((width) =>
        [0, 2 ** (width - 1) - 1, 2 ** (width - 1), 2 ** width - 1].map((value): Case<SignExtend> =>
          ({ args: [value, width], want: ours(value, width) }))),
    },
    {
      title: "agrees with the reference on random words",
      cases: (draw) => draw.times(500, (): Case<SignExtend> => {
        const value = draw.word();
        const width = draw.between(1, 32);
        return { args: [value, width], want: ours(value, width) };
      }),
    },
  ],
};
