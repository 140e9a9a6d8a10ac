// Identities of operations on one word: what may stand for a widening of a widening.

import type { Unary, Value } from "../ir/function";
import type { UnaryOp } from "../ir/operation";
import type { Emitter } from "./rewriting";

type Rule = (instruction: Unary, emitter: Emitter) => Value | undefined;

interface Widening {
  readonly bits: number;
  readonly isSigned: boolean;
}

const WIDENINGS: Partial<Record<UnaryOp, Widening>> = {
  sext8:  { bits: 8, isSigned: true },
  sext16: { bits: 16, isSigned: true },
  sext32: { bits: 32, isSigned: true },
  zext8:  { bits: 8, isSigned: false },
  zext16: { bits: 16, isSigned: false },
  zext32: { bits: 32, isSigned: false },
};

/**
 * Of two widenings, one after the other: the inner one has done nothing that is left, if it keeps
 * as many bits; and the outer one does nothing new, if what comes in fits.
 */
const twice: Rule = (i, emitter) => {
  const { a } = i;
  if (a.op !== "unary") return undefined;
  const [outer, inner] = [WIDENINGS[i.operator], WIDENINGS[a.operator]];
  if (outer === undefined || inner === undefined) return undefined;
  if (inner.bits >= outer.bits) return emitter.emit({ ...i, a: a.a });
  return outer.isSigned || !inner.isSigned ? a : undefined;
};

/** A mask that leaves the bits alone which are kept. */
const masked: Rule = (i, emitter) => {
  const { a } = i;
  const kept = WIDENINGS[i.operator]?.bits;
  if (kept === undefined || a.op !== "binary" || a.operator !== "and") return undefined;
  if (a.b.op !== "constant") return undefined;
  const low = (1n << BigInt(kept)) - 1n;
  return (a.b.value & low) === low ? emitter.emit({ ...i, a: a.a }) : undefined;
};

/** The bytes turned twice are as they were. */
const turnedTwice: Rule = ({ a }) =>
  (a.op === "unary" && a.operator === "rev" ? a.a : undefined);

const ofWidening = [twice, masked];

export const UNARY_RULES: Readonly<Record<UnaryOp, readonly Rule[]>> = {
  sext8: ofWidening, sext16: ofWidening, sext32: ofWidening,
  zext8: ofWidening, zext16: ofWidening, zext32: ofWidening,
  clz: [],
  rev: [turnedTwice],
};
