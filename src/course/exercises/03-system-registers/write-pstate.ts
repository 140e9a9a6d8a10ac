import type { SystemParts } from "../../../machine/sysregs/parts";
import type { Pstate } from "../../../machine/sysregs/pstate";
import { writePstate as ours } from "../../../machine/sysregs/pstate-write";
import type { Case, Trial } from "../exercise";
import { hex, pstateText } from "./notation";
import { drawPstate } from "./pstates";

type WritePstate = SystemParts["writePstate"];

const UAO = { op1: 0, op2: 3 };
const PAN = { op1: 0, op2: 4 };
const SPSEL = { op1: 0, op2: 5 };
const DAIFSET = { op1: 3, op2: 6 };
const DAIFCLR = { op1: 3, op2: 7 };

/** What QEMU 7.2 has in SPSR_EL1 when the next instruction is Undefined. */
const AT_EL1: readonly Case<WritePstate>[] = [
  { args: [0x3c5, SPSEL, 0, 0],       want: 0x3c4,      why: "msr spsel, #0" },
  { args: [0x3c4, SPSEL, 1, 0],       want: 0x3c5,      why: "msr spsel, #1" },
  { args: [0x5, DAIFSET, 0b1111, 0],  want: 0x3c5,      why: "msr daifset, #15" },
  { args: [0x5, DAIFSET, 0b1000, 0],  want: 0x205,      why: "msr daifset, #8: D is the uppermost" },
  { args: [0x3c5, DAIFSET, 0b10, 0],  want: 0x3c5,      why: "msr daifset, #2: I was set already" },
  { args: [0x3c5, DAIFCLR, 15, 0],    want: 0x5,        why: "msr daifclr, #15" },
  { args: [0x3c4, DAIFCLR, 0b101, 0], want: 0x284,      why: "msr daifclr, #5: A and F" },
  { args: [0x3c5, PAN, 1, 0],         want: 0x40_03c5,  why: "msr pan, #1" },
  { args: [0x40_0005, PAN, 0, 0],     want: 0x5,        why: "msr pan, #0" },
  { args: [0x3c4, UAO, 1, 0],         want: 0x80_03c4,  why: "msr uao, #1" },
  { args: [0x80_0005, PAN, 1, 0],     want: 0xc0_0005,  why: "msr pan, #1: UAO stays" },
];

const ONE_BIT: readonly Case<WritePstate>[] = [
  { args: [0x4, SPSEL, 3, 0],         want: 0x5,        why: "QEMU: bit 0 of 3 is 1" },
  { args: [0x5, SPSEL, 2, 0],         want: 0x4,        why: "QEMU: bit 0 of 2 is 0" },
  { args: [0x40_0005, PAN, 14, 0],    want: 0x5,        why: "bit 0 of 14 is 0" },
  { args: [0x5, UAO, 15, 0],          want: 0x80_0005,  why: "bit 0 of 15 is 1" },
];

/** What QEMU 7.2 has in ESR_EL1: EC 0x00 is undefined, EC 0x18 trapped. */
const AT_EL0: readonly Case<WritePstate>[] = [
  { args: [0x0, DAIFSET, 1, 0],       want: "trapped",   why: "msr daifset, #1, where UMA is 0" },
  { args: [0x3c0, DAIFCLR, 15, 0],    want: "trapped",   why: "msr daifclr, #15, where UMA is 0" },
  { args: [0x0, DAIFSET, 1, 1],       want: 0x40,        why: "msr daifset, #1, where UMA is 1" },
  { args: [0x3c0, DAIFCLR, 5, 1],     want: 0x280,       why: "msr daifclr, #5, where UMA is 1" },
  { args: [0x3c0, SPSEL, 0, 0],       want: "undefined", why: "msr spsel, #0" },
  { args: [0x3c0, SPSEL, 1, 1],       want: "undefined", why: "msr spsel, #1: UMA is about DAIF only" },
  { args: [0x3c0, PAN, 1, 1],         want: "undefined", why: "msr pan, #1" },
  { args: [0x3c0, UAO, 0, 0],         want: "undefined", why: "msr uao, #0: even if it would change nothing" },
];

const NO_FIELDS = [[0, 0], [0, 2], [0, 6], [0, 7], [1, 3], [1, 5], [2, 7], [3, 0], [3, 3], [3, 4], [3, 5], [4, 6], [7, 7]] as const;

const noField = (pstate: Pstate, uma: number): Case<WritePstate>[] => NO_FIELDS.map(([op1, op2]) =>
  ({ args: [pstate, { op1, op2 }, 1, uma], want: "undefined", why: "no field of our PSTATE has these numbers" }));

export const writePstate: Trial<WritePstate> = {
  show: {
    call: (pstate, { op1, op2 }, imm, uma) => `writePstate(${hex(pstate)}, { op1: ${op1}, op2: ${op2} }, ${imm}, ${uma})`,
    answer: (answer) => (typeof answer === "number" ? pstateText(answer) : answer),
  },
  properties: [
    { title: "does what QEMU does at EL1", cases: () => AT_EL1 },
    { title: "looks at one bit, where there is one to write", cases: () => ONE_BIT },
    { title: "stops EL0 as QEMU does", cases: () => AT_EL0 },
    { title: "knows no other fields", cases: () => [...noField(0x3c5, 1), ...noField(0x3c0, 0)] },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<WritePstate> => {
        const field = draw.pick([UAO, PAN, SPSEL, DAIFSET, DAIFCLR, { op1: draw.bits(3), op2: draw.bits(3) }]);
        const pstate: Pstate = drawPstate(draw) | (draw.bits(2) << 20);
        const args = [pstate, field, draw.bits(4), draw.bits(1)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
