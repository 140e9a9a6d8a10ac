import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * MSR (immediate): what PSTATE becomes, or why it does not become anything. `pstate` is in the format of SPSR_EL1, without
 * flags; `imm`, of four bits, is the instruction's, and op1 and op2 say what is written:
 *
 *   23   22   21  20        9  8  7  6      3:2   1  0          op1 op2
 *   UAO  PAN  SS  IL        D  A  I  F      EL    0  SP         0   3    UAO      bit 0 of imm
 *                                                               0   4    PAN      bit 0 of imm
 *                                                               0   5    SPSel    bit 0 of imm, into SP
 *                                                               3   6    DAIFSet  sets those of D, A, I, F that imm has
 *                                                               3   7    DAIFClr  clears them
 *
 * D is bit 3 of imm, and F is bit 0. EL0 may write DAIF alone, and only if `uma` (SCTLR_EL1.UMA) is 1: otherwise that is
 * "trapped". EL0's other writes are "undefined", and so are all other op1 and op2, at any level.
 */
export const writePstate: SystemParts["writePstate"] = (pstate, { op1, op2 }, imm, uma) => {
  throw new Error(`Return what PSTATE 0x${pstate.toString(16)} becomes: op1 = ${op1}, op2 = ${op2}, imm = ${imm}, UMA = ${uma}.`);
};
