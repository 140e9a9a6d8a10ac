// Instructions as the debugger lists them: where, what, and what it does.
//
//   => 0x10004 <again>  add  x1, x1, #1    x1 = x1 + 1
//   *  0x10008          str  w1, [x0, #8]  mem32[x0 + 8] = w1

import { hex, hex32, type VirtAddr } from "../../base/word";
import type { Cpu } from "../../machine/cpu/cpu";
import { explain } from "../../machine/cpu/explain";
import { meaningOf, undefinedMeaning } from "../../machine/cpu/meanings";
import { peek } from "../../machine/cpu/stepping/peek";
import type { Symbols } from "./symbols";

export interface InstructionLine {
  readonly address: VirtAddr;
  /** "<main+0x4>", or "". */
  readonly label: string;
  /** "add x1, x1, #1" */
  readonly assembly: string;
  /** "x1 = x1 + 1" */
  readonly meaning: string;
}

/** `count` instructions from `address` on. */
export function instructionsFrom(cpu: Cpu, symbols: Symbols, address: VirtAddr, count: number): InstructionLine[] {
  return Array.from({ length: count }, (_, i) => instructionAt(cpu, symbols, BigInt.asUintN(64, address + BigInt(4 * i))));
}

export function instructionAt(cpu: Cpu, symbols: Symbols, address: VirtAddr): InstructionLine {
  const label = symbols.nearest(address) ?? "";
  const bytes = peek(cpu, address, 4).filter((byte) => byte !== undefined);
  if (bytes.length < 4) return { address, label, assembly: "", meaning: "there is no memory here" };
  const word = bytes.reduceRight((value, byte) => (value << 8) | byte, 0);
  const meaning = meaningOf(cpu.decoder, word);
  if (meaning === undefined) {
    return { address, label, assembly: `.inst ${hex32(word)}`, meaning: explain(undefinedMeaning(word), address) };
  }
  const assembly = cpu.decoder.disassemble(word, address).replace("\t", " ");
  const named = (goes: string, target: string): string => [goes, symbols.nearest(BigInt(target))].join(" ").trim();
  return { address, label, assembly, meaning: explain(meaning, address).replace(/PC = (0x[0-9a-f]+)/, named) };
}

/** In columns; `mark` is put in front of each. */
export function instructionLines(lines: readonly InstructionLine[], mark: (line: InstructionLine) => string): string[] {
  const places = lines.map(({ address, label }) => `${hex(address)} ${label}`.trim());
  const widths = [places, lines.map(({ assembly }) => assembly)].map((texts) => Math.max(0, ...texts.map((text) => text.length)));
  return lines.map((line, i) =>
    `${mark(line)} ${places[i]!.padEnd(widths[0]!)}  ${line.assembly.padEnd(widths[1]!)}  ${line.meaning}`.trimEnd());
}
