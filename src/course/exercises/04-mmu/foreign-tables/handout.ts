// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import type { ForeignTranslation } from "../questions";
import { drawCall, drawOutside, type ForeignCall } from "./draw";
import { translateForeign } from "./translate";
import { ACCESSES, addressBits, type Flag, FAULTS, type ForeignFault, lowestBit, type TablesVariant } from "./variant";

/** The calls that the handout gives the results of: the same for the same variant. */
export function exampleCalls(variant: TablesVariant): ForeignCall[] {
  const draw = new Draw(JSON.stringify(variant));
  const last = variant.widths.length - 1;
  const [, access, root, memory] = drawCall(draw, variant, { last, access: "write" });
  return [
    drawCall(draw, variant, { last, access: "read" }),
    drawCall(draw, variant, { last: last - 1, access: "execute" }),
    drawCall(draw, variant, { last, access: "write", wrong: { what: "refused", level: last } }),
    drawCall(draw, variant, { last, access: "read", wrong: { what: "absent", level: 1 } }),
    [drawOutside(draw, variant), access, root, memory],
  ];
}

export function tablesHandout(variant: TablesVariant): string {
  const { computer, offset, widths, entryBytes, above, tables, crooked, step } = variant;
  const bits = addressBits(variant);
  return [
    `The ${computer} is a computer that was never built. Its virtual addresses have 64 bits, of which the low ${bits} count:`,
    "",
    ...indented([
      ...widths.map((width, level) => `${range(lowestBit(variant, level), width).padEnd(5)}   ${String(width).padStart(2)} bits   the index into the table of level ${level}`),
      `${range(0, offset).padEnd(5)}   ${String(offset).padStart(2)} bits   the offset in a page of ${2 ** offset} bytes`,
    ]),
    "",
    above === "zero" ? `The bits above, 63 to ${bits}, must be 0.` : `The bits above, 63 to ${bits}, must be what bit ${bits - 1} is.`,
    "",
    `An entry of a table is a word of 64 bits. Entries are ${entryBytes} bytes apart${entryBytes === 16 ? " (the other eight are the software's)" : ""}, and entry 0 is at`,
    "the table's address. In an entry:",
    "",
    ...indented(entryRows(variant)),
    "",
    "All other bits may be anything. A physical address is the frame number, times the size of a page.",
    "",
    `An entry that is not a leaf has the frame number of the next level's table. At level ${widths.length - 1} every entry is a leaf,`,
    "whatever its bit says. A leaf of an earlier level maps all that its table does not resolve, and all that later levels would:",
    `at level ${widths.length - 2}, ${2 ** lowestBit(variant, widths.length - 2)} bytes. The bits of its frame number that are for smaller pages `
    + `${crooked === "a fault" ? "must be 0" : "are taken for 0"}.`,
    "",
    tables === "limit"
      ? "An access must be allowed by every entry on the way, from level 0 to the leaf."
      : "The rights are those of the leaf. In an entry that is not a leaf, those bits may be anything.",
    "",
    "What is wrong with the first entry that something is wrong with is the answer. Of one entry, the first of these counts:",
    "",
    ...indented(faultRows(variant)),
    "",
    `In these, L is the level of the entry, 0 being the first: each level further down is ${step} more.`,
    "",
    "Write `foreignTranslate(va, access, root, memory)`: `access` is \"read\", \"write\" or \"execute\"; `root` is the address of the",
    "table of level 0; `memory` is a list of [address, word], and what is not in it is 0. It gives { kind: \"found\", address }",
    "or { kind: \"fault\", code }. For example:",
    "",
    ...indented(exampleCalls(variant).flatMap((call) => exampleLines(variant, call))),
  ].join("\n");
}

/** "39:30" */
const range = (low: number, width: number): string => `${low + width - 1}:${low}`;

function entryRows({ frame, present, leaf, rights }: TablesVariant): string[] {
  const flagRow = ({ bit, yes }: Flag, says: string): readonly [number, string] => [bit, `bit ${String(bit).padStart(2)}       ${yes}: ${says}`];
  const rows: (readonly [number, string])[] = [
    [frame.low, `bits ${range(frame.low, frame.bits).padEnd(5)}   the frame number`],
    flagRow({ bit: present, yes: 1 }, "there is something here"),
    flagRow(leaf, "it is a leaf"),
    ...ACCESSES.map((access) => flagRow(rights[access], `${access === "execute" ? "executing" : access === "read" ? "reading" : "writing"} is allowed`)),
  ];
  return rows.sort(([a], [b]) => b - a).map(([, text]) => text);
}

function faultRows(variant: TablesVariant): string[] {
  const { codes, step, tables, crooked, widths } = variant;
  const says: Readonly<Record<ForeignFault, string>> = {
    outside: "the address is none of this computer's: nothing is read at all",
    absent: "there is nothing there",
    refused: tables === "limit" ? "it does not allow the access" : "it is a leaf, and does not allow the access",
    crooked: "it is a leaf, and its frame number has a 1 where it must be 0",
  };
  const code = (fault: ForeignFault): string => (fault === "outside" ? `${codes[fault]}` : `${codes[fault]} + ${step} * L`);
  return FAULTS.filter((fault) => fault !== "crooked" || (crooked === "a fault" && widths.length > 1))
    .map((fault) => `${code(fault).padEnd(14)} ${says[fault]}`);
}

function exampleLines(variant: TablesVariant, call: ForeignCall): string[] {
  const [va, access, root, memory] = call;
  return [
    `foreignTranslate(${hex(va)}n, "${access}", ${hex(root)}n, [`,
    ...memory.map(([at, entry]) => `  [${hex(at)}n, ${hex(entry)}n],`),
    `])   ${resultText(translateForeign(variant, ...call))}`,
  ];
}

export const resultText = (result: ForeignTranslation): string =>
  (result.kind === "found" ? `{ kind: "found", address: ${hex(result.address)}n }` : `{ kind: "fault", code: ${result.code} }`);

export const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
