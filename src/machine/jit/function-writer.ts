// A function of WebAssembly while it is being written: its code, its locals, and the labels around
// the place where the next instruction goes.
//
// 1. A label is the number of frames that were open when its frame was opened; what `br` wants is
//    how many have been opened since.
// 2. A temporary is good until release(), and then somebody else's.

import { Code, type IntegerConstant } from "./wasm/code";
import type { ValueType } from "./wasm/module";

export type Label = number;

export interface Mark {
  readonly length: number;
  readonly depth: number;
}

export class FunctionWriter {
  readonly code: Code;
  readonly #parameters: number;
  readonly #locals: ValueType[] = [];
  readonly #free: Record<ValueType, number[]> = { i32: [], i64: [], f32: [], f64: [], v128: [] };
  readonly #used: [type: ValueType, index: number][] = [];
  #depth = 0;

  constructor(parameters: number, constant?: IntegerConstant) {
    this.code = new Code(constant);
    this.#parameters = parameters;
  }

  get locals(): readonly ValueType[] {
    return this.#locals;
  }

  /** A local for the whole function. */
  local(type: ValueType): number {
    this.#locals.push(type);
    return this.#parameters + this.#locals.length - 1;
  }

  /** A local until release(). */
  temporary(type: ValueType): number {
    const index = this.#free[type].pop() ?? this.local(type);
    this.#used.push([type, index]);
    return index;
  }

  /** Nobody needs the temporaries any more. */
  release(): void {
    for (const [type, index] of this.#used) this.#free[type].push(index);
    this.#used.length = 0;
  }

  /** Where the function has come to, to be gone back to. */
  mark(): Mark {
    return { length: this.code.length, depth: this.#depth };
  }

  /** Takes back what was written since. */
  abandon({ length, depth }: Mark): void {
    this.code.truncate(length);
    this.#depth = depth;
    this.release();
  }

  open(kind: "block" | "loop" | "if"): Label {
    this.code.block(kind);
    return this.#depth++;
  }

  close(): void {
    this.#depth--;
    this.code.op("end");
  }

  br(label: Label): void {
    this.code.with("br", this.distance(label));
  }

  brIf(label: Label): void {
    this.code.with("br_if", this.distance(label));
  }

  distance(label: Label): number {
    return this.#depth - 1 - label;
  }
}
