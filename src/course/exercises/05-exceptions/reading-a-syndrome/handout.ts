// The question as the student reads it, made from the variant alone.

import { hex } from "../../03-system-registers/notation";
import { Draw } from "../../draw";
import type { Message } from "../questions";
import { drawAbort, drawCall, drawOther, drawTrap, type Told, told } from "./causes";
import type { PassOnVariant, Server } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleSyndromes(variant: PassOnVariant): Told[] {
  const draw = new Draw(`${variant.kernel} ${Object.values(variant.ports).join()}`);
  return [drawCall(draw, variant), drawTrap(draw), drawAbort(draw), drawAbort(draw), drawAbort(draw, 1), drawOther(draw)].map((it) => told(draw, variant, it));
}

export function passOnHandout(variant: PassOnVariant): string {
  const { kernel, pageBits, places, fault, trap } = variant;
  return [
    `The ${kernel} is a microkernel. It handles no exception itself, but makes a message of each, a word of 64 bits, and sends`,
    "it to the port of a server. Programs run at EL0, and this is what becomes of what happens to them; the first row that",
    "fits is the one:",
    "",
    ...indented(rows(variant)),
    "",
    "An access is what a data abort or an instruction abort was about. A write is a store, and nothing else is: cache",
    "maintenance that fails is none. The words are, with 0 wherever nothing is said:",
    "",
    ...indented([
      `call     from bit ${places.call} on, the number in the instruction`,
      `break    from bit ${places.comment} on, the number in the instruction`,
      `trap     from bit ${trap.register} on, op0, op1, CRn, CRm and op2 as one number of 16 bits, with op2 in the lowest;`,
      `         from bit ${trap.Rt} on, Rt; bit ${trap.read}: 1 of a read, MRS`,
      `fault    from bit ${fault.page} on, the number of the page, of ${2 ** (pageBits - 10)} KiB: bits 47:${pageBits} of FAR_EL1; from bit ${fault.level} on, the level`,
      `         of the table; bit ${fault.write}: 1 of a write; bit ${fault.fetch}: 1 of an instruction's own fetch`,
      `address  from bit ${places.address} on, bits 47:0 of FAR_EL1`,
      "FAR      FAR_EL1, all of it",
      `class    from bit ${places.class} on, the exception's class, EC`,
    ]),
    "",
    "Write `passOn(esr, far)`, which is given ESR_EL1 and FAR_EL1, and gives { port, word }. Where an exception has no",
    "address, FAR_EL1 is whatever it was. For example:",
    "",
    ...indented(exampleSyndromes(variant).map(({ esr, far, message }) => `${callText(esr, far).padEnd(44)}  ${messageText(message)}`)),
  ].join("\n");
}

export const callText = (esr: bigint, far: bigint): string => `passOn(${hex(esr)}, ${hex(far)})`;

export const messageText = ({ port, word }: Message): string => `{ port: ${port}, word: ${hex(word)} }`;

function rows({ ports, callLimit, accessFlag }: PassOnVariant): string[] {
  const flagged = ", or its access flag was clear";
  const table: readonly (readonly [Server, what: string, word: string])[] = [
    ["low calls", `SVC, with a number below ${hex(callLimit)}`, "call"],
    ["high calls", "SVC, with any other number", "call"],
    ["debugger", "BRK", "break"],
    ["emulator", "MRS, MSR or a system instruction was trapped", "trap"],
    ["floats", "floating point was trapped", "0"],
    ["kernel", "an abort of the kernel's own, from EL1", "FAR"],
    ["pager", `an access: there was no translation${accessFlag === "pager" ? flagged : ""}`, "fault"],
    ["copier", "an access: no permission, and it was a write", "fault"],
    ["guard", `an access: no permission, and it was no write${accessFlag === "guard" ? flagged : ""}`, "fault"],
    ["fixer", "an access that was not aligned", "address"],
    ["rest", "anything else", "class"],
  ];
  const lines = [["what happened", "port", "word"], ...table.map(([server, what, word]) => [what, String(ports[server]), word])];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
