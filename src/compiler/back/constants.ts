// A constant in a register, in as few instructions as it takes: one MOVZ, MOVN or ORR with a mask,
// or a MOVZ or MOVN and a MOVK for each further 16 bits.

import { encodeLogicalImmediate } from "../../machine/decoder/logical-immediate";
import type { Fields, RowName } from "./encode";
import { type Register, row, ZERO } from "./machine";
import type { BackParts, ConstantStep } from "./parts";

interface RowInstruction {
  readonly op: "row";
  readonly row: RowName;
  readonly fields: Fields;
}

const halfwords = (value: bigint, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Number((value >> BigInt(16 * i)) & 0xffffn));

/** `value` in `Rd`, as instructions. */
export function constantInstructions(
  value: bigint, Rd: Register, steps: BackParts["constantSteps"] = constantSteps,
): RowInstruction[] {
  return steps(value).map((step) => {
    const sf = step.width === 64 ? 1 : 0;
    if (step.op !== "ORR") return row(step.op, { sf, hw: step.hw, imm16: step.imm16, Rd });
    const { N, immr, imms } = step;
    return row("ORR (immediate)", { sf, N, immr, imms, Rn: ZERO, Rd });
  });
}

/** A word of 64 bits, made in as few steps as it takes. */
export function constantSteps(value: bigint): ConstantStep[] {
  // What fits into 32 bits is written to W, which clears the rest.
  const width = value < 2n ** 32n ? 32 : 64;
  const halves = halfwords(value, width / 16);
  const inverted = halfwords(~value, width / 16);
  const zeros = halves.filter((half) => half === 0).length;
  const ones = inverted.filter((half) => half === 0).length;
  const mask = encodeLogicalImmediate(value, width);
  if (mask !== undefined && Math.max(zeros, ones) < halves.length - 1) {
    return [{ op: "ORR", width, ...mask }];
  }
  const isInverted = ones > zeros;
  const background = isInverted ? 0xffff : 0;
  const places = halves.map((_, hw) => hw).filter((hw) => halves[hw] !== background);
  const [first = 0, ...rest] = places;
  const start: ConstantStep = isInverted
    ? { op: "MOVN", width, imm16: inverted[first]!, hw: first }
    : { op: "MOVZ", width, imm16: halves[first]!, hw: first };
  return [start, ...rest.map((hw) => ({ op: "MOVK", width, imm16: halves[hw]!, hw } as const))];
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
