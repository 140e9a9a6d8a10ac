/** The crash screen: which lines of it are read out of which register. src/unikernel/crash prints them, in this order. */
import type { Box, Drawing } from "../../compiler-drawings/drawing";

const high = 34;
const step = 50;
const top = 34;

interface Row {
  readonly register: string;
  readonly line: string;
  readonly asks: string;
  readonly look?: Box["look"];
}

const ROWS: readonly Row[] = [
  { register: "ESR_EL1", line: "data abort from EL1", asks: "what happened?" },
  { register: "FAR_EL1", line: "read of 0x18: the null page", asks: "at which address, and what is there?" },
  { register: "ELR_EL1", line: "at MemoryMeter.sample (file:line)", asks: "which instruction?", look: "strong" },
  { register: "X30, X29", line: "at printSamples ... at start", asks: "who called?", look: "strong" },
  { register: "SP", line: "SP is in the kernel's stack", asks: "on which stack, and how deep?" },
  { register: "X0 to X30", line: "X0 to X30, SP, PC", asks: "with which values?" },
  { register: "SPSR_EL1", line: "PSTATE: flags, masks, EL1t", asks: "in which state?" },
  { register: "TTBR0_EL1", line: "level 1, entry 0: invalid", asks: "why did the MMU refuse?" },
];

const strong = (look: Box["look"]): { look?: NonNullable<Box["look"]> } => (look === undefined ? {} : { look });

export const screen: Drawing = {
  says: "The lines of the crash screen, from top to bottom, and where each comes from: what happened from ESR_EL1, the address from FAR_EL1, the instruction from ELR_EL1, the callers from X30 and the chain in X29, the stack from SP, all registers, PSTATE from SPSR_EL1, and the walk from TTBR0_EL1 or TTBR1_EL1. All but the last are in the exception's frame.",
  tells: "Each line answers a question, and is read out of one register. All but the last are in the frame. Why is that one not?",
  wide: 690, high: top + ROWS.length * step + 8,
  boxes: ROWS.flatMap(({ register, line, look }, i) => [
    { x: 4, y: top + i * step, wide: 112, high, lines: [register], ...strong(look), ...(i === 0 && { head: "read from" }) },
    { x: 190, y: top + i * step, wide: 290, high, lines: [line], ...strong(look), ...(i === 0 && { head: "printed" }) },
  ]),
  arrows: ROWS.map((_, i) => ({ through: [[116, top + i * step + high / 2], [186, top + i * step + high / 2]] as const })),
  words: ROWS.map(({ asks }, i) => ({ x: 492, y: top + i * step + 22, look: "soft" as const, text: asks })),
};
