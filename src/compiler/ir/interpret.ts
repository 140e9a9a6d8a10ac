// Runs functions of the intermediate representation as they are written: one instruction after the
// other, words as bigints. It is slow and has no opinions, so the optimizer and the back end are
// held against it, and it computes at compile time what module initializers compute.
//
// 1. A function that the world has natively is never interpreted, whatever the program says of it.
// 2. A frame that waits for a call stands at that call: its place is what a stack trace says.

import { bug } from "../../base/bug";
import { AddressMap } from "./address-map";
import { Frame, type Suspended } from "./frame";
import type { Block, Edge, Instruction, IrFunction, Value } from "./function";
import { BINARY, COMPARE, type Trap, UNARY } from "./operation";
import type { Program } from "./program";
import { isSafe } from "./safe-integer";
import { OutOfFuel, type Running, Thrown, Trapped, type World } from "./world";
import type { SparseMemory } from "./memory";

const WORD = (1n << 64n) - 1n;

export class Interpreter implements Running {
  readonly addresses: AddressMap;
  readonly #world: World;
  readonly #functions: ReadonlyMap<string, IrFunction>;
  #fuel: number;
  #top: Frame | undefined;

  constructor(program: Program, world: World) {
    this.#world = world;
    this.#functions = new Map(program.functions.map((each) => [each.symbol, each]));
    this.addresses = new AddressMap(program, world.natives.keys());
    this.#fuel = world.fuel;
  }

  get memory(): SparseMemory {
    return this.addresses.memory;
  }

  /** How many instructions, terminators among them, may still run. */
  get fuel(): number {
    return this.#fuel;
  }

  /** The functions that wait for each other, the innermost first. */
  get trace(): Suspended[] {
    const trace: Suspended[] = [];
    for (let frame = this.#top; frame !== undefined; frame = frame.caller) {
      trace.push(frame.suspended);
    }
    return trace;
  }

  /** @throws Trapped, Thrown, OutOfFuel */
  call(symbol: string, args: readonly bigint[] = []): bigint {
    const bottom = this.#top;
    try {
      const result = this.#enter(symbol, args);
      return result ?? this.#run(bottom);
    } finally {
      this.#top = bottom;
    }
  }

  trap(trap: Trap): never {
    throw new Trapped(trap, this.trace);
  }

  throw(exception: bigint): never {
    throw new Thrown(exception, this.trace);
  }

  /** A native answers at once; another function gets a frame, and nothing is answered yet. */
  #enter(symbol: string, args: readonly bigint[]): bigint | undefined {
    const native = this.#world.natives.get(symbol);
    if (native !== undefined) return native(args, this) & WORD;
    const ir = this.#functions.get(symbol) ?? bug(`there is no function ${symbol}`);
    if (ir.parameters.length > args.length) bug(`${symbol} is called with ${args.length}`);
    if (this.#top !== undefined && this.#top.depth >= this.#world.deepest) this.trap("stack");
    this.#top = new Frame(ir, args, this.#top);
    return undefined;
  }

  /** Until the frame above `bottom` returns. */
  #run(bottom: Frame | undefined): bigint {
    for (;;) {
      try {
        const result = this.#runUntilThrown(bottom);
        return result;
      } catch (error) {
        if (!(error instanceof Thrown)) throw error;
        this.#unwind(error, bottom);
      }
    }
  }

  #runUntilThrown(bottom: Frame | undefined): bigint {
    for (;;) {
      if (this.#fuel-- <= 0) throw new OutOfFuel(this.trace);
      const frame = this.#top!;
      const instruction = frame.block.instructions[frame.next];
      if (instruction !== undefined) {
        this.#execute(frame, instruction);
        continue;
      }
      const result = this.#leave(frame, frame.block);
      if (result === undefined) continue;
      this.#top = frame.caller;
      if (frame.caller === bottom) return result;
      this.#resume(frame.caller!, result);
    }
  }

  /** A call's frame gets the answer and goes on behind the call. */
  #resume(frame: Frame, result: bigint): void {
    const instruction = frame.block.instructions[frame.next];
    if (instruction !== undefined) {
      frame.set(instruction, result);
      frame.next++;
      return;
    }
    const { terminator } = frame.block;
    if (terminator?.op !== "invoke") return bug("a frame waits at no call");
    frame.go(terminator.normal, terminator.normal.parameters.length === 0 ? [] : [result]);
  }

  #unwind(thrown: Thrown, bottom: Frame | undefined): void {
    while (this.#top !== bottom) {
      const frame = this.#top!;
      const { terminator, instructions } = frame.block;
      if (frame.next === instructions.length && terminator?.op === "invoke") {
        const { handler } = terminator;
        frame.go(handler, handler.parameters.length === 0 ? [] : [thrown.exception]);
        return;
      }
      this.#top = frame.caller;
    }
    throw thrown;
  }

  #execute(frame: Frame, i: Instruction): void {
    const result = this.#compute(frame, i);
    if (result === undefined) return; // A call that has got a frame.
    frame.set(i, result);
    frame.next++;
  }

  #compute(frame: Frame, i: Instruction): bigint | undefined {
    const get = (value: Value): bigint => frame.get(value);
    switch (i.op) {
      case "constant":   return i.value;
      case "symbol":     return this.addresses.addressOf(i.symbol);
      case "binary":     return BINARY[i.operator](get(i.a), get(i.b));
      case "unary":      return UNARY[i.operator](get(i.a));
      case "compare":    return COMPARE[i.comparison](get(i.a), get(i.b)) ? 1n : 0n;
      case "select":
        return get(COMPARE[i.comparison](get(i.a), get(i.b)) ? i.then : i.otherwise);
      case "load":       return this.memory.load(i.width, Number(get(i.base)) + i.offset);
      case "store":
        this.memory.store(i.width, Number(get(i.base)) + i.offset, get(i.value));
        return 0n;
      case "slot load":  return frame.slots[i.slot] ?? 0n;
      case "slot store": return (frame.slots[i.slot] = get(i.value));
      case "guard":
        return COMPARE[i.comparison](get(i.a), get(i.b)) ? 0n : this.trap(i.trap);
      case "safe":       return isSafe(get(i.a)) ? get(i.a) : this.trap("unsafe");
      case "non-null":   return get(i.a);
      case "machine":    return this.#world.machine(i.text, i.args.map(get), this) & WORD;
      case "special":    return BigInt(frame.depth);
      case "call":       return this.#enter(i.symbol, i.args.map(get));
      case "call indirect":
        return this.#enter(this.#functionAt(get(i.code)), i.args.map(get));
    }
  }

  /** The answer, if the frame returns; else it stands in another block, or waits. */
  #leave(frame: Frame, { terminator }: Block): bigint | undefined {
    const get = (value: Value): bigint => frame.get(value);
    const go = ({ to, args }: Edge): undefined => { frame.go(to, args.map(get)); };
    switch (terminator?.op) {
      case "jump":   return go(terminator.edge);
      case "branch": {
        const { comparison, a, b, then, otherwise } = terminator;
        return go(COMPARE[comparison](get(a), get(b)) ? then : otherwise);
      }
      case "return": return terminator.value === undefined ? 0n : get(terminator.value);
      case "trap":   return this.trap(terminator.trap);
      case "invoke": return this.#invoke(frame, terminator.callee, terminator.args.map(get));
      case "unreachable": case undefined:
        return bug(`${frame.ir.symbol}: control reached what it cannot reach`);
    }
  }

  #invoke(frame: Frame, callee: string | Value, args: readonly bigint[]): undefined {
    const symbol = typeof callee === "string" ? callee : this.#functionAt(frame.get(callee));
    const result = this.#enter(symbol, args);
    if (result !== undefined) this.#resume(frame, result);
  }

  #functionAt(code: bigint): string {
    return this.addresses.symbolAt(code) ?? bug(`no function is at 0x${code.toString(16)}`);
  }
}
