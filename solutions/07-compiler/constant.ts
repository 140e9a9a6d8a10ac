import { encodeLogicalImmediate } from "../../src/machine/decoder/logical-immediate";
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
  const width = value < 2n ** 32n ? 32 : 64;
  const places = Array.from({ length: width / 16 }, (_, hw) => hw);
  const half = (hw: number): number => Number((value >> BigInt(16 * hw)) & 0xffffn);

  const notZero = places.filter((hw) => half(hw) !== 0);
  const notOnes = places.filter((hw) => half(hw) !== 0xffff);
  const isInverted = notOnes.length < notZero.length;
  const [first = 0, ...rest] = isInverted ? notOnes : notZero;

  const mask = rest.length === 0 ? undefined : encodeLogicalImmediate(value, width);
  if (mask !== undefined) return [{ op: "ORR", width, ...mask }];
  return [
    isInverted ? { op: "MOVN", width, imm16: 0xffff ^ half(first), hw: first } : { op: "MOVZ", width, imm16: half(first), hw: first },
    ...rest.map((hw) => ({ op: "MOVK", width, imm16: half(hw), hw } as const)),
  ];
};
