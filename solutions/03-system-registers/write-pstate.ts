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
  const isEl0 = (pstate & 0b1100) === 0;
  if (op1 === 3 && (op2 === 6 || op2 === 7)) {
    if (isEl0 && uma === 0) return "trapped";
    return op2 === 6 ? pstate | (imm << 6) : pstate & ~(imm << 6);
  }
  const bit = op1 === 0 ? { 3: 23, 4: 22, 5: 0 }[op2] : undefined;
  if (bit === undefined || isEl0) return "undefined";
  return (pstate & ~(1 << bit)) | ((imm & 1) << bit);
};
