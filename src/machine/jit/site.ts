// Where an instruction is being written: what the executor (translate.ts) lends to the files that
// write a part of it down.

import type { FunctionWriter } from "./function-writer";
import type { Node } from "./node";
import type { JitParts } from "./parts";
import type { ValueType } from "./wasm/module";

/** Locals that the whole region shares. */
export interface RegionLocals {
  readonly cpu: number;
  readonly room: number;
  readonly base: number;
  readonly register: (n: number) => number;
  /** What made NZCV: an index of FLAGS_KINDS, and the operands. */
  readonly flagsKind: number;
  readonly flagsX: number;
  readonly flagsY: number;
  /** 0: FPCR and FPSR are as floats.ts wants them. */
  readonly fpMode: number;
}

export interface Site {
  readonly writer: FunctionWriter;
  readonly locals: RegionLocals;
  readonly parts: Partial<JitParts>;
  /** Writes a value down, as a `type`. */
  put(node: Node, type: ValueType): void;
  /** Evaluates here and now. */
  pin(node: Node, type?: ValueType): Node;
  /** Leaves for the interpreter if the i32 on the stack is not 0. */
  leaveIf(): void;
  bits(x: Node, hi: number, lo: number): Node;
  join(high: Node, low: Node, lowBits: number): Node;
}
