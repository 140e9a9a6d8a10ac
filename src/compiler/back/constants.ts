// A constant in a register, in as few instructions as it takes: one MOVZ, MOVN or ORR with a mask,
// or a MOVZ or MOVN and a MOVK for each further 16 bits.

import { encodeLogicalImmediate } from "../../machine/decoder/logical-immediate";
import type { Fields, RowName } from "./encode";
import { type Register, row, ZERO } from "./machine";

interface RowInstruction {
  readonly op: "row";
  readonly row: RowName;
  readonly fields: Fields;
}

const halfwords = (value: bigint, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Number((value >> BigInt(16 * i)) & 0xffffn));

export function constantInstructions(value: bigint, Rd: Register): RowInstruction[] {
  // What fits into 32 bits is written to W, which clears the rest.
  const width = value < 2n ** 32n ? 32 : 64;
  const sf = width === 64 ? 1 : 0;
  const halves = halfwords(value, width / 16);
  const inverted = halfwords(~value, width / 16);
  const zeros = halves.filter((half) => half === 0).length;
  const ones = inverted.filter((half) => half === 0).length;
  const mask = encodeLogicalImmediate(value, width);
  if (mask !== undefined && Math.max(zeros, ones) < halves.length - 1) {
    return [row("ORR (immediate)", { sf, ...mask, Rn: ZERO, Rd })];
  }
  const isInverted = ones > zeros;
  const background = isInverted ? 0xffff : 0;
  const places = halves.map((_, hw) => hw).filter((hw) => halves[hw] !== background);
  const [first = 0, ...rest] = places;
  const start = isInverted
    ? row("MOVN", { sf, hw: first, imm16: inverted[first]!, Rd })
    : row("MOVZ", { sf, hw: first, imm16: halves[first]!, Rd });
  return [start, ...rest.map((hw) => row("MOVK", { sf, hw, imm16: halves[hw]!, Rd }))];
}

/** ADD, SUB and CMP take twelve bits, or twelve bits shifted by twelve. */
export function arithmeticImmediate(
  value: bigint,
): { readonly sh: number; readonly imm12: number } | undefined {
  if (value < 0n) return undefined;
  if (value < 4096n) return { sh: 0, imm12: Number(value) };
  const isShifted = (value & 0xfffn) === 0n && value < 2n ** 24n;
  return isShifted ? { sh: 1, imm12: Number(value >> 12n) } : undefined;
}
