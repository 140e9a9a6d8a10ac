import { exceptionReturn as ours } from "../../../machine/exceptions/exception-return";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { flagsText } from "../02-cpu/notation";
import { hex, pstateText } from "../03-system-registers/notation";
import { drawPstate, EL1H, EL1T } from "../03-system-registers/pstates";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type ExceptionReturn = ExceptionParts["exceptionReturn"];

const caseOf = ([why, spsr, pstate, ss, then, nzcv]: readonly [string, number, number, 0 | 1, number, number]): Case<ExceptionReturn> =>
  ({ args: [spsr, pstate, ss], want: { pstate: then, nzcv }, why });

/** What QEMU 7.2 has behind ERET. */
const LEGAL = [
  // to                     SPSR_EL1     PSTATE     SS  PSTATE then  NZCV
  ["to EL0",                0x0000_0000, 0x3c5,     0,  0x00_0000,   0b0000],
  ["to EL1t",               0x0000_03c4, 0x3c5,     0,  0x00_03c4,   0b0000],
  ["to EL1h, with flags",   0xb0c0_03c5, 0x3c5,     0,  0xc0_03c5,   0b1011],
  ["to EL0, with IL",       0x0010_0000, 0x3c5,     0,  0x10_0000,   0b0000],
] as const;

const STEPPED = [
  ["to EL0, to be stepped", 0x0020_0000, 0x3c5,     1,  0x20_0000,   0b0000],
  ["SPSR_EL1.SS is not asked", 0x0020_0000, 0x3c5,  0,  0x00_0000,   0b0000],
  ["and neither is PSTATE.SS", 0x0000_0005, 0x20_0005, 0, 0x00_0005, 0b0000],
  ["bits that are no field", 0x0f0f_fc20, 0x3c5,    0,  0x00_0000,   0b0000],
] as const;

/** What QEMU 7.2 has in SPSR_EL1 behind the exception that follows. */
const ILLEGAL = [
  ["EL0 with SP = 1",       0x0000_03c1, 0x3c5,     0,  0x10_03c5,   0b0000],
  ["EL2t",                  0x0000_03c8, 0x3c5,     0,  0x10_03c5,   0b0000],
  ["EL2h: masks are taken over", 0x0000_01c9, 0x3c5, 0, 0x10_01c5,   0b0000],
  ["EL2h, from EL1t",       0x0000_01c9, 0x3c4,     0,  0x10_01c4,   0b0000],
  ["bit 1 is set",          0x0000_03c6, 0x3c5,     0,  0x10_03c5,   0b0000],
  ["flags are taken over",  0x4000_0e01, 0x3c5,     0,  0x10_0205,   0b0100],
] as const;

/** Arm ARM, "Illegal return events from AArch64 state". QEMU 7.2 errs on PAN; UAO is UNKNOWN, and here it stays. */
const ILLEGAL_BY_MANUAL = [
  ["AArch32",               0x0000_01d0, 0x3c5,     0,  0x10_01c5,   0b0000],
  ["PAN is SPSR_EL1's",     0x0040_01c9, 0x3c5,     0,  0x50_01c5,   0b0000],
  ["PAN is SPSR_EL1's: 0",  0x0000_01c9, 0x40_03c5, 0,  0x10_01c5,   0b0000],
  ["UAO is not",            0x0080_01c9, 0x3c5,     0,  0x10_01c5,   0b0000],
  ["UAO is as it was",      0x0000_01c9, 0x80_03c5, 0,  0x90_01c5,   0b0000],
  ["SS is ss",              0x0020_01c9, 0x3c5,     1,  0x30_01c5,   0b0000],
  ["SS is ss: 0",           0x0020_01c9, 0x20_03c5, 0,  0x10_01c5,   0b0000],
] as const;

export const exceptionReturn: Trial<ExceptionReturn> = {
  show: {
    call: (spsr, pstate, ss) => `exceptionReturn(${hex(spsr)}, ${pstateText(pstate)}, ${ss})`,
    answer: ({ pstate, nzcv }) => `PSTATE ${pstateText(pstate)}, NZCV ${flagsText(nzcv)}`,
  },
  properties: [
    { title: "returns where QEMU returns", cases: () => LEGAL.map(caseOf) },
    { title: "leaves SS to `ss`, and the rest of SPSR_EL1 where it is", cases: () => STEPPED.map(caseOf) },
    { title: "returns by half where QEMU does", cases: () => ILLEGAL.map(caseOf) },
    { title: "does what the manual says of an illegal return", cases: () => ILLEGAL_BY_MANUAL.map(caseOf) },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<ExceptionReturn> => {
        const args = [drawSpsr(draw), drawPstate(draw, draw.pick([EL1T, EL1H])) | (draw.bits(1) << 21), draw.pick([0, 1] as const)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

/** Legal as often as not. */
function drawSpsr(draw: Draw): number {
  const m = draw.pick([0b00000, 0b00100, 0b00101, draw.bits(4), draw.bits(4), draw.bits(5)]);
  return ((draw.word() & ~31) | m) >>> 0;
}
