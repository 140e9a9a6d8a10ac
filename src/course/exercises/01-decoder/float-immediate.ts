import { decodeFloatImmediate as ours } from "../../../machine/decoder/float-immediate";
import type { DecoderParts } from "../../../machine/decoder/parts";
import type { Case, Trial } from "../exercise";
import { bits } from "../notation";

type Decode = DecoderParts["decodeFloatImmediate"];

/** As llvm-objdump 14 prints FMOV D0, #imm. */
const FROM_LLVM: readonly Case<Decode>[] = [
  { args: [0x70], want: 1,       why: "FMOV D0, #1.0 has imm8 = 0x70" },
  { args: [0x00], want: 2,       why: "imm8 = 0 is not zero: FMOV D0, #2.0" },
  { args: [0x60], want: 0.5,     why: "FMOV D0, #0.5 has imm8 = 0x60" },
  { args: [0x24], want: 10,      why: "FMOV D0, #10.0 has imm8 = 0x24" },
  { args: [0x40], want: 0.125,   why: "the smallest: eee = 100" },
  { args: [0x3f], want: 31,      why: "the largest: eee = 011, ffff = 1111" },
  { args: [0x7f], want: 1.9375,  why: "31/16" },
  { args: [0x80], want: -2,      why: "the sign is bit 7" },
  { args: [0xf0], want: -1,      why: "FMOV D0, #-1.0 has imm8 = 0xf0" },
  { args: [0xc0], want: -0.125 },
];

export const floatImmediate: Trial<Decode> = {
  show: {
    call: (imm8) => `decodeFloatImmediate(0x${imm8.toString(16).padStart(2, "0")}): s:eee:ffff = ${parts(imm8)}`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "decodes what LLVM prints", cases: () => FROM_LLVM },
    {
      title: "agrees with the reference on all 256",
      cases: () => Array.from({ length: 256 }, (_, imm8): Case<Decode> => ({ args: [imm8], want: ours(imm8) })),
    },
  ],
};

const parts = (imm8: number): string =>
  [bits(imm8 >> 7, 1), bits((imm8 >> 4) & 7, 3), bits(imm8 & 15, 4)].map((text) => text.slice(2)).join(":");
