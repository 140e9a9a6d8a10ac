import type { ShiftType, Size } from "../../../machine/cpu/operations";
import type { CpuParts } from "../../../machine/cpu/parts";
import { shift as ours } from "../../../machine/cpu/shift";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";

type Shift = CpuParts["shift"];

/** What QEMU 7.2 leaves in the register. */
const FROM_QEMU: readonly Case<Shift>[] = [
  { args: ["LSL", 64, 0x8000_0000_0000_0001n, 4n],  want: 0x10n,                    why: "lsl x0, x1, #4" },
  { args: ["LSR", 64, 0x8000_0000_0000_0001n, 4n],  want: 0x0800_0000_0000_0000n,   why: "lsr x0, x1, #4: zeros come in" },
  { args: ["ASR", 64, 0x8000_0000_0000_0001n, 4n],  want: 0xf800_0000_0000_0000n,   why: "asr x0, x1, #4: copies of the sign come in" },
  { args: ["ROR", 64, 0x8000_0000_0000_0001n, 4n],  want: 0x1800_0000_0000_0000n,   why: "ror x0, x1, #4: what goes out on the right comes in on the left" },
  { args: ["LSL", 32, 0x8000_0001n, 4n],            want: 0x10n,                    why: "lsl w0, w1, #4: bit 31 is the last" },
  { args: ["LSR", 32, 0x8000_0001n, 4n],            want: 0x0800_0000n,             why: "lsr w0, w1, #4" },
  { args: ["ASR", 32, 0x8000_0001n, 4n],            want: 0xf800_0000n,             why: "asr w0, w1, #4: the sign is bit 31" },
  { args: ["ROR", 32, 0x8000_0001n, 4n],            want: 0x1800_0000n,             why: "ror w0, w1, #4: around 32 bits" },
];

const ENDS: readonly Case<Shift>[] = [
  { args: ["ASR", 64, 0x8000_0000_0000_0000n, 63n], want: 0xffff_ffff_ffff_ffffn,   why: "QEMU: asr x0, x1, #63 of a negative number is all sign" },
  { args: ["ASR", 64, 0x7fff_ffff_ffff_ffffn, 63n], want: 0n,                       why: "QEMU: asr x0, x1, #63 of a positive one" },
  { args: ["ASR", 32, 0x8000_0000n, 31n],           want: 0xffff_ffffn,             why: "QEMU: asr w0, w1, #31" },
  { args: ["LSL", 64, 3n, 63n],                     want: 0x8000_0000_0000_0000n,   why: "QEMU: lsl x0, x1, #63" },
  { args: ["ROR", 64, 0x1234_5678_9abc_def0n, 0n],  want: 0x1234_5678_9abc_def0n,   why: "QEMU: ror x0, x1, #0" },
  { args: ["ROR", 32, 0x1234_5678n, 0n],            want: 0x1234_5678n,             why: "QEMU: ror w0, w1, #0" },
  { args: ["ROR", 64, 0x1234_5678_9abc_def0n, 63n], want: 0x2468_acf1_3579_bde0n,   why: "QEMU: ror x0, x1, #63 is one place to the left" },
  { args: ["ASR", 8, 0x80n, 7n],                    want: 0xffn,                    why: "a lane of 8 bits has its sign in bit 7" },
  { args: ["LSL", 16, 0xffffn, 15n],                want: 0x8000n,                  why: "a lane of 16 bits keeps to itself" },
];

const TYPES: readonly ShiftType[] = ["LSL", "LSR", "ASR", "ROR"];
const SIZES: readonly Size[] = [8, 16, 32, 64, 128];

export const shift: Trial<Shift> = {
  show: {
    call: (type, size, x, amount) => `shift("${type}", ${size}, ${register(x, size)}, ${amount})`,
    answer: (answer, _type, size) => register(answer, size),
  },
  properties: [
    { title: "does what QEMU does", cases: () => FROM_QEMU },
    { title: "goes from no place to all but one", cases: () => ENDS },
    {
      title: "agrees with the reference on every type and size",
      cases: (draw) => TYPES.flatMap((type) => SIZES.flatMap((size) => draw.times(25, (): Case<Shift> => {
        const args = [type, size, draw.bigBits(size), BigInt(draw.below(size))] as const;
        return { args, want: ours(...args) };
      }))),
    },
  ],
};
