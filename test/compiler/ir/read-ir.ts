// Reads what print.ts writes, so that tests can be written as text. Places: an instruction's line is
// its line in the text, from 1 at the function's head.
import {
  Block, type Edge, type Instruction, IrFunction, type Kind, type Parameter, type Place,
  type Terminator, type Value,
} from "../../../src/compiler/ir/function";
import { replaceOperands, withOperands } from "../../../src/compiler/ir/operands";

export function readIr(text: string): IrFunction {
  return new Reader(text).read();
}

/** Stands for a value that the text has not shown yet. */
const later = (name: string): Value => ({ op: "parameter", kind: "raw", id: Number(name.slice(1)) });

class Reader {
  readonly #lines: readonly string[];
  readonly #values = new Map<number, Value>();
  readonly #blocks = new Map<string, Block>();
  #at: Place = { file: "a.ts", line: 1, column: 1 };

  constructor(text: string) {
    this.#lines = text.trim().split("\n").map((line) => line.trim());
  }

  read(): IrFunction {
    const [head = "", ...rest] = this.#lines;
    const [, symbol = "", inside = ""] = /^function (.*?)\((.*)\)$/.exec(head)!;
    const title = symbol.split("#").at(-1)!;
    const parameters = this.#parameters(inside);
    const blocks: Block[] = [];
    let slots = 0;
    rest.forEach((line, i) => {
      this.#at = { file: "a.ts", line: i + 2, column: 1 };
      const start = /^(b\d+)(?:\((.*)\))?:$/.exec(line);
      if (start !== null) {
        blocks.push(this.#block(start[1]!));
        blocks.at(-1)!.parameters.push(...this.#parameters(start[2] ?? ""));
        return;
      }
      const slot = /slot (?:load|store) (\d+)/.exec(line)?.[1];
      if (slot !== undefined) slots = Math.max(slots, Number(slot) + 1);
      const block = blocks.at(-1)!;
      const end = this.#terminator(line);
      if (end !== undefined) block.terminator = end;
      else block.instructions.push(this.#instruction(line));
    });
    const ir = new IrFunction(symbol, title, parameters, { file: "a.ts", line: 1, column: 1 });
    ir.slots = slots;
    ir.blocks.push(...blocks);
    const resolve = (value: Value): Value => this.#values.get(value.id)!;
    for (const block of blocks) {
      for (const each of block.instructions) replaceOperands(each, resolve);
      block.terminator = withOperands(block.terminator!, resolve);
    }
    const most = Math.max(...this.#values.keys(), ...blocks.map(({ id }) => id));
    while (ir.newId() < Math.max(most, 99)); // New names start at 100.
    return ir;
  }

  #parameters(text: string): Parameter[] {
    if (text === "") return [];
    return text.split(", ").map((each) => {
      const [, id, name, kind] = /^v(\d+)(?: (\w+))?: (.*)$/.exec(each)!;
      const parameter: Parameter = {
        op: "parameter", kind: kind as Kind, id: Number(id), ...(name === undefined ? {} : { name }),
      };
      this.#values.set(parameter.id, parameter);
      return parameter;
    });
  }

  #block(name: string): Block {
    const known = this.#blocks.get(name);
    if (known !== undefined) return known;
    const block = new Block(Number(name.slice(1)));
    this.#blocks.set(name, block);
    return block;
  }

  #edge(text: string): Edge {
    const [, name, args = ""] = /^(b\d+)(?:\((.*)\))?$/.exec(text)!;
    return { to: this.#block(name!), args: values(args) };
  }

  #terminator(line: string): Terminator | undefined {
    const at = this.#at;
    const [word = "", ...rest] = line.split(" ");
    const tail = rest.join(" ");
    switch (word) {
      case "jump": return { op: "jump", edge: this.#edge(tail), at };
      case "branch": {
        const [, comparison, a, b, then, otherwise] =
          /^(\w+) (v\d+), (v\d+) \? (.*) : (.*)$/.exec(tail)!;
        return {
          op: "branch", at, comparison: comparison as "eq", a: later(a!), b: later(b!),
          then: this.#edge(then!), otherwise: this.#edge(otherwise!),
        };
      }
      case "return": return { op: "return", value: tail === "" ? undefined : later(tail), at };
      case "trap": return { op: "trap", trap: tail as "index", at };
      case "unreachable": return { op: "unreachable", at };
      case "invoke": {
        const [, callee = "", args = "", normal, handler] =
          /^(.*)\((.*)\) to (b\d+) handler (b\d+)$/.exec(tail)!;
        return {
          op: "invoke", at, args: values(args),
          callee: callee.startsWith("[") ? later(callee.slice(1, -1)) : callee,
          normal: this.#block(normal!), handler: this.#block(handler!),
        };
      }
      default: return undefined;
    }
  }

  #instruction(line: string): Instruction {
    const named = /^v(\d+): (.*?) = (.*)$/.exec(line);
    const id = named === null ? 10_000 + this.#at.line : Number(named[1]);
    const kind = (named?.[2] ?? "raw") as Kind;
    const made = { id, kind, at: this.#at, ...read(named?.[3] ?? line) } as Instruction;
    this.#values.set(id, made);
    return made;
  }
}

const values = (text: string): Value[] => (text === "" ? [] : text.split(", ").map(later));

const ADDRESS = String.raw`\[(v\d+)(?: ([+-]) (\d+))?\]`;

function read(text: string): object {
  const is = (pattern: string): RegExpExecArray | null => new RegExp(`^${pattern}$`).exec(text);
  const offset = (sign: string | undefined, digits: string | undefined): number =>
    (sign === "-" ? -1 : 1) * Number(digits ?? 0) + 0;
  let m: RegExpExecArray | null;
  if ((m = is("constant (.*)"))) {
    return { op: "constant", value: BigInt.asUintN(64, BigInt(m[1]!)) };
  }
  if ((m = is("symbol (.*)"))) return { op: "symbol", symbol: m[1] };
  if ((m = is(String.raw`compare (\w+) (v\d+), (v\d+)`))) {
    return { op: "compare", comparison: m[1], a: later(m[2]!), b: later(m[3]!) };
  }
  if ((m = is(String.raw`select (\w+) (v\d+), (v\d+) \? (v\d+) : (v\d+)`))) {
    return {
      op: "select", comparison: m[1], a: later(m[2]!), b: later(m[3]!),
      then: later(m[4]!), otherwise: later(m[5]!),
    };
  }
  if ((m = is(`load (\\w+) ${ADDRESS}( invariant)?`))) {
    return {
      op: "load", width: m[1], base: later(m[2]!), offset: offset(m[3], m[4]),
      invariant: m[5] !== undefined,
    };
  }
  if ((m = is(`store (\\w+) ${ADDRESS}, (v\\d+)`))) {
    return {
      op: "store", width: m[1], base: later(m[2]!), offset: offset(m[3], m[4]), value: later(m[5]!),
    };
  }
  if ((m = is(String.raw`slot load (\d+)`))) return { op: "slot load", slot: Number(m[1]) };
  if ((m = is(String.raw`slot store (\d+), (v\d+)`))) {
    return { op: "slot store", slot: Number(m[1]), value: later(m[2]!) };
  }
  if ((m = is(String.raw`call \[(v\d+)\]\((.*)\)`))) {
    return { op: "call indirect", code: later(m[1]!), args: values(m[2]!) };
  }
  if ((m = is(String.raw`call (.*)\((.*)\)`))) {
    return { op: "call", symbol: m[1], args: values(m[2]!) };
  }
  if ((m = is(String.raw`guard (\w+) (v\d+), (v\d+) else (.*)`))) {
    return { op: "guard", comparison: m[1], a: later(m[2]!), b: later(m[3]!), trap: m[4] };
  }
  if ((m = is(String.raw`safe (v\d+)`))) return { op: "safe", a: later(m[1]!) };
  if ((m = is(String.raw`non-null (v\d+)`))) return { op: "non-null", a: later(m[1]!) };
  if ((m = is(String.raw`machine "(.*?)"(?: (.*))?`))) {
    return { op: "machine", text: m[1], args: values(m[2] ?? "") };
  }
  if ((m = is("special FP"))) return { op: "special", register: "FP" };
  if ((m = is(String.raw`(\w+) (v\d+), (v\d+)`))) {
    return { op: "binary", operator: m[1], a: later(m[2]!), b: later(m[3]!) };
  }
  if ((m = is(String.raw`(\w+) (v\d+)`))) return { op: "unary", operator: m[1], a: later(m[2]!) };
  throw new Error(`no instruction: ${text}`);
}
