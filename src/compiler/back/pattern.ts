// Patterns of IR, as rules write them: "add(a, shl(b, n))". A pattern is matched against a value
// and what computes it; what is inside of the pattern becomes a part of the same instruction, so it
// must have no other use.
//
//   a b c        any value, in a register       s    the same, but not the constant 0: the
//   n m ones ...  a constant of that kind             instruction reads register 31 as SP
//   63, -1       that constant
//
// 1. Where the operation is commutative, its operands are tried in both orders.
// 2. In a pattern read at 32 bits only the lower halves count: extensions are looked through.

import { bug } from "../../base/bug";
import { encodeLogicalImmediate } from "../../machine/decoder/logical-immediate";
import type { Value } from "../ir/function";
import { BINARY, UNARY } from "../ir/operation";
import { arithmeticImmediate } from "./constants";

export type Width = 32 | 64;

const shiftAmount = (value: bigint, width: Width): number | undefined =>
  value < BigInt(width) ? Number(value) : undefined;

/** The kinds of constants, and what the instruction says of them; undefined if it cannot. */
export const CONSTANTS = {
  imm:  (value: bigint) => arithmeticImmediate(value),
  neg:  (value: bigint, width: Width) => arithmeticImmediate(BigInt.asUintN(width, -value)),
  mask: encodeLogicalImmediate,
  n:    shiftAmount,
  m:    shiftAmount,
  /** 2^ones - 1, of which the instruction wants to know the exponent. */
  ones: (value: bigint) => (isRunOfOnes(value) ? value.toString(2).length : undefined),
  /** 2^bit. */
  bit:  (value: bigint) => (isPowerOfTwo(value) ? value.toString(2).length - 1 : undefined),
  /** 2^power + 1. */
  power: (value: bigint) =>
    (isPowerOfTwo(value - 1n) ? (value - 1n).toString(2).length - 1 : undefined),
  /** An offset for a load or store. */
  offset: (value: bigint) => {
    const signed = BigInt.asIntN(64, value);
    return signed > -4096n && signed < 32768n ? Number(signed) : undefined;
  },
} as const;

const isPowerOfTwo = (value: bigint): boolean => value > 0n && (value & (value - 1n)) === 0n;
const isRunOfOnes = (value: bigint): boolean => value > 0n && (value & (value + 1n)) === 0n;

export type RegisterLeaf = "a" | "b" | "c" | "s";
type ConstantLeaf = keyof typeof CONSTANTS;

type LeafNames<P> =
  P extends `${infer A}, ${infer B}` ? LeafNames<A> | LeafNames<B> :
  P extends `${string}(${infer A}` ? LeafNames<A> :
  P extends `${infer A})${string}` ? A :
  P;

/** What a pattern's leaves are bound to: Leaves<"add(a, imm)"> has a register and an immediate. */
export type Leaves<P, Register> = {
  readonly [L in LeafNames<P> & (RegisterLeaf | ConstantLeaf)]:
    L extends ConstantLeaf ? NonNullable<ReturnType<(typeof CONSTANTS)[L]>> : Register;
};

export type Pattern =
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Pattern[] }
  | { readonly kind: "register"; readonly leaf: RegisterLeaf }
  | { readonly kind: "constant"; readonly leaf: ConstantLeaf }
  | { readonly kind: "literal"; readonly value: bigint };

export function parsePattern(text: string): Pattern {
  const tokens = text.match(/-?\w+|[(),]/g) ?? [];
  let at = 0;
  const parse = (): Pattern => {
    const token = tokens[at++] ?? bug(`a pattern ends early: ${text}`);
    if (tokens[at] !== "(") return leafOf(token);
    const operands: Pattern[] = [];
    do {
      at++; // The bracket, or the comma.
      operands.push(parse());
    } while (tokens[at] === ",");
    at++;
    return { kind: "operation", operator: token, operands };
  };
  return parse();
}

function leafOf(token: string): Pattern {
  if (/^-?\d+$/.test(token)) return { kind: "literal", value: BigInt(token) };
  if (/^[abcs]$/.test(token)) return { kind: "register", leaf: token as RegisterLeaf };
  if (token in CONSTANTS) return { kind: "constant", leaf: token as ConstantLeaf };
  return bug(`no leaf ${token}`);
}

/** What the leaves of a pattern stand for in a value: values, and what CONSTANTS makes of some. */
export type Bindings = Readonly<Record<string, unknown>>;

export interface MatchOptions {
  readonly width: Width;
  /** Whether the value may be computed inside of its user's instruction. */
  readonly isInner: (value: Value) => boolean;
  /** The value that has the same register: what is only another name for it has none. */
  readonly original: (value: Value) => Value;
}

/** A node's operands, and the name that patterns call it; "cmp" is no operation, but has one. */
export interface Node {
  readonly operator: string;
  readonly operands: readonly Value[];
}

export function nodeOf(value: Value): Node | undefined {
  if (value.op === "binary") return { operator: value.operator, operands: [value.a, value.b] };
  if (value.op === "unary") return { operator: value.operator, operands: [value.a] };
  return undefined;
}

const COMMUTATIVE: ReadonlySet<string> = new Set(
  ["add", "mul", "smulh", "umulh", "and", "or", "xor"]);

/** Even the lower half of the result depends on all of the first operand. */
const LOOKS_AT_ALL: ReadonlySet<string> = new Set(
  ["lshr", "ashr", "smulh", "umulh", "sdiv", "udiv", "clz", "rev"]);

/** What `pattern` binds in `node`; undefined if it is something else. */
export function match(pattern: Pattern, node: Node, options: MatchOptions): Bindings | undefined {
  if (pattern.kind !== "operation" || pattern.operator !== node.operator) return undefined;
  const [first, second] = node.operands;
  const inside = LOOKS_AT_ALL.has(node.operator) ? { ...options, width: 64 as const } : options;
  const direct = matchAll(pattern.operands, node.operands, inside, options);
  if (direct !== undefined || second === undefined) return direct;
  return COMMUTATIVE.has(node.operator)
    ? matchAll(pattern.operands, [second, first!], inside, options)
    : undefined;
}

function matchAll(
  patterns: readonly Pattern[], values: readonly Value[],
  first: MatchOptions, others: MatchOptions,
): Bindings | undefined {
  const all: Record<string, unknown> = {};
  for (const [i, pattern] of patterns.entries()) {
    const bound = matchOne(pattern, values[i]!, i === 0 ? first : others);
    if (bound === undefined) return undefined;
    for (const [leaf, value] of Object.entries(bound)) {
      if (leaf in all && all[leaf] !== value) return undefined;
      all[leaf] = value;
    }
  }
  return all;
}

function matchOne(pattern: Pattern, value: Value, options: MatchOptions): Bindings | undefined {
  const { width, isInner, original } = options;
  switch (pattern.kind) {
    case "operation": {
      const inner = width === 32 ? lowerHalf(value, isInner, pattern.operator) : value;
      const node = nodeOf(inner);
      return node !== undefined && isInner(inner) ? match(pattern, node, options) : undefined;
    }
    case "register": {
      const bound = original(width === 32 ? lowerHalf(value) : value);
      const isZero = bound.op === "constant" && bound.value === 0n;
      return isZero && pattern.leaf === "s" ? undefined : { [pattern.leaf]: bound };
    }
    case "constant": {
      const constant = constantOf(original(value), width);
      const kind = CONSTANTS[pattern.leaf];
      const bound = constant === undefined ? undefined : kind(constant, width);
      return bound === undefined ? undefined : { [pattern.leaf]: bound };
    }
    case "literal":
      return constantOf(original(value), width) === BigInt.asUintN(width, pattern.value)
        ? {}
        : undefined;
  }
}

const constantOf = (value: Value, width: Width): bigint | undefined =>
  value.op === "constant" ? BigInt.asUintN(width, value.value) : undefined;

/** A value with the same lower half: what has been extended. Stops where the sought operator is. */
export function lowerHalf(
  value: Value, isAllowed: (value: Value) => boolean = () => true, sought?: string,
): Value {
  let low = value;
  while (low.op === "unary" && low.operator !== sought && isAllowed(low)
    && (low.operator === "zext32" || low.operator === "sext32")) low = low.a;
  return low;
}

/** Every operator that a pattern may name, for the check of the rules. */
export const OPERATORS: ReadonlySet<string> =
  new Set([...Object.keys(BINARY), ...Object.keys(UNARY), "cmp", "address", "test"]);
