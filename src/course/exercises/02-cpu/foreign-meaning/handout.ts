// The question as the student reads it, made from the variant alone.

import { conditionName } from "../../../../machine/cpu/condition";
import { Draw } from "../../draw";
import { stateText } from "../meaning/show";
import type { State } from "../meaning/stage";
import type { ForeignOperands } from "../questions";
import { drawCall } from "./calls";
import { CHOICES, COMBINATIONS, FACTS, type FactLine } from "./lines";
import { performForeign } from "./perform";
import type { MeaningVariant } from "./variant";

/** The instructions that the handout shows at work; always the same ones, for they are part of the question. */
export function exampleCalls(variant: MeaningVariant): (readonly [ForeignOperands, State])[] {
  const draw = new Draw(`${variant.computer} ${variant.name} ${variant.places}`);
  return draw.times(3, () => drawCall(draw, variant, { Rd: 1, Rn: 2, Rm: 3 }));
}

export function meaningHandout(variant: MeaningVariant): string {
  const { computer, name, size } = variant;
  return [
    `The ${computer} is a computer that was never built. It has the registers, the flags and the memory of our machine, and`,
    "one instruction more. This is its page of the manual:",
    "",
    ...indented([`${name}  ${letter(size)}d, [Xn|SP], ${letter(size)}m, #imm`, "", ...pageOf(variant)]),
    "",
    `1. old, operand and result have ${size} bits; base and next have 64. What does not fit is cut off at the top.`,
    `2. Register 31 is SP as Xn, and the zero register as ${letter(size)}d and ${letter(size)}m.${size === 32 ? " Writing a W register clears the upper half of the X register." : ""}`,
    "3. The lines say what comes of the machine as it was before. Only where d and n are the same register does it matter",
    "   which of the last two lines comes last.",
    "4. An instruction whose access faults has changed nothing.",
    "",
    "Write `foreignMeaning(m, { Rd, Rn, Rm, imm })`, which asks m for all that. The access is a \"normal\" one. It will be",
    "asked to run, with values evaluated at once, and evaluated late, each where it is used: name with m.let() what is",
    "used twice, or used after it might have changed. For example (mem[a] is the doubleword at a):",
    "",
    ...exampleCalls(variant).flatMap(([operands, before]) => [
      ...indented([`${assemblyOf(variant)(operands)}`, `  before   ${stateText(before)}`, `  changed  ${stateText(performForeign(variant, operands, before))}`]),
      "",
    ]),
  ].join("\n").trimEnd();
}

/** "tam x1, [x2], x3, #4" */
export const assemblyOf = ({ name, size }: Pick<MeaningVariant, "name" | "size">) => ({ Rd, Rn, Rm, imm }: ForeignOperands): string =>
  `${name} ${registerName(size, Rd)}, [${Rn === 31 ? "sp" : `x${Rn}`}], ${registerName(size, Rm)}, #${imm}`;

const letter = (size: number): string => (size === 64 ? "X" : "W");

const registerName = (size: number, n: number): string => `${letter(size).toLowerCase()}${n === 31 ? "zr" : n}`;

function pageOf(variant: MeaningVariant): string[] {
  const { size, scale, direction, index, shift, places, condition, whenTrue, whenFalse, stored, returned, last } = variant;
  const flags = variant.flags.map(({ what, inverted }) => {
    const fact: FactLine = FACTS[what];
    return inverted ? `NOT(${fact.text(size)})` : fact.text(size);
  });
  const writeD = `${letter(size)}[d]     = ${returned}`;
  const writeN = "X[n]     = next";
  return [
    "base     = if n == 31 then SP else X[n]",
    `next     = base ${direction === "up" ? "+" : "-"} imm * ${scale}`,
    `old      = Mem[${index === "pre" ? "next" : "base"}, ${size / 8}]`,
    `operand  = ${shift}(${letter(size)}[m], ${places})`,
    `holds    = ${conditionText(condition)}`,
    `result   = if holds then ${COMBINATIONS[whenTrue].text} else ${CHOICES[whenFalse].text}`,
    `Mem[${index === "pre" ? "next" : "base"}, ${size / 8}] = ${stored}`,
    `PSTATE.N = ${flags[0]}`,
    `PSTATE.Z = ${flags[1]}`,
    `PSTATE.C = ${flags[2]}`,
    `PSTATE.V = ${flags[3]}`,
    ...(last === "d" ? [writeN, writeD] : [writeD, writeN]),
  ];
}

function conditionText(condition: MeaningVariant["condition"]): string {
  switch (condition.kind) {
    case "bit": return `operand<${condition.bit}> == '1'`;
    case "cond": return `ConditionHolds('${condition.cond.toString(2).padStart(4, "0")}')   // ${conditionName(condition.cond).toUpperCase()}`;
    case "less": {
      const as = condition.signed ? "SInt" : "UInt";
      return condition.swapped ? `${as}(operand) < ${as}(old)` : `${as}(old) < ${as}(operand)`;
    }
  }
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === "" ? "" : `    ${line}`));
