import type { Size } from "../../../machine/cpu/operations";
import type { CpuParts } from "../../../machine/cpu/parts";
import { saturate as ours } from "../../../machine/cpu/saturate";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";

type Saturate = CpuParts["saturate"];

/** What QEMU 7.2 leaves in the register, and in FPSR.QC. */
const FROM_QEMU = [
  // signed  size  integer           bits                      QC     the instruction
  [true,     8,    200n,             0x7fn,                    true,  "sqxtn b1, h0 of 200"],
  [true,     8,    127n,             0x7fn,                    false, "sqxtn b1, h0 of 127: it fits"],
  [true,     8,    128n,             0x7fn,                    true,  "sqxtn b1, h0 of 128: by one too many"],
  [true,     8,    -128n,            0x80n,                    false, "sqxtn b1, h0 of -128: it fits"],
  [true,     8,    -129n,            0x80n,                    true,  "sqxtn b1, h0 of -129"],
  [false,    8,    270n,             0xffn,                    true,  "uqadd b2, b0, b1 of 250 and 20: white stays white"],
  [false,    8,    255n,             0xffn,                    false, "uqxtn b1, h0 of 255"],
  [false,    8,    256n,             0xffn,                    true,  "uqxtn b1, h0 of 256"],
  [false,    8,    -230n,            0n,                       true,  "uqsub b2, b0, b1 of 20 and 250: black stays black"],
  [false,    8,    -1n,              0n,                       true,  "sqxtun b1, h0 of -1"],
  [false,    8,    300n,             0xffn,                    true,  "sqxtun b1, h0 of 300"],
  [true,     16,   0x8000n,          0x7fffn,                  true,  "sqdmulh h2, h0, h1 of -1 and -1, as fractions"],
  [true,     16,   0x7fffn,          0x7fffn,                  false, "sqadd h2, h0, h1 of 0x7ff0 and 0xf"],
  [true,     16,   -0x8000n,         0x8000n,                  false, "sqxtn h1, s0 of -0x8000"],
  [true,     32,   0x8000_0000n,     0x7fff_ffffn,             true,  "sqxtn s1, d0 of 2^31"],
  [true,     32,   -0x8000_0001n,    0x8000_0000n,             true,  "sqxtn s1, d0 of -2^31 - 1"],
  [false,    32,   -(2n ** 63n),     0n,                       true,  "sqxtun s1, d0 of -2^63"],
  [true,     64,   2n ** 63n,        0x7fff_ffff_ffff_ffffn,   true,  "sqadd d2, d0, d1 of 2^63 - 1 and 1"],
  [true,     64,   -(2n ** 63n) - 1n, 0x8000_0000_0000_0000n,  true,  "sqsub d2, d0, d1 of -2^63 and 1"],
  [false,    64,   2n ** 64n,        0xffff_ffff_ffff_ffffn,   true,  "uqadd d2, d0, d1 of 2^64 - 1 and 1"],
  [false,    64,   -1n,              0n,                       true,  "uqsub d2, d0, d1 of 0 and 1"],
] as const;

const SIZES: readonly Size[] = [8, 16, 32, 64];

export const saturate: Trial<Saturate> = {
  show: {
    call: (signed, size, integer) => `saturate(${signed}, ${size}, ${integer}n)`,
    answer: ({ value, saturated }, _signed, size) => `${register(value, size)}, ${saturated ? "saturated" : "not saturated"}`,
  },
  properties: [
    {
      title: "does what QEMU does",
      cases: () => FROM_QEMU.map(([signed, size, integer, value, saturated, why]): Case<Saturate> =>
        ({ args: [signed, size, integer], want: { value, saturated }, why })),
    },
    {
      title: "agrees with the reference at both ends of every size",
      cases: () => SIZES.flatMap((size) => [true, false].flatMap((signed) => {
        const ends = signed ? [-(1n << BigInt(size - 1)), 1n << BigInt(size - 1)] : [0n, 1n << BigInt(size)];
        return ends.flatMap((end) => [-2n, -1n, 0n, 1n].map((off): Case<Saturate> =>
          ({ args: [signed, size, end + off], want: ours(signed, size, end + off) })));
      })),
    },
    {
      title: "agrees with the reference on products of two lanes",
      cases: (draw) => draw.times(400, (): Case<Saturate> => {
        const size = draw.pick(SIZES);
        const integer = BigInt.asIntN(2 * size, draw.bigBits(2 * size)) >> BigInt(draw.below(2 * size));
        const args = [draw.bits(1) === 1, size, integer] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
