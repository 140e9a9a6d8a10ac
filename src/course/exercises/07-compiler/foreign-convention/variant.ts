// The calling convention of a machine that was never built.

import type { Draw } from "../../draw";
import type { ParameterType } from "../questions";

// Types, not interfaces: only a type is Plain.
export type ConventionVariant = {
  readonly machine: string;
  /** "r", and the numbers of the registers that pass words, in their order. */
  readonly letter: string;
  readonly registers: readonly number[];
  readonly floatLetter: string;
  readonly floats: readonly number[];
  /** The stack pointer's name, and where the first parameter on the stack is. */
  readonly stack: string;
  readonly base: number;
  /** A pair must begin in a register whose place in the order is even, from 0: one that is passed over is lost. */
  readonly isPairAligned: boolean;
  /** Which half of a pair is in the first register. */
  readonly first: "lower" | "upper";
  /** Once a parameter that wanted registers is on the stack, those that are left stay empty. */
  readonly isClosed: boolean;
  /** A byte takes a byte of the stack, or a whole word. */
  readonly isByteTight: boolean;
  /** A record goes onto the stack as it is, or its address is passed like a word. */
  readonly isRecordCopied: boolean;
  readonly recordBytes: number;
};

const MACHINES = ["Osprey", "Harrier", "Merlin", "Kestrel", "Goshawk", "Hobby", "Buzzard", "Kite"] as const;
const LETTERS = "abcdeghijkmnopqrtuvwxyz";
const STACKS = ["sp", "st", "top", "s", "stk"] as const;

export function drawConventionVariant(draw: Draw): ConventionVariant {
  const [letter = "r", floatLetter = "f"] = draw.shuffle([...LETTERS]);
  return {
    machine: draw.pick(MACHINES), letter, floatLetter,
    registers: drawRegisters(draw, draw.between(4, 6)), floats: drawRegisters(draw, draw.between(2, 3)),
    stack: draw.pick(STACKS), base: 8 * draw.below(6),
    isPairAligned: draw.bits(1) === 1, first: draw.pick(["lower", "upper"] as const),
    isClosed: draw.bits(1) === 1, isByteTight: draw.bits(1) === 1, isRecordCopied: draw.bits(1) === 1, recordBytes: 8 * draw.between(3, 7),
  };
}

/** Some registers one behind the other, upwards or downwards. */
function drawRegisters(draw: Draw, count: number): number[] {
  const from = draw.below(20);
  const numbers = Array.from({ length: count }, (_, i) => from + i);
  return draw.bits(1) === 1 ? numbers : numbers.reverse();
}

export const TYPES = ["byte", "word", "pair", "float", "record"] as const satisfies readonly ParameterType[];
