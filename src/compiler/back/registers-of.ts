// Which registers a machine instruction reads and writes.

import {
  type Exit, isVirtual, type MachineInstruction, type Register, type Source,
} from "./machine";

/** The fields of a row that are registers which it reads. The others: Rd, and Rt of a load. */
const READ = ["Rn", "Rm", "Ra", "Rt", "Rt2"] as const;

const isLoad = (row: string): boolean => row.startsWith("LD");

/** The fields of a row that hold a register, by what becomes of it. */
function fieldsOf(row: string): { readonly read: readonly string[]; readonly written: string } {
  return isLoad(row)
    ? { read: ["Rn", "Rm"], written: "Rt" }
    : { read: READ, written: "Rd" };
}

/** The field that holds the register which a row writes. */
export const writtenField = (row: string): string => fieldsOf(row).written;

const virtual = (sources: readonly (Source | undefined)[]): Register[] =>
  sources.filter((source): source is Register => typeof source === "number" && isVirtual(source));

/** The virtual registers that it reads, each as often as it does. */
export function usesOf(instruction: MachineInstruction): Register[] {
  switch (instruction.op) {
    case "row":
      return virtual(fieldsOf(instruction.row).read.map((name) => instruction.fields[name]));
    case "move": case "store slot": return virtual([instruction.from]);
    case "call": {
      const { callee, args } = instruction;
      return virtual(typeof callee === "number" ? [callee, ...args] : args);
    }
    case "assembly": return virtual(instruction.args);
    case "constant": case "address": case "load near": case "load slot": case "enter": case "catch":
      return [];
  }
}

/** The virtual registers that it writes. */
export function definitionsOf(instruction: MachineInstruction): Register[] {
  switch (instruction.op) {
    case "row": return virtual([instruction.fields[fieldsOf(instruction.row).written]]);
    case "constant": case "address": case "load near": case "move": case "load slot":
    case "catch":
      return virtual([instruction.to]);
    case "call": case "assembly": return virtual([instruction.result]);
    case "enter": return virtual(instruction.to);
    case "store slot": return [];
  }
}

export function usesOfExit(exit: Exit): Register[] {
  switch (exit.op) {
    case "jump":   return virtual(exit.args);
    case "branch": return virtual([exit.test.fields["Rt"]]);
    case "return": return virtual([exit.value]);
    case "trap": case "none": return [];
  }
}

export type Rename = (register: Register) => Register;

const inSource = (source: Source, rename: Rename): Source =>
  typeof source === "number" ? rename(source) : source;

const inFields = (
  fields: Readonly<Record<string, number>>, names: readonly string[], rename: Rename,
): Record<string, number> =>
  Object.fromEntries(Object.entries(fields).map(
    ([name, value]) => [name, names.includes(name) ? rename(value) : value]));

/** The instruction with `use` of each register that it reads, `definition` of those it writes. */
export function renamed(
  instruction: MachineInstruction, use: Rename, definition: Rename,
): MachineInstruction {
  switch (instruction.op) {
    case "row": {
      const { read, written } = fieldsOf(instruction.row);
      const fields = inFields(inFields(instruction.fields, read, use), [written], definition);
      return { ...instruction, fields };
    }
    case "constant": case "address": case "load near": case "load slot":
      return { ...instruction, to: definition(instruction.to) };
    case "move": {
      const { from, to } = instruction;
      return { ...instruction, from: use(from), to: definition(to) };
    }
    case "store slot": return { ...instruction, from: use(instruction.from) };
    case "call": {
      const { callee, args, result } = instruction;
      return {
        ...instruction,
        callee: typeof callee === "number" ? use(callee) : callee,
        args: args.map((arg) => inSource(arg, use)),
        result: result === undefined ? undefined : definition(result),
      };
    }
    case "enter": return { ...instruction, to: instruction.to.map(definition) };
    case "catch": {
      const { to } = instruction;
      return { ...instruction, to: to === undefined ? undefined : definition(to) };
    }
    case "assembly": {
      const args = instruction.args.map(use);
      return { ...instruction, args, result: definition(instruction.result) };
    }
  }
}

export function renamedExit<E extends Exit>(exit: E, use: Rename): E {
  switch (exit.op) {
    case "jump": return { ...exit, args: exit.args.map((arg) => inSource(arg, use)) };
    case "branch": {
      const fields = inFields(exit.test.fields, ["Rt"], use);
      return { ...exit, test: { ...exit.test, fields } };
    }
    case "return":
      return exit.value === undefined ? exit : { ...exit, value: inSource(exit.value, use) };
    case "trap": case "none": return exit;
  }
}
