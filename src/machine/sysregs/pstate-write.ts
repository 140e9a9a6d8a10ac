// MSR (immediate): a field of PSTATE, written without a register (Arm ARM, "MSR (immediate)"). Four
// bits of the instruction are the value; op1 and op2 say which field.

import type { PstateField } from "../cpu/operations";
import { DAIF, levelOf, PAN, type Pstate, SP_ELX, UAO } from "./pstate";

/** "trapped": EL0 may mask interrupts only if SCTLR_EL1.UMA lets it. */
export type PstateWritten = Pstate | "undefined" | "trapped";

/** What `pstate` becomes. `uma` is SCTLR_EL1.UMA. */
export function writePstate(
  pstate: Pstate, { op1, op2 }: PstateField, imm: number, uma: number,
): PstateWritten {
  const isEl0 = levelOf(pstate) === 0;
  switch (`${op1} ${op2}`) {
    case "0 3": return isEl0 ? "undefined" : withBit(pstate, UAO, imm);
    case "0 4": return isEl0 ? "undefined" : withBit(pstate, PAN, imm);
    case "0 5": return isEl0 ? "undefined" : withBit(pstate, SP_ELX, imm);
    case "3 6": return isEl0 && uma === 0 ? "trapped" : pstate | (imm << 6); // DAIFSet
    case "3 7": return isEl0 && uma === 0 ? "trapped" : pstate & ~(imm << 6); // DAIFClr
    default: return "undefined";
  }
}

const withBit = (pstate: Pstate, bit: number, imm: number): Pstate =>
  (imm & 1) === 0 ? pstate & ~bit : pstate | bit;

/** PSTATE.D, A, I and F in bits 9 to 6, where MRS shows them too. */
export const daifOf = (pstate: Pstate): number => pstate & DAIF;
