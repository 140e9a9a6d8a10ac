// Values that are another value under another name, and so have its register: a checked number, a
// non-null reference, an extension of what is extended already or of what nobody looks at.

import { bug } from "../../base/bug";
import type { Block, IrFunction, Value } from "../ir/function";
import { fullValues } from "./demand";
import { ZERO } from "./machine";
import { type Bindings, match, type Node, nodeOf, type Width } from "./pattern";
import { type Rule, RULES } from "./rules";
import type { Uses } from "./uses";

/** A rule that matches, with what it binds; and whether its row is to be 64 bits wide. */
export interface Chosen {
  readonly rule: Rule;
  readonly leaves: Bindings;
  readonly sf: number;
}

export class Names {
  readonly #uses: Uses;
  readonly #full: ReadonlySet<Value>;
  readonly #originals = new Map<Value, Value>();

  constructor(ir: IrFunction, uses: Uses) {
    this.#uses = uses;
    this.#full = fullValues(ir);
  }

  /** How much of a value is looked at. */
  widthOf(value: Value): Width {
    return this.#full.has(value) ? 64 : 32;
  }

  /** The value whose register holds this one. */
  originalOf(value: Value): Value {
    const known = this.#originals.get(value) ?? this.#find(value);
    this.#originals.set(value, known);
    return known;
  }

  #find(value: Value): Value {
    if (value.op === "safe" || value.op === "non-null") return this.originalOf(value.a);
    if (value.op !== "unary") return value;
    const { operator, a } = value;
    if (operator !== "zext32" && operator !== "sext32") return value;
    const isIdle = !this.#full.has(value)
      || (operator === "zext32" ? this.isZeroExtended(a) : this.#isSignExtended(a));
    return isIdle ? this.originalOf(a) : value;
  }

  /** Whether the upper half of its register is copies of the lower half's sign. */
  #isSignExtended(value: Value): boolean {
    return isSigned(value) && (value.op !== "unary" || this.#full.has(value));
  }

  /** Whether the upper half of its register is zero. */
  isZeroExtended(value: Value): boolean {
    switch (value.op) {
      case "constant": return value.value < 2n ** 32n;
      case "compare": return true;
      case "load": return value.width === "u8" || value.width === "u16" || value.width === "u32";
      case "unary": return /^zext/.test(value.operator) && this.#full.has(value);
      case "binary": {
        const { operator, a, b } = value;
        if (operator === "and" && (isSmall(a) || isSmall(b))) return true;
        if (operator === "lshr" && this.isZeroExtended(a)) return true;
        const { rule, leaves, sf } = this.chosen(
          RULES, nodeOf(value)!, this.widthOf(value), this.#uses.homeOf(value));
        return rule.make({ ...leaves, sf, Rd: ZERO }).fields["sf"] === 0;
      }
      default: return false;
    }
  }

  /** The first rule that matches; of a lower half, rather one that computes no more than that. */
  chosen(rules: readonly Rule[], node: Node, width: Width, block: Block | undefined): Chosen {
    const isInner = (value: Value): boolean => this.#uses.isInner(value, block);
    const original = (value: Value): Value => this.originalOf(value);
    for (const reading of width === 32 ? [32, 64] as const : [64] as const) {
      for (const rule of rules) {
        const other = reading === 32 ? 64 : 32;
        const leaves = rule.width === other
          ? undefined
          : match(rule.pattern, node, { width: reading, isInner, original });
        if (leaves === undefined || !rule.holds(leaves, reading)) continue;
        return { rule, leaves, sf: reading === 64 ? 1 : 0 };
      }
    }
    return bug(`no rule for ${node.operator}`);
  }
}

const isSmall = (value: Value): boolean => value.op === "constant" && value.value < 2n ** 32n;

/** Whether a value is what its lower half says, signed. */
export function isSigned(value: Value): boolean {
  switch (value.op) {
    case "constant": return BigInt.asUintN(64, BigInt.asIntN(32, value.value)) === value.value;
    case "compare": return true;
    case "load": return ["s8", "s16", "s32", "u8", "u16"].includes(value.width);
    case "unary": return ["sext8", "sext16", "sext32", "zext8", "zext16"].includes(value.operator);
    default: return false;
  }
}
