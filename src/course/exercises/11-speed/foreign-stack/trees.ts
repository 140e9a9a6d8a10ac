// Trees that a variant is asked about.

import type { Draw } from "../../draw";
import type { ForeignTree } from "../questions";
import { CHOICE_OPERANDS, type Short, type StackVariant } from "./variant";

export const number = (value: number): ForeignTree => ({ kind: "number", value });
export const variable = (n: number): ForeignTree => ({ kind: "variable", n });

const MOST = 2 ** 31 - 1;

/** Around each power of two, of both signs. */
export function numbers(): ForeignTree[] {
  const sizes = Array.from({ length: 32 }, (_, power) => [2 ** power - 1, 2 ** power, 2 ** power + 1]).flat();
  const values = new Set(sizes.flatMap((size) => [size, -size]).filter((value) => value >= -MOST - 1 && value <= MOST));
  return [...values].sort((a, b) => Math.abs(a) - Math.abs(b)).map((value) => number(value === 0 ? 0 : value));
}

export const variables = (): ForeignTree[] => [0, 1, 15, 16, 31, 32, 63, 64, 127, 128, 255, 1023, 1024, 4095, 5000].map(variable);

/** On both sides of each border. */
export function borders({ shortNumbers, shortVariables }: StackVariant): ForeignTree[] {
  const at = ({ from, count }: Short): number[] => [from - 1, from, from + count - 1, from + count];
  return [...at(shortNumbers).map(number), ...at(shortVariables).filter((n) => n >= 0).map(variable)];
}

/** Each instruction with operands that differ. */
export function single({ operations }: StackVariant): ForeignTree[] {
  return [
    ...operations.map(({ name }): ForeignTree => ({ kind: "operation", name, left: variable(0), right: number(1000) })),
    { kind: "choice", condition: variable(0), yes: number(1000), no: number(-1000) },
  ];
}

export function drawTree(draw: Draw, variant: StackVariant, depth: number): ForeignTree {
  const inner = (): ForeignTree => drawTree(draw, variant, depth - 1);
  switch (depth === 0 ? draw.below(2) : draw.below(6)) {
    case 0: return number(drawNumber(draw));
    case 1: return variable(draw.below(draw.pick([8, 20, 400])));
    case 2: {
      const [condition, yes, no] = CHOICE_OPERANDS.map(inner) as [ForeignTree, ForeignTree, ForeignTree];
      return { kind: "choice", condition, yes, no };
    }
    default: return { kind: "operation", name: draw.pick(variant.operations).name, left: inner(), right: inner() };
  }
}

function drawNumber(draw: Draw): number {
  const size = draw.bits(draw.between(1, 31));
  return size !== 0 && draw.bits(1) === 1 ? -size : size;
}
