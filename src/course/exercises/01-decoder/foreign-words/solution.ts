// The solution to a variant, as a student of the house would write it: the table, and what reads it.

import { fixedBits } from "./decode";
import type { ForeignOperand, ForeignRow, Signedness, WordsVariant } from "./variant";

const READ_SIGNED: Readonly<Record<Signedness, string>> = {
  "two's complement": `/** \`bits\` of \`width\`, the highest of which counts negative. */
const signed = (bits: number, width: number): number => (bits << (32 - width)) >> (32 - width);`,
  excess: `/** \`bits\` of \`width\`, where half of what they can count is zero. */
const signed = (bits: number, width: number): number => bits - 2 ** (width - 1);`,
  zigzag: `/** 0, 1, 2, 3, 4 are 0, -1, 1, -2, 2. */
const signed = (bits: number): number => (bits >>> 1) ^ -(bits & 1);`,
};

export function wordsSolution({ computer, rows, signedness }: WordsVariant): string {
  const ordered = [...rows].sort((a, b) => fixedBits(b) - fixedBits(a));
  return `import type { DecoderQuestions, ForeignInstruction } from "../../src/course/exercises/01-decoder/questions";

/** Reads fields by name, put side by side: get("hi:lo"). */
type Get = (slice: string) => number;

${READ_SIGNED[signedness]}

/** What the ${computer} knows; a row with more fixed bits comes first. Its operands are undefined where it is reserved. */
const ROWS: readonly (readonly [name: string, diagram: string, operands: (get: Get) => ForeignInstruction["operands"] | undefined])[] = [
${ordered.map((row) => rowText(row, signedness)).join("\n")}
];

export const decodeForeign: DecoderQuestions["decodeForeign"] = (word): ForeignInstruction | undefined => {
  for (const [name, diagram, operandsOf] of ROWS) {
    const fields = match(diagram, word);
    if (fields === undefined) continue;
    const operands = operandsOf((slice) => Number.parseInt(slice.split(":").map((field) => fields.get(field)).join(""), 2));
    return operands && { name, operands };
  }
  return undefined;
};

/** The bits of each field of \`diagram\` in \`word\`, or undefined if a fixed bit is another. */
function match(diagram: string, word: number): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let rest = word.toString(2).padStart(32, "0");
  for (const token of diagram.split(" ")) {
    const isField = /^[a-z]/.test(token);
    const [name = "", digits = "1"] = token.split(":");
    const width = isField ? Number(digits) : token.replace(/[()]/g, "").length;
    const bits = rest.slice(0, width);
    rest = rest.slice(width);
    if (isField) fields.set(name, bits);
    else if (!token.startsWith("(") && bits !== token) return undefined;
  }
  return fields;
}
`;
}

function rowText({ name, diagram, operands, reserved }: ForeignRow, signedness: Signedness): string {
  const object = operands.length === 0 ? "({})" : `({ ${operands.map((operand) => `${operand.name}: ${operandText(operand, signedness)}`).join(", ")} })`;
  const value = reserved === undefined ? object : `(get("${reserved.field}") === ${reserved.value} ? undefined : ${object.slice(1, -1)})`;
  return `  ["${name}", "${diagram}",\n    (${operands.length === 0 ? "" : "get"}) => ${value}],`;
}

function operandText({ slice, width, signed, scale }: ForeignOperand, signedness: Signedness): string {
  const bits = `get("${slice}")`;
  const value = !signed ? bits : signedness === "zigzag" ? `signed(${bits})` : `signed(${bits}, ${width})`;
  return scale === 1 ? value : `${scale} * ${value}`;
}
