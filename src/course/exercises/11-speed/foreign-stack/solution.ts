// The solution to a variant, as a student of the house would write it.

import type { Groups, Short, Sign, StackVariant } from "./variant";

export function stackSolution(variant: StackVariant): string {
  const { groups, sign, number, shortNumbers, variable, shortVariables, operations, firstOperand, choice, choiceOrder } = variant;
  const operands = firstOperand === "left" ? "...of(tree.left), ...of(tree.right)" : "...of(tree.right), ...of(tree.left)";
  return `import type { SpeedQuestions } from "../../src/course/exercises/11-speed/questions";

type Tree = Parameters<SpeedQuestions["foreignStack"]>[0];

const OPCODES: Readonly<Record<string, number>> = { ${operations.map(({ name, opcode }) => `${name}: ${hex(opcode)}`).join(", ")} };

${unsignedCode(groups)}
${signedCode(groups, sign)}
function of(tree: Tree): number[] {
  switch (tree.kind) {
    case "number": {
      if (${shortTest(shortNumbers, "tree.value")}) return [${shortCode(shortNumbers, "tree.value")}];
      return [${hex(number)}, ...signed(tree.value)];
    }
    case "variable": {
      if (${shortTest(shortVariables, "tree.n")}) return [${shortCode(shortVariables, "tree.n")}];
      return [${hex(variable)}, ...unsigned(tree.n)];
    }
    case "operation": return [${operands}, OPCODES[tree.name]!];
    case "choice": return [${choiceOrder.map((operand) => `...of(tree.${operand})`).join(", ")}, ${hex(choice)}];
  }
}

export const foreignStack: SpeedQuestions["foreignStack"] = of;
`;
}

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;

const shortTest = ({ from, count }: Short, value: string): string =>
  from === 0 ? `${value} < ${count}` : `${value} >= ${from} && ${value} < ${from + count}`;

const shortCode = ({ opcode, from }: Short, value: string): string =>
  from === 0 ? `${hex(opcode)} + ${value}` : `${hex(opcode)} + ${value} - ${from < 0 ? `(${from})` : from}`;

function unsignedCode({ bits, first, flag }: Groups): string {
  const base = 2 ** bits;
  const isMore = flag === "more follow";
  return `/** Groups of ${bits} bits, the lowest first. */
function groupsOf(value: number): number[] {
  return value < ${base} ? [value] : [value % ${base}, ...groupsOf(Math.floor(value / ${base}))];
}

/** In the machine's order, with the flag. */
function flagged(groups: readonly number[]): number[] {
  const inOrder = ${first === "low" ? "[...groups]" : "[...groups].reverse()"};
  return inOrder.map((group, i) => (i ${isMore ? "<" : "==="} inOrder.length - 1 ? group + ${base} : group));
}

const unsigned = (value: number): number[] => flagged(groupsOf(value));
`;
}

function signedCode({ bits }: Groups, sign: Sign): string {
  const base = 2 ** bits;
  switch (sign) {
    case "zigzag": return "const signed = (value: number): number[] => unsigned(value < 0 ? -2 * value - 1 : 2 * value);\n";
    case "lowest bit": return "const signed = (value: number): number[] => unsigned(value < 0 ? -2 * value + 1 : 2 * value);\n";
    case "two's complement": return `function signed(value: number): number[] {
  const groups: number[] = [];
  let rest = value;
  for (;;) {
    groups.push(((rest % ${base}) + ${base}) % ${base});
    if (rest >= ${-base / 2} && rest < ${base / 2}) return flagged(groups);
    rest = Math.floor(rest / ${base});
  }
}
`;
  }
}
