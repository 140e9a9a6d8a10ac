// The intermediate representation as text, for readers, for tests and for `--emit ir`:
//
//   function app.ts#sum(v0 n: number)
//   b1:
//     v2: number = constant 0
//     jump b3(v2, v2)
//   b3(v4 i: number, v5 s: number):
//     branch lt v4, v0 ? b6 : b7

import type {
  Block, Edge, Instruction, IrFunction, Kind, Parameter, Place, Terminator, Value,
} from "./function";
import type { Program } from "./program";

export interface PrintOptions {
  /** Line and column of the source in the margin. */
  readonly places?: boolean;
}

export function printProgram(program: Program, options: PrintOptions = {}): string {
  return program.functions.map((each) => printFunction(each, options)).join("\n");
}

export function printFunction(ir: IrFunction, { places = false }: PrintOptions = {}): string {
  const margin = (at: Place | undefined): string => {
    if (!places) return "";
    return (at === undefined ? "" : `${at.line}:${at.column}`).padEnd(8);
  };
  const lines = [`${margin(ir.at)}function ${ir.symbol}(${printParameters(ir.parameters)})`];
  for (const block of ir.blocks) {
    lines.push(`${margin(undefined)}${printHead(block)}:`);
    for (const instruction of block.instructions) {
      lines.push(`${margin(instruction.at)}  ${printInstruction(instruction)}`);
    }
    const { terminator } = block;
    const end = terminator === undefined ? "(no end)" : printTerminator(terminator);
    lines.push(`${margin(terminator?.at)}  ${end}`);
  }
  return `${lines.join("\n")}\n`;
}

function printHead({ id, parameters }: Block): string {
  return parameters.length === 0 ? `b${id}` : `b${id}(${printParameters(parameters)})`;
}

function printParameters(parameters: readonly Parameter[]): string {
  return parameters.map(printParameter).join(", ");
}

function printParameter({ id, name, kind }: Parameter): string {
  return name === undefined ? `v${id}: ${kind}` : `v${id} ${name}: ${kind}`;
}

export const printValue = ({ id }: Value): string => `v${id}`;

const list = (values: readonly Value[]): string => values.map(printValue).join(", ");

/** Those that make nothing worth a name. */
const NAMELESS: ReadonlySet<Instruction["op"]> = new Set(["store", "slot store", "guard"]);

export function printInstruction(instruction: Instruction): string {
  const text = describe(instruction);
  if (NAMELESS.has(instruction.op)) return text;
  return `v${instruction.id}: ${instruction.kind} = ${text}`;
}

function describe(i: Instruction): string {
  switch (i.op) {
    case "constant":      return `constant ${printWord(i.value, i.kind)}`;
    case "symbol":        return `symbol ${i.symbol}`;
    case "binary":        return `${i.operator} ${list([i.a, i.b])}`;
    case "unary":         return `${i.operator} ${list([i.a])}`;
    case "compare":       return `compare ${i.comparison} ${list([i.a, i.b])}`;
    case "select":        return `select ${i.comparison} ${list([i.a, i.b])} ? ${
      printValue(i.then)} : ${printValue(i.otherwise)}`;
    case "load":          return `load ${i.width} ${printAddress(i.base, i.offset)}${
      i.invariant ? " invariant" : ""}`;
    case "store":         return `store ${i.width} ${printAddress(i.base, i.offset)}, ${
      printValue(i.value)}`;
    case "slot load":     return `slot load ${i.slot}`;
    case "slot store":    return `slot store ${i.slot}, ${printValue(i.value)}`;
    case "call":          return `call ${i.symbol}(${list(i.args)})`;
    case "call indirect": return `call [${printValue(i.code)}](${list(i.args)})`;
    case "guard":         return `guard ${i.comparison} ${list([i.a, i.b])} else ${i.trap}`;
    case "safe":          return `safe ${printValue(i.a)}`;
    case "non-null":      return `non-null ${printValue(i.a)}`;
    case "machine":       return printMachine(i.text, i.args);
    case "special":       return `special ${i.register}`;
  }
}

function printMachine(text: string, args: readonly Value[]): string {
  return args.length === 0 ? `machine "${text}"` : `machine "${text}" ${list(args)}`;
}

/** Numbers with their sign, words that are large in hexadecimal. */
function printWord(value: bigint, kind: Kind): string {
  if (kind === "number" || kind === "raw") return `${BigInt.asIntN(64, value)}`;
  return value < 0x1_0000n ? `${value}` : `0x${value.toString(16)}`;
}

function printAddress(base: Value, offset: number): string {
  if (offset === 0) return `[${printValue(base)}]`;
  return `[${printValue(base)} ${offset < 0 ? "-" : "+"} ${Math.abs(offset)}]`;
}

export function printTerminator(terminator: Terminator): string {
  switch (terminator.op) {
    case "jump": return `jump ${printEdge(terminator.edge)}`;
    case "branch": {
      const { comparison, a, b, then, otherwise } = terminator;
      return `branch ${comparison} ${list([a, b])} ? ${printEdge(then)} : ${printEdge(otherwise)}`;
    }
    case "return": {
      const { value } = terminator;
      return value === undefined ? "return" : `return ${printValue(value)}`;
    }
    case "trap": return `trap ${terminator.trap}`;
    case "unreachable": return "unreachable";
    case "invoke": {
      const { callee, args, normal, handler } = terminator;
      const name = typeof callee === "string" ? callee : `[${printValue(callee)}]`;
      return `invoke ${name}(${list(args)}) to b${normal.id} handler b${handler.id}`;
    }
  }
}

function printEdge({ to, args }: Edge): string {
  return args.length === 0 ? `b${to.id}` : `b${to.id}(${list(args)})`;
}
