import type { BackParts } from "../../src/compiler/back/parts";

/**
 * What puts `value`, a word of 64 bits, into a register, in as few instructions as these need:
 *
 *   MOVZ   imm16 goes to halfword hw (0 is the lowest), all others become 0
 *   MOVN   the same, and then all bits are turned over
 *   MOVK   imm16 goes to halfword hw, all others stay as they are
 *   ORR    the logical immediate { N, immr, imms } of chapter 1
 *
 * With width 32 there are two halfwords, and the upper half of the register becomes 0. More than one instruction is a MOVZ or
 * a MOVN and MOVKs. It is right if the register ends up with the value, and no shorter way of these kinds would do.
 */
export const constantSteps: BackParts["constantSteps"] = (value) => {
  throw new Error(`Return the instructions that put 0x${value.toString(16)} into a register.`);
};
