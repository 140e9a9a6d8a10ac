// What the machine of a variant would be given, by the definition: digits of a base, and a walk over the tree.

import type { ForeignTree } from "../questions";
import type { Groups, Short, Sign, StackVariant } from "./variant";

export function codeOf(variant: StackVariant, tree: ForeignTree): number[] {
  const { groups, sign, number, shortNumbers, variable, shortVariables, operations, firstOperand, choice, choiceOrder } = variant;
  const of = (part: ForeignTree): number[] => codeOf(variant, part);
  switch (tree.kind) {
    case "number": return inOpcode(shortNumbers, tree.value) ?? [number, ...signed(groups, sign, tree.value)];
    case "variable": return inOpcode(shortVariables, tree.n) ?? [variable, ...unsigned(groups, tree.n)];
    case "choice": return [...choiceOrder.flatMap((operand) => of(tree[operand])), choice];
    case "operation": {
      const { left, right, name } = tree;
      const operands = firstOperand === "left" ? [left, right] : [right, left];
      return [...operands.flatMap(of), operations.find((each) => each.name === name)!.opcode];
    }
  }
}

function inOpcode({ opcode, from, count }: Short, value: number): number[] | undefined {
  return value >= from && value < from + count ? [opcode + value - from] : undefined;
}

/** The least number of digits that is enough, and never none. */
export function unsigned(groups: Groups, value: number): number[] {
  let count = 1;
  while (value >= (2 ** groups.bits) ** count) count++;
  return digits(groups, value, count);
}

export function signed(groups: Groups, sign: Sign, value: number): number[] {
  switch (sign) {
    case "zigzag": return unsigned(groups, value < 0 ? -2 * value - 1 : 2 * value);
    case "lowest bit": return unsigned(groups, value < 0 ? -2 * value + 1 : 2 * value);
    case "two's complement": {
      let count = 1;
      const room = (): number => (2 ** groups.bits) ** count;
      while (value < -room() / 2 || value >= room() / 2) count++;
      return digits(groups, value < 0 ? value + room() : value, count);
    }
  }
}

function digits({ bits, first, flag }: Groups, value: number, count: number): number[] {
  const base = 2 ** bits;
  const low = Array.from({ length: count }, (_, i) => Math.floor(value / base ** i) % base);
  const inOrder = first === "low" ? low : low.reverse();
  return inOrder.map((digit, i) => digit + ((flag === "the last") === (i === count - 1) ? base : 0));
}
