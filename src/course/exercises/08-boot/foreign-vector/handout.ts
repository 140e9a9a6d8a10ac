// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import type { ForeignException } from "../questions";
import { drawException } from "./exceptions";
import { spoiledBy } from "./decide";
import { type Line, OTHERS, type VectorVariant } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleExceptions(variant: VectorVariant): ForeignException[] {
  const draw = new Draw(`${variant.processor} ${variant.registers.join()} ${variant.vectors.map(({ name }) => name).join()}`);
  const [first, second] = variant.vectors.map(({ name }) => name) as [string, string];
  return [
    { vector: first, changes: [], nested: true }, { vector: second, changes: variant.registers.slice(0, 3), nested: false },
    drawException(draw, variant),
  ];
}

export function vectorHandout(variant: VectorVariant): string {
  const { processor, bytes, registers, savedPc, savedStatus, vectors, mnemonics: { store, load, copy, back } } = variant;
  const [a = "", b = ""] = registers;
  return [
    `The ${processor} is a processor that was never built. Its registers are ${registers.join(", ")},`,
    `each of ${bytes} bytes, and it has sp, pc and status. When an exception is taken it does this, and no more: ${savedPc} becomes`,
    `pc, ${savedStatus} becomes status, and it goes to the exception's vector. \`${back}\` makes pc what ${savedPc} is, and status what`,
    `${savedStatus} is. The program that was interrupted knows nothing of it, and uses neither.`,
    "",
    "A kernel for it was to have two vectors, and whoever wrote them was in a hurry:",
    "",
    ...vectors.flatMap(({ name, lines }) => [`    ${name}:`, ...lines.map((line) => `        ${lineText(variant, line)}`), ""]),
    `\`${store} ${a}, ${b}, [sp+${2 * bytes}]\` stores ${a} at sp+${2 * bytes} and ${b} ${bytes} bytes above; \`${load}\` loads likewise; with one register it is one.`,
    `\`${copy} ${a}, ${savedPc}\` copies the second to the first. None of these changes status. The stack grows downwards: what is at`,
    "sp and above when the exception is taken is the program's, and what is below is nobody's.",
    "",
    "The handler is a function. It leaves sp, and all that is in memory, as it finds them. It changes the registers that",
    "`changes` lists, and no other one. If `nested` is true, another exception is taken while it runs, and returned from,",
    `without harm to anything but ${savedPc} and ${savedStatus}, which are then what that one needed. No two values are alike:`,
    "what is changed is wrong, and so is what was somebody else's, or was in memory before.",
    "",
    "Write `foreignVector({ vector, changes, nested })`, which gives the list of what the program does not find as it was",
    "when it goes on, in this order:",
    "",
    `    ${[...registers, ...OTHERS].join(", ")}`,
    "",
    "where \"stack\" is the memory that is the program's, and \"pc\" and \"status\" are what it goes on with. For example:",
    "",
    ...exampleExceptions(variant).flatMap((exception) => [`    ${exceptionText(exception)}`, `        ${listText(spoiledBy(variant, exception))}`]),
  ].join("\n");
}

export const exceptionText = ({ vector, changes, nested }: ForeignException): string =>
  `${vector}, the handler changes ${listText(changes)}, ${nested ? "another exception meanwhile" : "no other exception"}`;

export const listText = (names: readonly string[]): string => (names.length === 0 ? "nothing" : names.join(", "));

function lineText({ mnemonics: { store, load, copy, back } }: VectorVariant, line: Line): string {
  switch (line.op) {
    case "store":     return `${store.padEnd(6)} ${line.registers.join(", ")}, [sp+${line.at}]`;
    case "load":      return `${load.padEnd(6)} ${line.registers.join(", ")}, [sp+${line.at}]`;
    case "copy":      return `${copy.padEnd(6)} ${line.to}, ${line.from}`;
    case "make room": return `${"sub".padEnd(6)} sp, sp, ${line.bytes}`;
    case "give back": return `${"add".padEnd(6)} sp, sp, ${line.bytes}`;
    case "call":      return `${"call".padEnd(6)} handler`;
    case "return":    return back;
  }
}
