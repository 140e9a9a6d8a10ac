// What each operation makes of intervals: for every row of ../../ir/operation.ts the same row here.

import type { Binary, Instruction, Kind, Value } from "../../ir/function";
import type { BinaryOp, UnaryOp, Width } from "../../ir/operation";
import { LEAST_SAFE, MOST_SAFE } from "../../ir/safe-integer";
import {
  conjunction, difference, disjunction, exactProduct, exactly, exclusive, FULL, type Interval,
  interval, isNatural, join, meet, product, quotient, remainder, shiftedLeft, shiftedRight,
  shiftedRightUnsigned, sum, widened,
} from "./interval";
import { narrow } from "./narrow";

export const SAFE: Interval = interval(LEAST_SAFE, MOST_SAFE);

/** What a kind promises. An address is positive; that it is not 0, tests and `non-null` say. */
const KINDS: Readonly<Record<Kind, Interval>> = {
  "number":  SAFE,
  "word":    FULL,
  "boolean": interval(0n, 1n),
  "ref":     interval(0n, FULL.most),
  "ref?":    interval(0n, FULL.most),
  "raw":     FULL,
};

const OBJECT: Interval = interval(1n, FULL.most);

const BINARY_RANGES: Readonly<Record<BinaryOp, (a: Interval, b: Interval) => Interval>> = {
  add:   sum,
  sub:   difference,
  mul:   product,
  smulh: (a, b) => shiftedRight(exactProduct(a, b), exactly(64n)),
  umulh: (a, b) => (isNatural(a) && isNatural(b) ? upperHalf(exactProduct(a, b)) : FULL),
  sdiv:  quotient,
  udiv:  (a, b) => (isNatural(a) && isNatural(b) ? quotient(a, b) : FULL),
  and:   conjunction,
  or:    disjunction,
  xor:   exclusive,
  shl:   shiftedLeft,
  lshr:  shiftedRightUnsigned,
  ashr:  shiftedRight,
};

const upperHalf = ({ least, most }: Interval): Interval => interval(least >> 64n, most >> 64n);

const bits = (count: bigint): Interval => interval(0n, (1n << count) - 1n);
const signedBits = (count: bigint): Interval =>
  interval(-(1n << (count - 1n)), (1n << (count - 1n)) - 1n);

const UNARY_RANGES: Readonly<Record<UnaryOp, (a: Interval) => Interval>> = {
  sext8:  (a) => widened(a, signedBits(8n)),
  sext16: (a) => widened(a, signedBits(16n)),
  sext32: (a) => widened(a, signedBits(32n)),
  zext8:  (a) => widened(a, bits(8n)),
  zext16: (a) => widened(a, bits(16n)),
  zext32: (a) => widened(a, bits(32n)),
  clz:    () => interval(0n, 64n),
  rev:    () => FULL,
};

const LOADED: Readonly<Record<Width, Interval>> = {
  u8: bits(8n), u16: bits(16n), u32: bits(32n),
  s8: signedBits(8n), s16: signedBits(16n), s32: signedBits(32n), u64: FULL,
};

/** What is known of an operand where the instruction stands. */
export type RangeOf = (value: Value) => Interval;

export const rangeOfKind = (kind: Kind): Interval => KINDS[kind];

/** What the instruction's result may be. */
export function rangeOf(instruction: Instruction, of: RangeOf): Interval {
  const promised = KINDS[instruction.kind];
  return meet(computed(instruction, of), promised) ?? promised;
}

function computed(i: Instruction, of: RangeOf): Interval {
  switch (i.op) {
    case "constant": return exactly(BigInt.asIntN(64, i.value));
    case "unary":    return UNARY_RANGES[i.operator](of(i.a));
    case "binary":   return rangeOfRemainder(i, of) ?? BINARY_RANGES[i.operator](of(i.a), of(i.b));
    case "compare":  return interval(0n, 1n);
    case "load":     return LOADED[i.width];
    case "safe":     return meet(of(i.a), SAFE) ?? SAFE;
    case "non-null": return meet(of(i.a), OBJECT) ?? OBJECT;
    case "symbol":   return OBJECT;
    case "select":   return rangeOfSelect(i, of);
    default:         return FULL;
  }
}

/** Each side is chosen only where its condition holds: min(a, b) is not above either. */
function rangeOfSelect(i: Extract<Instruction, { op: "select" }>, of: RangeOf): Interval {
  const [yes, no] = [narrow(i, true, of), narrow(i, false, of)];
  const then = yes === "never" ? undefined : yes.get(i.then) ?? of(i.then);
  const otherwise = no === "never" ? undefined : no.get(i.otherwise) ?? of(i.otherwise);
  if (then === undefined) return otherwise ?? FULL;
  return otherwise === undefined ? then : join(then, otherwise);
}

/** a - a / b * b. */
function rangeOfRemainder(i: Binary, of: RangeOf): Interval | undefined {
  const parts = remainderOf(i);
  if (parts === undefined) return undefined;
  const [a, b] = [of(parts.a), of(parts.b)];
  if (parts.isSigned || (isNatural(a) && isNatural(b))) return remainder(a, b);
  return isNatural(b) && b.most > 0n ? interval(0n, b.most - 1n) : undefined;
}

/** The dividend and the divisor, if the instruction is the last of a remainder's three. */
export function remainderOf(
  i: Binary,
): { readonly a: Value; readonly b: Value; readonly isSigned: boolean } | undefined {
  const back = i.b;
  if (i.operator !== "sub" || back.op !== "binary" || back.operator !== "mul") return undefined;
  for (const [whole, b] of [[back.a, back.b], [back.b, back.a]] as const) {
    if (whole.op !== "binary" || whole.a !== i.a || whole.b !== b) continue;
    if (whole.operator === "sdiv") return { a: i.a, b, isSigned: true };
    if (whole.operator === "udiv") return { a: i.a, b, isSigned: false };
  }
  return undefined;
}
