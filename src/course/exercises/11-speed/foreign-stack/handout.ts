// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import type { ForeignTree } from "../questions";
import { codeOf } from "./decide";
import { drawTree, number, single } from "./trees";
import type { Groups, Short, Sign, StackVariant } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleTrees(variant: StackVariant): ForeignTree[] {
  const draw = new Draw(`${variant.machine} ${variant.number} ${variant.variable}`);
  const [first, ...others] = single(variant);
  return [number(100), number(-1000), first!, others.at(-1)!, drawTree(draw, variant, 2)];
}

export function stackHandout(variant: StackVariant): string {
  const { machine, groups, sign, number: constant, shortNumbers, variable, shortVariables, operations, firstOperand, choice, choiceOrder } = variant;
  const last = firstOperand === "left" ? "right" : "left";
  return [
    `The ${machine} is a stack machine that was never built. Its instructions are:`,
    "",
    row(constant, "a number, with a sign, follows: puts it on the stack"),
    row(shortNumbers.opcode, `${spanOf(shortNumbers)}: puts the number ${shortNumbers.from} to ${lastOf(shortNumbers)} on the stack`),
    row(variable, "a number n, without a sign, follows: puts variable n on the stack"),
    row(shortVariables.opcode, `${spanOf(shortVariables)}: puts variable 0 to ${lastOf(shortVariables)} on the stack`),
    ...operations.map(({ name, opcode }) => row(opcode, `"${name}": takes two operands, and puts the result on the stack`)),
    row(choice, "takes a condition and two values, and puts one of the values on the stack"),
    "",
    `Operations want their ${firstOperand} operand to be put on the stack first, and the ${last} one behind it. The choice wants`,
    `${choiceOrder.map((operand) => `"${operand}"`).join(", then ")}. Both values are computed: there is no jump.`,
    "",
    ...numberText(groups),
    ...signText(sign),
    "A number has as few bytes as can be, at least one. Where there is an instruction with the number in it, that one is used.",
    "",
    "Write `foreignStack(tree)`, which gives the list of bytes that leaves the tree's value on the stack. For example:",
    "",
    ...exampleTrees(variant).flatMap((tree) => [`    ${treeText(tree)}`, `        ${bytesText(codeOf(variant, tree))}`]),
  ].join("\n");
}

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
const row = (opcode: number, text: string): string => `    ${hex(opcode)}  ${text}`;
const lastOf = ({ from, count }: Short): number => from + count - 1;
const spanOf = ({ opcode, count }: Short): string => `and so on to ${hex(opcode + count - 1)}`;

function numberText({ bits, first, flag }: Groups): string[] {
  const other = flag === "more follow" ? "it is clear in the last byte of the number, and set in all others" : "it is set in the last byte of the number, and clear in all others";
  return [
    `A number is written with ${bits} bits in each byte (bits ${bits - 1}:0), the ${first === "low" ? "lowest" : "highest"} first. Bit ${bits} is a flag:`,
    `${other}.${bits < 7 ? " The bits above are clear." : ""}`,
  ];
}

function signText(sign: Sign): string[] {
  switch (sign) {
    case "two's complement": return ["With a sign, it is in two's complement: the highest bit that is written is the sign, and stands for all bits above."];
    case "zigzag": return ["With a sign, 0, -1, 1, -2, 2 and so on are written as 0, 1, 2, 3, 4 and so on are without."];
    case "lowest bit": return ["With a sign, what is written is twice its absolute value, and one more if it is negative."];
  }
}

/** "sub(x0, 1000)" */
export function treeText(tree: ForeignTree): string {
  switch (tree.kind) {
    case "number": return `${tree.value}`;
    case "variable": return `x${tree.n}`;
    case "operation": return `${tree.name}(${treeText(tree.left)}, ${treeText(tree.right)})`;
    case "choice": return `(${treeText(tree.condition)} ? ${treeText(tree.yes)} : ${treeText(tree.no)})`;
  }
}

export const bytesText = (bytes: readonly number[]): string => bytes.map(hex).join(" ");
