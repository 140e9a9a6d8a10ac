import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { vectorOf as ours } from "../../../machine/exceptions/vector";
import { pstateText } from "../03-system-registers/notation";
import { drawPstate } from "../03-system-registers/pstates";
import type { Case, Trial } from "../exercise";
import { address } from "./notation";

type VectorOf = ExceptionParts["vectorOf"];

const KINDS = ["synchronous", "IRQ", "FIQ", "SError"] as const;

/** Arm ARM, "Exception vectors"; the places of the first column are also where QEMU 7.2 goes. */
const PLACES = [
  // from             PSTATE   synchronous  IRQ     FIQ     SError
  ["EL1, on SP_EL0",  0x004,   0x000n,      0x080n, 0x100n, 0x180n],
  ["EL1, on SP_EL1",  0x3c5,   0x200n,      0x280n, 0x300n, 0x380n],
  ["EL0",             0x000,   0x400n,      0x480n, 0x500n, 0x580n],
] as const;

const VBAR = 0xffff_ffc0_1000_0800n;

const TABLE: readonly Case<VectorOf>[] = PLACES.flatMap(([from, pstate, ...places]) =>
  KINDS.map((kind, i): Case<VectorOf> => ({ args: [VBAR, pstate, kind], want: VBAR + places[i]!, why: `from ${from}` })));

const TELLING: readonly Case<VectorOf>[] = [
  { args: [0n, 0x3c0, "synchronous"],            want: 0x400n,       why: "from EL0, with everything masked" },
  { args: [0n, 0xf0_03c0, "IRQ"],                want: 0x480n,       why: "from EL0, with everything else set" },
  { args: [0n, 0xf0_03c4, "FIQ"],                want: 0x100n,       why: "from EL1, on SP_EL0, with everything else set" },
  { args: [0n, 0x5, "SError"],                   want: 0x380n,       why: "from EL1, on SP_EL1, with nothing else set" },
  { args: [0x4008_07ffn, 0x3c0, "synchronous"],  want: 0x4008_0400n, why: "the low eleven bits of VBAR_EL1 do not count" },
  { args: [0x4008_0080n, 0x5, "synchronous"],    want: 0x4008_0200n, why: "the low eleven bits of VBAR_EL1 do not count" },
  { args: [0xffff_ffff_ffff_ffffn, 0x0, "SError"], want: 0xffff_ffff_ffff_fd80n, why: "the last table there is" },
];

export const vector: Trial<VectorOf> = {
  show: {
    call: (vbar, pstate, kind) => `vectorOf(${address(vbar)}, ${pstateText(pstate)}, "${kind}")`,
    answer: (answer) => address(answer),
  },
  properties: [
    { title: "knows twelve doors", cases: () => TABLE },
    { title: "looks at the level and at the stack pointer, and at nothing else", cases: () => TELLING },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<VectorOf> => {
        const args = [draw.bigBits(64), drawPstate(draw) | (draw.bits(2) << 20), draw.pick(KINDS)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
