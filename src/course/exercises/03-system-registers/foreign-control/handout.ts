// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import type { ForeignAnswer, ForeignRegisters, ForeignRequest } from "../questions";
import { type Call, drawCall } from "./calls";
import { decideForeign } from "./decide";
import { CODE_BITS, type ControlVariant, type FieldKind, NUMBER_BITS, type Permission } from "./variant";

/** The accesses that the handout shows; always the same ones, for they are part of the question. */
export function exampleCalls(variant: ControlVariant): Call[] {
  const draw = new Draw(`${variant.processor} ${variant.registers.map(({ number }) => number).join()}`);
  const [control, ...others] = variant.registers;
  return [
    drawCall(draw, variant, { level: 1, direction: "write", register: control }),
    ...others.slice(0, 3).map((register) => drawCall(draw, variant, { level: 0, direction: draw.pick(["read", "write"] as const), register })),
    drawCall(draw, variant, { level: 0, direction: "write", register: control }),
    drawCall(draw, variant, { level: 1, direction: "read", register: undefined }),
  ];
}

const BEHIND: Readonly<Record<FieldKind, string>> = {
  written: "what was written",
  kept: "what it was: only the processor changes it",
  set: "1 where a 1 was written, and what it was where a 0 was",
  cleared: "0 where a 1 was written, and what it was where a 0 was",
  one: "1, always",
};

export function controlHandout(variant: ControlVariant): string {
  const { processor, registers, fields, codes, places } = variant;
  const { name: control, width } = registers[0]!;
  const isTrapped = variant.neverIs === "trapped";
  const undefinedToo = isTrapped ? "" : "; or level 0 never may";
  const neverToo = isTrapped ? "never may, or " : "";
  return [
    `The ${processor} is a processor that was never built. It has two levels, 0 for programs and 1 for the system, and these`,
    "registers:",
    "",
    ...indented(registerRows(variant)),
    "",
    `Level 1 may do all that can be done. What level 0 may is in the table; the gates are fields of ${control}, as it is before`,
    `the access. A bit of ${control}, behind a write, is`,
    "",
    ...indented(fields.map(({ high, low, name, kind }) => `${bitsText(high, low).padEnd(5)}  ${name.padEnd(2)}  ${BEHIND[kind]}`)),
    "",
    `and any other bit is 0, whatever it was. Of the other registers, all bits are what was written. What is above bit ${width - 1}`,
    `of ${control}, or above the last bit of another register, is lost. A read changes nothing, and gives what the register holds.`,
    "",
    "What is not done makes an exception. Its syndrome has three fields, and 0 elsewhere:",
    "",
    ...indented([
      `${bitsText(places.code + CODE_BITS - 1, places.code).padEnd(5)}  code`,
      `${bitsText(places.number + NUMBER_BITS - 1, places.number).padEnd(5)}  number`,
      `${bitsText(places.read, places.read).padEnd(5)}  read`,
    ]),
    "",
    `1. Where there is no register of that number, or it cannot be read, or written, at either level${undefinedToo}:`,
    `   the code is ${hex(codes.undefined)}, and the rest is 0.`,
    `2. Where level 0 ${neverToo}is not let through by its gates:`,
    `   the code is ${hex(codes.trapped)}; number is the register's; read is 1 of a read, and 0 of a write.`,
    "",
    "Write `foreignAccess({ level, direction, number, value }, { held, control })`: `held` is what the register of that number",
    `holds, \`control\` what ${control} does. It gives { syndrome, value }: if the access is done, a syndrome of 0, and what was`,
    "read or what the register holds behind the write; if not, the syndrome, and a value of 0n. For example:",
    "",
    ...indented(exampleCalls(variant).flatMap(([request, holds]) =>
      [callText(request, holds), `    ${answerText(decideForeign(variant, request, holds))}`])),
  ].join("\n");
}

export const callText = ({ level, direction, number, value }: ForeignRequest, { held, control }: ForeignRegisters): string =>
  `level ${level}, ${direction} ${hex(number)}${direction === "write" ? ` with ${hex(value)}` : ""}; held ${hex(held)}, control ${hex(control)}`;

export const answerText = ({ syndrome, value }: ForeignAnswer): string => `{ syndrome: ${hex(syndrome)}, value: ${hex(value)} }`;

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

const bitsText = (high: number, low: number): string => (high === low ? String(low) : `${high}:${low}`);

function registerRows({ registers }: ControlVariant): string[] {
  const can = { RO: "read", WO: "written", RW: "read, written" } as const;
  const rows = registers.map(({ number, name, width, access, read, write }) => [
    `0x${number.toString(16).padStart(3, "0")}`, name, String(width), can[access],
    access === "WO" ? "" : permissionText(read), access === "RO" ? "" : permissionText(write),
  ]);
  const table = [["number", "name", "bits", "can be", "level 0 reads", "level 0 writes"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
}

function permissionText(permission: Permission): string {
  if (typeof permission === "string") return permission;
  return `if ${permission.gates.map(({ field, open }) => `${field} = ${open}`).join(permission.all ? " and " : " or ")}`;
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
