// A function as closures. An instruction becomes a step, but for constants and addresses of
// symbols: these are in their registers before the function starts.

import type { Block, Edge, Instruction, IrFunction, Terminator, Value } from "../function";
import { loadOf, storeOf } from "./accesses";
import {
  type Code, giveUp, type Registers, RESULT, type Section,
  type Step, type Surroundings,
} from "./code";
import { binaryOf, compareOf, unaryOf } from "./operations";
import { type Word, wordOf } from "./word";

export function translate(ir: IrFunction, around: Surroundings): Code {
  return new Translation(ir, around).code();
}

class Translation {
  readonly #ir: IrFunction;
  readonly #around: Surroundings;
  readonly #registers: Registers = [];
  readonly #places = new Map<Value, number>();
  readonly #slots: readonly number[];
  readonly #sections: ReadonlyMap<Block, Section>;

  constructor(ir: IrFunction, around: Surroundings) {
    this.#ir = ir;
    this.#around = around;
    // Having held a bigint once, it is no array of small integers or of doubles: engines make
    // faster code for arrays that are all of one kind.
    this.#registers[RESULT] = 0n;
    this.#registers[RESULT] = 0;
    for (const parameter of ir.parameters) this.#give(parameter);
    for (const block of ir.blocks) {
      for (const each of block.parameters) this.#give(each);
      for (const each of block.instructions) this.#give(each, this.#before(each));
    }
    this.#slots = Array.from({ length: ir.slots }, () => this.#registers.push(0) - 1);
    this.#sections = new Map(ir.blocks.map((block) => [block, {
      steps: [], cost: block.instructions.length + 1, end: () => giveUp("it has no end"),
    }]));
  }

  code(): Code {
    for (const [{ instructions, terminator }, section] of this.#sections) {
      for (const each of instructions) {
        const step = this.#step(each);
        if (step !== undefined) section.steps.push(step);
      }
      section.end = this.#end(terminator!);
    }
    const first = this.#sections.get(this.#ir.blocks[0]!)!;
    return { registers: this.#registers, free: [], hasSlots: this.#slots.length > 0, first };
  }

  /** What is in the instruction's register from the start. */
  #before(instruction: Instruction): Word {
    if (instruction.op === "constant") return wordOf(instruction.value);
    if (instruction.op === "symbol") return wordOf(this.#around.addressOf(instruction.symbol));
    return 0;
  }

  #give(value: Value, word: Word = 0): void {
    this.#places.set(value, this.#registers.push(word) - 1);
  }

  readonly #at = (value: Value): number => this.#places.get(value)!;

  #step(i: Instruction): Step | undefined {
    const to = this.#at(i);
    switch (i.op) {
      case "constant": case "symbol": return undefined;
      case "binary": return binaryStep(to, binaryOf(i.operator), this.#at(i.a), this.#at(i.b));
      case "unary": return unaryStep(to, unaryOf(i.operator), this.#at(i.a));
      case "non-null": return unaryStep(to, (word) => word, this.#at(i.a));
      case "safe": return unaryStep(to, safe, this.#at(i.a));
      case "compare": {
        const [holds, a, b] = [compareOf(i.comparison), this.#at(i.a), this.#at(i.b)];
        return (registers) => { registers[to] = holds(registers[a]!, registers[b]!) ? 1 : 0; };
      }
      case "select": {
        const [holds, a, b] = [compareOf(i.comparison), this.#at(i.a), this.#at(i.b)];
        const [then, otherwise] = [this.#at(i.then), this.#at(i.otherwise)];
        return (registers) => {
          registers[to] = registers[holds(registers[a]!, registers[b]!) ? then : otherwise]!;
        };
      }
      case "guard": {
        const [holds, a, b] = [compareOf(i.comparison), this.#at(i.a), this.#at(i.b)];
        return (registers) => { if (!holds(registers[a]!, registers[b]!)) giveUp(i.trap); };
      }
      case "load": {
        const [load, base] = [loadOf(i.width, this.#around.memory), this.#at(i.base)];
        const { offset } = i;
        return (registers) => { registers[to] = load(addressIn(registers[base]!) + offset); };
      }
      case "store": {
        const [store, base, value] =
          [storeOf(i.width, this.#around.memory), this.#at(i.base), this.#at(i.value)];
        const { offset } = i;
        return (registers) => { store(addressIn(registers[base]!) + offset, registers[value]!); };
      }
      case "slot load": return unaryStep(to, (word) => word, this.#slots[i.slot]!);
      case "slot store": return unaryStep(this.#slots[i.slot]!, (word) => word, this.#at(i.value));
      case "call": case "call indirect":
        return this.#call(to, i.op === "call" ? i.symbol : i.code, i.args);
      case "machine": case "special": return () => giveUp(i.op);
    }
  }

  #call(to: number, callee: string | Value, args: readonly Value[]): Step {
    const from = args.map(this.#at);
    const around = this.#around;
    if (typeof callee === "string") {
      const call = around.callable(callee);
      return (registers) => { registers[to] = call(registers, from); };
    }
    const code = this.#at(callee);
    return (registers) => {
      const call = around.callableAt(registers[code]!);
      registers[to] = call(registers, from);
    };
  }

  #end(end: Terminator): Section["end"] {
    switch (end.op) {
      case "jump": return this.#way(end.edge);
      case "branch": {
        const [holds, a, b] = [compareOf(end.comparison), this.#at(end.a), this.#at(end.b)];
        const [then, otherwise] = [this.#way(end.then), this.#way(end.otherwise)];
        return (registers) =>
          (holds(registers[a]!, registers[b]!) ? then(registers) : otherwise(registers));
      }
      case "return": {
        if (end.value === undefined) return () => undefined;
        const value = this.#at(end.value);
        return (registers) => { registers[RESULT] = registers[value]!; return undefined; };
      }
      case "invoke": {
        // Where it throws, this gives up: so it is a call.
        const [parameter] = end.normal.parameters;
        const to = parameter === undefined ? RESULT : this.#at(parameter);
        const call = this.#call(to, end.callee, end.args);
        const section = this.#sections.get(end.normal)!;
        return (registers) => { call(registers); return section; };
      }
      case "trap": case "unreachable": return () => giveUp(end.op);
    }
  }

  #way({ to, args }: Edge): Section["end"] {
    const section = this.#sections.get(to)!;
    const pairs = args.map((each, i) => [this.#at(each), this.#at(to.parameters[i]!)] as const)
      .filter(([from, into]) => from !== into);
    const [first, second] = pairs;
    if (first === undefined) return () => section;
    const [from, into] = first;
    if (second === undefined) {
      return (registers) => { registers[into] = registers[from]!; return section; };
    }
    const [froms, intos] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
    const words: Word[] = [];
    return (registers) => {
      for (let i = 0; i < froms.length; i++) words[i] = registers[froms[i]!]!;
      for (let i = 0; i < intos.length; i++) registers[intos[i]!] = words[i]!;
      return section;
    };
  }
}

/** Nothing is at the address of a function. */
const addressIn = (word: Word): number => (typeof word === "number" ? word : giveUp("no address"));

const safe = (word: Word): Word => (typeof word === "number" ? word : giveUp("unsafe"));

const unaryStep = (to: number, compute: (a: Word) => Word, a: number): Step =>
  (registers) => { registers[to] = compute(registers[a]!); };

const binaryStep = (to: number, compute: (a: Word, b: Word) => Word, a: number, b: number): Step =>
  (registers) => { registers[to] = compute(registers[a]!, registers[b]!); };

