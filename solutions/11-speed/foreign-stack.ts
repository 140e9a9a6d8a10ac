import type { SpeedQuestions } from "../../src/course/exercises/11-speed/questions";

type Tree = Parameters<SpeedQuestions["foreignStack"]>[0];

const OPCODES: Readonly<Record<string, number>> = { xor: 0x76, add: 0x39, less: 0xa8, div: 0xdb };

/** Groups of 4 bits, the lowest first. */
function groupsOf(value: number): number[] {
  return value < 16 ? [value] : [value % 16, ...groupsOf(Math.floor(value / 16))];
}

/** In the machine's order, with the flag. */
function flagged(groups: readonly number[]): number[] {
  const inOrder = [...groups].reverse();
  return inOrder.map((group, i) => (i < inOrder.length - 1 ? group + 16 : group));
}

const unsigned = (value: number): number[] => flagged(groupsOf(value));

const signed = (value: number): number[] => unsigned(value < 0 ? -2 * value + 1 : 2 * value);

function of(tree: Tree): number[] {
  switch (tree.kind) {
    case "number": {
      if (tree.value >= -2 && tree.value < 10) return [0xc6 + tree.value - (-2)];
      return [0x4b, ...signed(tree.value)];
    }
    case "variable": {
      if (tree.n < 6) return [0x42 + tree.n];
      return [0x18, ...unsigned(tree.n)];
    }
    case "operation": return [...of(tree.left), ...of(tree.right), OPCODES[tree.name]!];
    case "choice": return [...of(tree.no), ...of(tree.condition), ...of(tree.yes), 0x2e];
  }
}

export const foreignStack: SpeedQuestions["foreignStack"] = of;
