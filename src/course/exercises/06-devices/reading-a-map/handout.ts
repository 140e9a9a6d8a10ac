// The question as the student reads it, made from the variant alone.

import { hex } from "../../03-system-registers/notation";
import { Draw } from "../../draw";
import type { Reached } from "../board-questions";
import { type Access, drawAbove, drawInner, drawNear, drawTaken } from "./calls";
import { reached } from "./decide";
import type { MapVariant, Region } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleAccesses(variant: MapVariant): Access[] {
  const draw = new Draw(`${variant.board} ${variant.regions.map(({ base }) => base).join()}`);
  const called = (name: string): Region => variant.regions.find((region) => region.name === name)!;
  return [
    drawTaken(draw, variant, called("ram")), drawTaken(draw, variant, called("timer")), drawTaken(draw, variant, called("uart")),
    drawNear(draw, variant), drawInner(draw, variant), drawAbove(draw, variant),
  ];
}

export function mapHandout(variant: MapVariant): string {
  const { board, lines, wins, regions } = variant;
  return [
    `The ${board} is a board that was never built. Its bus has ${lines} address lines, and this is its memory map:`,
    "",
    ...indented(table([["from", "bytes", "copies", "apart", "repeats", "name", "accesses"], ...regions.map(rowOf)])),
    "",
    "Where there are several copies, the first is copy 0, and each begins as many bytes behind the one before as they are apart;",
    "what is between them is nobody's. A device that repeats has as many bytes as that column says, and fills its copy with them",
    "again and again.",
    "",
    `Two rows lie on each other, screen and pen: a byte that both could have is the one's that stands ${wins === "upper" ? "higher up" : "further down"} in the table.`,
    `An address of more than ${lines} bits is not wrong: the bus does not see the bits above.`,
    "",
    "An access of 1, 2, 4 or 8 bytes begins at its address. All its bytes must be of the same copy of the same device, and",
    "where that repeats, in the same repetition; otherwise it is refused. \"Any\" access is then taken. Others only if",
    "they have one of the sizes in the last column, and are aligned: their offset is divisible by their size.",
    "",
    "Write `reach(address, bytes)`, which gives { name, copy, offset }, where offset counts from the beginning of the copy, or",
    "of the repetition; or undefined for an access that is refused. For example:",
    "",
    ...indented(exampleAccesses(variant).map(([address, bytes]) => `${callText(address, bytes).padEnd(28)}  ${answerText(reached(variant, address, bytes))}`)),
  ].join("\n");
}

export const callText = (address: number, bytes: number): string => `reach(${hex(address)}, ${bytes})`;

export const answerText = (answer: Reached | undefined): string =>
  (answer === undefined ? "undefined: it is refused" : `{ name: "${answer.name}", copy: ${answer.copy}, offset: ${hex(answer.offset)} }`);

function rowOf({ name, base, bytes, copies, apart, repeats, widths }: Region): string[] {
  return [
    hex(base), hex(bytes), String(copies), copies === 1 ? "-" : hex(apart), repeats === bytes ? "-" : hex(repeats), name,
    widths.length === 0 ? "any" : `${widths.join(", ")}, aligned`,
  ];
}

function table(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
