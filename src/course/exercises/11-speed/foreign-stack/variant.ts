// A stack machine that was never built: which byte is which instruction, how a number is written behind it, and in which
// order it wants what it takes from the stack.

import type { Draw } from "../../draw";

/** Bits of a number in each of its bytes, which end comes first, and what the bit above them says. */
export type Groups = {
  readonly bits: 4 | 5 | 6 | 7;
  readonly first: "low" | "high";
  readonly flag: "more follow" | "the last";
};

export type Sign =
  /** Copies of the highest bit. */
  | "two's complement"
  /** 0, -1, 1, -2, ... are 0, 1, 2, 3, ... */
  | "zigzag"
  /** In the lowest bit, with the size above it. */
  | "lowest bit";

/** Values that are in the opcode: `opcode` is the first one's, the next have the next. */
export type Short = { readonly opcode: number; readonly from: number; readonly count: number };

export const CHOICE_OPERANDS = ["condition", "yes", "no"] as const;
export type ChoiceOperand = (typeof CHOICE_OPERANDS)[number];

// Types, not interfaces: only a type is Plain.
export type StackVariant = {
  readonly machine: string;
  readonly groups: Groups;
  readonly sign: Sign;
  readonly number: number;
  readonly shortNumbers: Short;
  readonly variable: number;
  readonly shortVariables: Short;
  readonly operations: readonly { readonly name: string; readonly opcode: number }[];
  readonly firstOperand: "left" | "right";
  readonly choice: number;
  readonly choiceOrder: readonly ChoiceOperand[];
};

const MACHINES = ["Abacus", "Hopper", "Saucer", "Coaster", "Platter", "Pallet", "Spindle", "Drawer"] as const;
const OPERATIONS = ["add", "sub", "mul", "and", "xor", "less", "shl", "div"] as const;

export function drawStackVariant(draw: Draw): StackVariant {
  const [a, b] = draw.shuffle([0, 1, 2, 3, 4, 5, 6, 7]).map((eighth) => 32 * eighth + draw.below(8)) as [number, number];
  const numbers = { opcode: a, from: -draw.between(1, 4), count: draw.between(10, 24) };
  const variables = { opcode: b, from: 0, count: draw.between(4, 16) };
  const isTaken = (byte: number): boolean => [numbers, variables].some(({ opcode, count }) => byte >= opcode && byte < opcode + count);
  const free = draw.shuffle(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !isTaken(byte)));
  const [number = 0, variable = 0, choice = 0, ...others] = free;
  return {
    machine: draw.pick(MACHINES),
    groups: { bits: draw.pick([4, 5, 6, 7] as const), first: draw.pick(["low", "high"] as const), flag: draw.pick(["more follow", "the last"] as const) },
    sign: draw.pick(["two's complement", "zigzag", "lowest bit"] as const),
    number, shortNumbers: numbers, variable, shortVariables: variables,
    operations: draw.shuffle(OPERATIONS).slice(0, 4).map((name, i) => ({ name, opcode: others[i]! })),
    firstOperand: draw.pick(["left", "right"] as const),
    choice, choiceOrder: draw.shuffle(CHOICE_OPERANDS),
  };
}
