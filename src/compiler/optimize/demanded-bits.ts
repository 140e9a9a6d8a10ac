// Which bits of a value anybody looks at. JavaScript's `(a + b) | 0` widens to 64 bits at each
// step; if the next step takes only the low 32 bits again, the widening before it was for nobody.

import type { Block, Instruction, IrFunction, Terminator, Value } from "../ir/function";
import { operandsOf, operandsOfTerminator } from "../ir/operands";
import { type BinaryOp, type UnaryOp, WIDTHS } from "../ir/operation";
import { Dominators } from "../ir/dominators";
import { rewrite } from "./rewriting";

const ALL = (1n << 64n) - 1n;

/** All bits up to the highest one: a carry comes from below. */
function upTo(mask: bigint): bigint {
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
  const changed = new Set<Value>();
  rewrite(ir, (instruction) => {
    const mask = demanded.get(instruction) ?? 0n;
    const source = unseen(instruction, mask);
    if (source !== undefined) {
      changed.add(source);
      return source;
    }
    // Its upper bits may be others now: it is no number any more, and nobody minds.
    const isOther = operandsOf(instruction).some((each) => changed.has(each));
    if (isOther && mask !== ALL && isArithmetic(instruction)) {
      changed.add(instruction);
      (instruction as { kind: Instruction["kind"] }).kind = "raw";
    }
    return "keep";
  });
}

const isArithmetic = ({ op }: Instruction): boolean => op === "binary" || op === "unary";

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

function demandedBits(ir: IrFunction): Map<Value, bigint> {
  const demanded = new Map<Value, bigint>();
  const demand = (value: Value, mask: bigint): void => {
    demanded.set(value, (demanded.get(value) ?? 0n) | mask);
  };
  // Uses come before what they use; what a loop brings back is a parameter, all of which is seen.
  for (const block of [...new Dominators(ir).order].reverse()) {
    demandOfTerminator(block.terminator!, demand);
    for (const instruction of [...block.instructions].reverse()) {
      demandOf(instruction, demanded.get(instruction) ?? 0n, demand);
    }
  }
  return demanded;
}

type Demand = (value: Value, mask: bigint) => void;

function demandOfTerminator(terminator: NonNullable<Block["terminator"]>, demand: Demand): void {
  for (const value of operandsOfTerminator(terminator satisfies Terminator)) demand(value, ALL);
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
