// Which bits of a value anybody looks at. JavaScript's `(a + b) | 0` widens to 64 bits at each
// step; if the next step takes only the low 32 bits again, the widening before it was for nobody.

import type { Instruction, IrFunction, Kind, Terminator, Value } from "../ir/function";
import { edgesOf, mapEdges, operandsOf, operandsOfTerminator } from "../ir/operands";
import { type BinaryOp, type UnaryOp, WIDTHS } from "../ir/operation";
import { Dominators } from "../ir/dominators";
import { rewrite } from "./rewriting";

const ALL = (1n << 64n) - 1n;

/** All bits up to the highest one: a carry comes from below. */
function upTo(mask: bigint): bigint {
  if (mask >> 63n !== 0n) return ALL;
  return mask === 0n ? 0n : (1n << BigInt(mask.toString(2).length)) - 1n;
}

/** What a widening looks at, and which of its result's bits are a copy of the highest of these. */
const WIDENED: Partial<Record<UnaryOp, { readonly mask: bigint; readonly isSigned: boolean }>> = {
  sext8:  { mask: 0xffn, isSigned: true },
  sext16: { mask: 0xffffn, isSigned: true },
  sext32: { mask: 0xffff_ffffn, isSigned: true },
  zext8:  { mask: 0xffn, isSigned: false },
  zext16: { mask: 0xffffn, isSigned: false },
  zext32: { mask: 0xffff_ffffn, isSigned: false },
};

export function dropUnseenBits(ir: IrFunction): void {
  const demanded = demandedBits(ir);
  const seen = (value: Value): bigint => demanded.get(value) ?? 0n;
  const isChanged = rewrite(ir, (instruction) => unseen(instruction, seen(instruction)) ?? "keep");
  if (!isChanged) return;
  // The bits that nobody looks at may be others now: what has such bits is no number any more.
  for (const { parameters, instructions } of ir.blocks) {
    for (const each of [...parameters, ...instructions.filter(isArithmetic)]) {
      if (seen(each) !== ALL && each.kind === "number") setKind(each, "raw");
    }
  }
}

const isArithmetic = ({ op }: Instruction): boolean => op === "binary" || op === "unary";

function setKind(value: { kind: Kind }, kind: Kind): void {
  value.kind = kind;
}

/** What may stand for the instruction, if only the bits of `mask` are seen. */
function unseen(instruction: Instruction, mask: bigint): Value | undefined {
  if (instruction.op === "unary") {
    const kept = WIDENED[instruction.operator]?.mask;
    return kept !== undefined && (mask & ~kept) === 0n ? instruction.a : undefined;
  }
  if (instruction.op === "binary" && instruction.operator === "and") {
    const { a, b } = instruction;
    return b.op === "constant" && (mask & ~b.value) === 0n ? a : undefined;
  }
  return undefined;
}

/** From uses to what they use, until a loop brings nothing new. */
function demandedBits(ir: IrFunction): Map<Value, bigint> {
  const demanded = new Map<Value, bigint>();
  let isGrowing = true;
  const demand = (value: Value, mask: bigint): void => {
    const before = demanded.get(value) ?? 0n;
    if ((mask & ~before) === 0n) return;
    demanded.set(value, before | mask);
    isGrowing = true;
  };
  const blocks = [...new Dominators(ir).order].reverse();
  while (isGrowing) {
    isGrowing = false;
    for (const { instructions, terminator } of blocks) {
      demandOfTerminator(terminator!, demanded, demand);
      for (const instruction of [...instructions].reverse()) {
        demandOf(instruction, demanded.get(instruction) ?? 0n, demand);
      }
    }
  }
  return demanded;
}

type Demand = (value: Value, mask: bigint) => void;

/** An argument is seen as far as the parameter is. */
function demandOfTerminator(
  terminator: Terminator, demanded: ReadonlyMap<Value, bigint>, demand: Demand,
): void {
  const edges = edgesOf(terminator);
  for (const { to, args } of edges) {
    args.forEach((each, i) => { demand(each, demanded.get(to.parameters[i]!) ?? 0n); });
  }
  const itself = mapEdges(terminator, ({ to }) => ({ to, args: [] }));
  for (const value of operandsOfTerminator(itself)) demand(value, ALL);
}

function demandOf(instruction: Instruction, mask: bigint, demand: Demand): void {
  switch (instruction.op) {
    case "unary": {
      const { operator, a } = instruction;
      const widened = WIDENED[operator];
      if (widened === undefined) demand(a, ALL);
      else demand(a, seenThrough(mask, widened));
      break;
    }
    case "binary": {
      const { operator, a, b } = instruction;
      const [left, right] = BINARY_DEMAND[operator]?.(mask, b) ?? [ALL, ALL];
      demand(a, left);
      demand(b, right);
      break;
    }
    case "store": {
      demand(instruction.base, ALL);
      demand(instruction.value, (1n << BigInt(8 * WIDTHS[instruction.width].bytes)) - 1n);
      break;
    }
    default:
      for (const value of operandsOf(instruction)) demand(value, ALL);
  }
}

function seenThrough(
  mask: bigint, widened: { readonly mask: bigint; readonly isSigned: boolean },
): bigint {
  const sign = (widened.mask + 1n) >> 1n;
  const looksAtSign = widened.isSigned && (mask & ~widened.mask) !== 0n;
  return (mask & widened.mask) | (looksAtSign ? sign : 0n);
}

type Masks = readonly [a: bigint, b: bigint];

const carried = (mask: bigint): Masks => [upTo(mask), upTo(mask)];
const bitwise = (mask: bigint): Masks => [mask, mask];

/** The bits that are seen of the operands, if those of `mask` are seen of the result. */
const BINARY_DEMAND: Partial<Record<BinaryOp, (mask: bigint, b: Value) => Masks>> = {
  add: carried,
  sub: carried,
  mul: carried,
  and: (mask, b) => (b.op === "constant" ? [mask & b.value, ALL] : bitwise(mask)),
  or:  bitwise,
  xor: bitwise,
  shl: (mask, b) => (b.op === "constant" ? [mask >> (b.value & 63n), ALL] : [upTo(mask), 63n]),
  lshr: (mask, b) => (b.op === "constant" ? [(mask << (b.value & 63n)) & ALL, ALL] : [ALL, 63n]),
  ashr: (mask, b) => (b.op === "constant" ? [shiftedBack(mask, b.value & 63n), ALL] : [ALL, 63n]),
};

/** What comes in from the left is a copy of the sign. */
function shiftedBack(mask: bigint, count: bigint): bigint {
  const seen = mask << count;
  return (seen & ALL) | (seen > ALL ? 1n << 63n : 0n);
}
