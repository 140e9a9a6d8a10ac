// A function that the interpreter is in: which instruction is next, and what its values are.

import { bug } from "../../base/bug";
import type { Block, IrFunction, Place, Value } from "./function";

/** A line of a stack trace. */
export interface Suspended {
  readonly symbol: string;
  readonly title: string;
  readonly at: Place;
}

export class Frame {
  readonly ir: IrFunction;
  readonly caller: Frame | undefined;
  readonly depth: number;
  readonly slots: bigint[] = [];
  block: Block;
  /** Its index in the block; behind the last, it is the terminator's turn. */
  next = 0;
  /** By id. */
  readonly #values: bigint[] = [];

  constructor(ir: IrFunction, args: readonly bigint[], caller: Frame | undefined) {
    this.ir = ir;
    this.caller = caller;
    this.depth = caller === undefined ? 0 : caller.depth + 1;
    this.block = ir.blocks[0] ?? bug(`${ir.symbol} has no blocks`);
    ir.parameters.forEach((parameter, i) => { this.set(parameter, args[i]!); });
  }

  get({ id }: Value): bigint {
    return this.#values[id] ?? bug(`${this.ir.symbol}: v${id} has no value`);
  }

  set({ id }: Value, value: bigint): void {
    this.#values[id] = value;
  }

  /** All arguments are known before the first parameter gets its own. */
  go(block: Block, args: readonly bigint[]): void {
    block.parameters.forEach((parameter, i) => { this.set(parameter, args[i]!); });
    this.block = block;
    this.next = 0;
  }

  get suspended(): Suspended {
    const { symbol, title } = this.ir;
    const at = (this.block.instructions[this.next] ?? this.block.terminator ?? this.ir).at;
    return { symbol, title, at };
  }
}
