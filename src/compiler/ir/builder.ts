// What the front end lowers to: it appends instructions to a block, and reads and writes variables;
// the blocks' parameters, which make single assignment of it, come by themselves. After Braun et
// al., "Simple and Efficient Construction of Static Single Assignment Form" (2013).
//
// 1. A block is sealed as soon as all jumps to it are made. Until then, what is read in it and not
//    written becomes a parameter; when it is sealed, a parameter that has only one possible value
//    is replaced by that value.
// 2. A block to which nothing jumps when it is started is dead: what is put into it is dropped.
//    So is whatever stands behind a terminator.

import { bug } from "../../base/bug";
import type {
  Block, Edge, Instruction, IrFunction, Kind, Parameter, Place, Value,
} from "./function";
import type { BinaryOp, Comparison, Trap, UnaryOp, Width } from "./operation";
import { Variables } from "./variables";
import { newFunction } from "./new-function";

/** Of an instruction, what the builder does not know by itself. */
type Without<T> = T extends unknown ? Omit<T, "id" | "at"> : never;

export class FunctionBuilder {
  readonly ir: IrFunction;
  /** Of the instructions that come next. */
  at: Place;
  /** Where calls throw to; without one, to the caller's caller. */
  handler: Block | undefined;
  readonly #variables: Variables;
  #block: Block;
  #isOpen = true;

  constructor(
    symbol: string, title: string,
    parameters: readonly { readonly name: string; readonly kind: Kind }[], at: Place,
  ) {
    this.ir = newFunction(symbol, title, parameters, at);
    this.at = at;
    this.#block = this.ir.newBlock();
    this.#variables = new Variables(this.ir, this.#block);
    this.seal(this.#block);
  }

  get parameters(): readonly Parameter[] {
    return this.ir.parameters;
  }

  /** Whether control comes to where the next instruction goes. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Where the next instruction goes. */
  get block(): Block {
    return this.#block;
  }

  // ---- blocks

  newBlock(): Block {
    return this.ir.newBlock();
  }

  /** A parameter that each jump to the block gives an argument. Before anything jumps to it. */
  newParameter(block: Block, kind: Kind, name?: string): Parameter {
    const parameter: Parameter = {
      op: "parameter", kind, id: this.ir.newId(), ...(name === undefined ? {} : { name }),
    };
    block.parameters.push(parameter);
    return parameter;
  }

  /** What comes next goes into this block. */
  start(block: Block): void {
    if (this.#isOpen) bug(`b${this.#block.id} has no end, and b${block.id} starts`);
    this.#block = block;
    this.#isOpen = this.#variables.isReached(block);
  }

  /** No other jump will go to this block. */
  seal(block: Block): void {
    this.#variables.seal(block);
  }

  /** Starts a block that all jumps to it precede. */
  startSealed(block: Block): void {
    this.seal(block);
    this.start(block);
  }

  // ---- variables

  write(variable: unknown, value: Value): void {
    if (this.#isOpen) this.#variables.write(variable, this.#block, value);
  }

  read(variable: unknown, kind: Kind, name?: string): Value {
    if (!this.#isOpen) return this.constant(0n, kind);
    return this.#variables.read({ key: variable, kind, name }, this.#block);
  }

  // ---- instructions

  constant(value: bigint | number | boolean, kind: Kind): Value {
    return this.#add({ op: "constant", kind, value: BigInt.asUintN(64, BigInt(value)) });
  }

  symbol(symbol: string, kind: Kind = "raw"): Value {
    return this.#add({ op: "symbol", kind, symbol });
  }

  binary(operator: BinaryOp, a: Value, b: Value, kind: Kind): Value {
    return this.#add({ op: "binary", kind, operator, a, b });
  }

  unary(operator: UnaryOp, a: Value, kind: Kind): Value {
    return this.#add({ op: "unary", kind, operator, a });
  }

  compare(comparison: Comparison, a: Value, b: Value): Value {
    return this.#add({ op: "compare", kind: "boolean", comparison, a, b });
  }

  select(
    comparison: Comparison, a: Value, b: Value, then: Value, otherwise: Value, kind: Kind,
  ): Value {
    return this.#add({ op: "select", kind, comparison, a, b, then, otherwise });
  }

  load(width: Width, base: Value, offset: number, kind: Kind, invariant = false): Value {
    return this.#add({ op: "load", kind, width, base, offset, invariant });
  }

  store(width: Width, base: Value, offset: number, value: Value): void {
    this.#add({ op: "store", kind: "raw", width, base, offset, value });
  }

  slotLoad(slot: number, kind: Kind): Value {
    return this.#add({ op: "slot load", kind, slot });
  }

  slotStore(slot: number, value: Value): void {
    this.#add({ op: "slot store", kind: "raw", slot, value });
  }

  guard(comparison: Comparison, a: Value, b: Value, trap: Trap): void {
    this.#add({ op: "guard", kind: "raw", comparison, a, b, trap });
  }

  safe(a: Value): Value {
    return this.#add({ op: "safe", kind: "number", a });
  }

  nonNull(a: Value, kind: Kind = "ref"): Value {
    return this.#add({ op: "non-null", kind, a });
  }

  machine(text: string, args: readonly Value[], kind: Kind): Value {
    return this.#add({ op: "machine", kind, text, args });
  }

  framePointer(): Value {
    return this.#add({ op: "special", kind: "raw", register: "FP" });
  }

  /** Under a handler this ends the block, and what comes next goes into a new one. */
  call(symbol: string, args: readonly Value[], kind: Kind): Value {
    if (this.handler !== undefined) return this.#invoke(symbol, args, kind, this.handler);
    return this.#add({ op: "call", kind, symbol, args });
  }

  callIndirect(code: Value, args: readonly Value[], kind: Kind): Value {
    if (this.handler !== undefined) return this.#invoke(code, args, kind, this.handler);
    return this.#add({ op: "call indirect", kind, code, args });
  }

  // ---- terminators

  jump(to: Block, args: readonly Value[] = []): void {
    const [edge] = this.#edges([{ to, args }]);
    this.#end({ op: "jump", edge: edge!, at: this.at });
  }

  /** The edges give no arguments: a block that wants some is jumped to from one of its own. */
  branch(comparison: Comparison, a: Value, b: Value, then: Block, otherwise: Block): void {
    const edges = this.#edges([{ to: then, args: [] }, { to: otherwise, args: [] }]);
    this.#end({
      op: "branch", comparison, a, b, then: edges[0]!, otherwise: edges[1]!, at: this.at,
    });
  }

  return(value?: Value): void {
    this.#end({ op: "return", value, at: this.at });
  }

  trap(trap: Trap): void {
    this.#end({ op: "trap", trap, at: this.at });
  }

  unreachable(): void {
    this.#end({ op: "unreachable", at: this.at });
  }

  /** The function, complete: every block is sealed and every open end closed. */
  finish(): IrFunction {
    if (this.#isOpen) bug(`${this.ir.symbol}: b${this.#block.id} has no end`);
    this.#variables.finish();
    return this.ir;
  }

  #invoke(callee: string | Value, args: readonly Value[], kind: Kind, handler: Block): Value {
    if (!this.#isOpen) return this.constant(0n, kind);
    const normal = this.newBlock();
    const result = this.newParameter(normal, kind);
    this.#edges([{ to: normal, args: [result] }, { to: handler, args: handler.parameters }]);
    this.#end({ op: "invoke", callee, args, normal, handler, at: this.at });
    this.startSealed(normal);
    return result;
  }

  #edges(edges: readonly { readonly to: Block; readonly args: readonly Value[] }[]): Edge[] {
    return edges.map(({ to, args }) => {
      const edge = { to, args: [...args] };
      if (this.#isOpen) this.#variables.addEdge(this.#block, edge);
      return edge;
    });
  }

  #end(terminator: NonNullable<Block["terminator"]>): void {
    if (this.#isOpen) this.#block.terminator = terminator;
    this.#isOpen = false;
  }

  #add(made: Without<Instruction>): Value {
    const instruction = { ...made, id: this.ir.newId(), at: this.at } as Instruction;
    if (this.#isOpen) this.#block.instructions.push(instruction);
    return instruction;
  }
}
