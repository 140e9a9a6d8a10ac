// An expression of WebAssembly, still to be written: the third V. It is a tree; translate.ts grows
// it as the semantics ask, and emit.ts writes it down where it is used.
//
// 1. An i32 or i64 stands for an unsigned word. Bits above the width that the semantics mean are
//    zero; the type is i32 for up to 32 bits, and i64 may be used for any.
// 2. A constant is of either type. It is the only node without one.

import type { Mnemonic } from "./wasm/opcodes";
import type { ValueType } from "./wasm/module";

export type Node =
  | Constant | Local | Register | ProgramCounter | Cell | Operation | Select | Not | FlagsOf | Join
  | Wide | Product;

export interface Constant {
  readonly kind: "constant";
  /** Unsigned. */
  readonly value: bigint;
}

/** A local that is not written again while this stands for it. */
export interface Local {
  readonly kind: "local";
  readonly type: ValueType;
  readonly index: number;
}

/** A general-purpose register, 31 being SP. */
export interface Register {
  readonly kind: "register";
  readonly type: "i32" | "i64";
  readonly n: number;
}

/** The address of the instruction, and so many bytes. */
export interface ProgramCounter {
  readonly kind: "pc";
  readonly type: "i64";
  readonly offset: number;
}

/** What lies at `offset` in the CPU's page. */
export interface Cell {
  readonly kind: "cell";
  readonly type: ValueType;
  readonly load: Mnemonic;
  readonly offset: number;
}

export interface Operation {
  readonly kind: "operation";
  readonly type: ValueType;
  readonly name: Mnemonic;
  readonly operands: readonly Node[];
  /** Of those that want it: a lane. */
  readonly lane?: number;
  /** The operands' type, where it is not the result's. */
  readonly of?: ValueType;
}

export interface Select {
  readonly kind: "select";
  readonly type: ValueType;
  readonly condition: Node;
  readonly whenTrue: Node;
  readonly whenFalse: Node;
}

/** ~x. What adds it may see that it subtracts x. */
export interface Not {
  readonly kind: "not";
  readonly type: "i32" | "i64";
  readonly x: Node;
}

/** How flags come about, and of what width: the lazy form of NZCV. */
export type FlagsKind = "value" | "add32" | "add64" | "sub32" | "sub64" | "logic32" | "logic64";

/** NZCV of x + y, of x - y or of x, not computed yet. */
export interface FlagsOf {
  readonly kind: "flags";
  readonly type: "i32";
  readonly of: FlagsKind;
  readonly x: Node;
  readonly y: Node;
}

/** high:low */
export interface Join {
  readonly kind: "join";
  readonly type: "i32" | "i64";
  readonly high: Node;
  readonly low: Node;
  readonly lowBits: number;
}

/** 64 bits, extended to 128: one factor of a Product. */
export interface Wide {
  readonly kind: "wide";
  readonly type: "i64";
  readonly signed: boolean;
  readonly x: Node;
}

/** All 128 bits of a product, of which somebody wants half. */
export interface Product {
  readonly kind: "product";
  readonly type: "i64";
  readonly signed: boolean;
  readonly x: Node;
  readonly y: Node;
}

export const constant = (value: bigint | number): Constant =>
  ({ kind: "constant", value: BigInt(value) });

export const operation = (
  type: ValueType, name: Mnemonic, operands: readonly Node[], of: ValueType = type,
): Operation => ({ kind: "operation", type, name, operands, of });

export const isConstant = (node: Node, value: bigint): boolean =>
  node.kind === "constant" && node.value === value;

/** i64 for what is one; i32 for constants too, if the other is none. */
export function commonType(x: Node, y: Node): "i32" | "i64" {
  const isLong = (node: Node): boolean =>
    node.kind === "constant" ? node.value > 0xffff_ffffn : node.type === "i64";
  if (x.kind === "constant" && y.kind === "constant") return "i64";
  return isLong(x) || isLong(y) ? "i64" : "i32";
}
