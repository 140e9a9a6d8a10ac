/** A machine instruction before it has registers, as assembly: v3 where a register will be. */
import { isVirtual, type Exit, type MachineBlock, type MachineInstruction, type Register, type Source } from "../../../compiler/back/machine";
import { type Fields, type RowName, wordOf } from "../../../compiler/back/encode";
import { definitionsOf, usesOf } from "../../../compiler/back/registers-of";
import type { Decoder } from "../../../machine/decoder/decoder";

export type NameOf = (register: Register) => string;
export type BlockName = (block: MachineBlock) => string;

export function instructionText(instruction: MachineInstruction, nameOf: NameOf, decoder: Decoder): string {
  const source = (from: Source): string => sourceText(from, nameOf);
  switch (instruction.op) {
    case "row": return rowText(instruction, nameOf, decoder);
    case "constant": return `mov ${nameOf(instruction.to)}, #${BigInt.asIntN(64, instruction.value)}`;
    case "address": return `adr ${nameOf(instruction.to)}, ${shortSymbol(instruction.symbol)}`;
    case "load near": return `ldr ${nameOf(instruction.to)}, ${shortSymbol(instruction.symbol)}`;
    case "move": return `mov ${nameOf(instruction.to)}, ${nameOf(instruction.from)}`;
    case "load slot": return `ldr ${nameOf(instruction.to)}, [the frame]`;
    case "store slot": return `str ${nameOf(instruction.from)}, [the frame]`;
    case "call": {
      const { callee, args, result } = instruction;
      const call = `bl ${typeof callee === "number" ? nameOf(callee) : shortSymbol(callee)}(${args.map(source).join(", ")})`;
      return result === undefined ? call : `${call} → ${nameOf(result)}`;
    }
    case "enter": return `enter ${instruction.to.map(nameOf).join(", ")}`;
    case "catch": return instruction.to === undefined ? "an exception" : `x0 → ${nameOf(instruction.to)}`;
    case "assembly": return instruction.text.replace("{result}", nameOf(instruction.result)).replace(/\{(\d)\}/g, (_, i: string) => nameOf(instruction.args[Number(i)]!));
  }
}

export function exitText(exit: Exit, nameOf: NameOf, block: BlockName, decoder: Decoder): string {
  switch (exit.op) {
    case "jump": {
      const moves = exit.args.map((arg, i) => `${sourceText(arg, nameOf)} → ${nameOf(exit.to.parameters[i]!)}`);
      return [`b ${block(exit.to)}`, ...moves].join(", ");
    }
    case "branch": return `${testText(exit.test, nameOf, decoder)} ${block(exit.then)}, or ${block(exit.otherwise)}`;
    case "return": return exit.value === undefined ? "ret" : `ret ${sourceText(exit.value, nameOf)}`;
    case "trap": return `trap ${exit.trap}`;
    case "none": return "";
  }
}

function rowText(instruction: MachineInstruction & { readonly op: "row" }, nameOf: NameOf, decoder: Decoder): string {
  if (instruction.traps !== undefined) return `${testText(instruction, nameOf, decoder)} trap: ${instruction.traps}`;
  const virtual = [...usesOf(instruction), ...definitionsOf(instruction)];
  return printed(instruction.row, instruction.fields, virtual, nameOf, decoder);
}

/** "b.lt", "tbnz v3, #2,": a branch, which has no distance yet. */
function testText({ row, fields }: { readonly row: RowName; readonly fields: Fields }, nameOf: NameOf, decoder: Decoder): string {
  const distance = row === "TBZ" || row === "TBNZ" ? { imm14: 0 } : { imm19: 0 };
  const virtual = Object.values(fields).filter(isVirtual);
  return printed(row, { ...fields, ...distance }, virtual, nameOf, decoder).replace(/\s*\S+$/, "");
}

/** Encoded with registers that it does not use otherwise, taken apart again, and those replaced by the names. */
function printed(row: RowName, fields: Fields, virtual: readonly Register[], nameOf: NameOf, decoder: Decoder): string {
  const used = new Set(Object.values(fields));
  const spare = Array.from({ length: 28 }, (_, i) => i).filter((register) => !used.has(register));
  const stand = new Map([...new Set(virtual)].map((register, i) => [register, spare[i]!]));
  const physical = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, stand.get(value) ?? value]));
  const names = new Map([...stand].map(([register, number]) => [`${number}`, nameOf(register)]));
  const text = decoder.disassemble(wordOf(row, physical), 0n).replace("\t", " ");
  return text.replace(/\b[xw](\d+)\b/g, (whole, number: string) => names.get(number) ?? whole);
}

const sourceText = (from: Source, nameOf: NameOf): string => {
  if (typeof from === "number") return isVirtual(from) ? nameOf(from) : `x${from}`;
  return from.op === "constant" ? `#${BigInt.asIntN(64, from.value)}` : shortSymbol(from.symbol);
};

const shortSymbol = (symbol: string): string => symbol.replace(/^.*#/, "");
