import type { Cause } from "../../../machine/cpu/exception";
import { preferredReturn as ours } from "../../../machine/exceptions/entry";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import type { Case, Trial } from "../exercise";
import { address, causeText } from "./notation";

type PreferredReturn = ExceptionParts["preferredReturn"];

/** Where the instruction is, where the CPU stands then, and ELR_EL1 as QEMU 7.2's Neoverse N1 has it. */
const FROM_QEMU: readonly Case<PreferredReturn>[] = [
  { args: [{ kind: "SVC", imm16: 42 }, 0x4028_01f0n],   want: 0x4028_01f0n, why: "svc #42 at 0x4028_01ec" },
  { args: [{ kind: "BRK", imm16: 7 }, 0x4028_01fcn],    want: 0x4028_01fcn, why: "brk #7 at 0x4028_01fc: it is not completed" },
  { args: [{ kind: "HVC", imm16: 0 }, 0x4028_0204n],    want: 0x4028_0200n, why: "hvc #0 at 0x4028_0200" },
  { args: [{ kind: "SMC", imm16: 0 }, 0x4008_0204n],    want: 0x4008_0204n, why: "smc #0 at 0x4008_0204: not even begun" },
  { args: [{ kind: "undefined", word: 0 }, 0x4008_0208n], want: 0x4008_0208n, why: "udf #0 at 0x4008_0208" },
  { args: [{ kind: "data abort", address: 0x40a0_0000n, write: false, fault: { kind: "translation", level: 2 } }, 0x4008_023cn],
    want: 0x4008_023cn, why: "a load at 0x4008_023c: it will be executed again" },
  { args: [{ kind: "PC alignment", address: 0x4008_0002n }, 0x4008_0002n], want: 0x4008_0002n, why: "an odd PC stays odd" },
  { args: [{ kind: "instruction abort", address: 0x40a0_0000n, fault: { kind: "translation", level: 2 } }, 0x40a0_0000n],
    want: 0x40a0_0000n, why: "what cannot be fetched is where it is" },
];

const OTHERS: readonly Cause[] = [
  { kind: "IRQ" }, { kind: "FIQ" }, { kind: "SError" }, { kind: "software step", exclusive: false }, { kind: "illegal state" }, { kind: "SP alignment" },
  { kind: "trapped access", word: 0xd53b_e045 }, { kind: "trapped FP", word: 0x1e6e_1000 }, { kind: "trapped wait", word: 0xd503_207f }, { kind: "HLT", imm16: 3 },
  { kind: "breakpoint", address: 0x4008_1000n }, { kind: "watchpoint", address: 0x5000n, write: true }, { kind: "SVC", imm16: 0 }, { kind: "HVC", imm16: 4 },
];

const AT_THE_END: readonly Case<PreferredReturn>[] = [
  { args: [{ kind: "HVC", imm16: 0 }, 0n], want: 0xffff_ffff_ffff_fffcn, why: "it was the last word there is" },
  { args: [{ kind: "SVC", imm16: 0 }, 0n], want: 0n,                     why: "and behind the last is the first" },
  { args: [{ kind: "IRQ" }, 0n],           want: 0n },
];

export const preferredReturn: Trial<PreferredReturn> = {
  show: {
    call: (cause, pc) => `preferredReturn(${causeText(cause)}), the CPU being at ${address(pc)}`,
    answer: (answer) => address(answer),
  },
  properties: [
    { title: "goes back where QEMU goes back", cases: () => FROM_QEMU },
    { title: "knows the last address there is", cases: () => AT_THE_END },
    {
      title: "agrees with the reference on every cause",
      cases: (draw) => draw.times(8, () => draw.shuffle(OTHERS)).flat().map((cause): Case<PreferredReturn> => {
        const args = [cause, draw.bigBits(62) << 2n] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
