// What each operation does besides computing a value: a row each, which every pass reads that
// leaves out, moves or merges instructions.
//
// 1. A load from an address that the program computed itself (its base is of kind "word") may be a
//    device's register: it is never moved, merged or left out.
// 2. A base of kind "ref" is an object's first byte: two such with different offsets are different
//    places, whether it is one object or two. A base of kind "raw" is an element's address, behind
//    an object's header; a field that is loaded from a "ref" is no element.

import type { Instruction, Load, Store } from "../ir/function";
import { WIDTHS } from "../ir/operation";

interface Effect<T> {
  /** Whether it may be left out where its value is not used. */
  isRemovable(instruction: T): boolean;
  /** Whether it may be computed earlier, or on a way where it was not. */
  isMovable(instruction: T): boolean;
  /** Whether a second one of the same operands, below the first, is the first. */
  isMergeable(instruction: T): boolean;
}

type Made<Op extends Instruction["op"]> = Extract<Instruction, { readonly op: Op }>;

const yes = (): boolean => true;
const no = (): boolean => false;
const PURE = { isRemovable: yes, isMovable: yes, isMergeable: yes };
const CHECK = { isRemovable: no, isMovable: no, isMergeable: yes };
const EFFECT = { isRemovable: no, isMovable: no, isMergeable: no };

const isOfObject = ({ base }: Load | Store): boolean => base.kind !== "word";

const TABLE: { readonly [Op in Instruction["op"]]: Effect<Made<Op>> } = {
  "constant":      PURE,
  "symbol":        PURE,
  "binary":        PURE,
  "unary":         PURE,
  "compare":       PURE,
  "select":        PURE,
  "special":       PURE,
  // It stays below the test that it stands for, and loads stay below it.
  "non-null":      { isRemovable: yes, isMovable: no, isMergeable: yes },
  // Where its base is an object for certain, it can be read at any time. memory.ts says what is there.
  "load":          {
    isRemovable: isOfObject, isMovable: ({ base }) => base.kind === "ref", isMergeable: isOfObject,
  },
  "slot load":     { isRemovable: yes, isMovable: no, isMergeable: yes },
  "guard":         CHECK,
  "safe":          CHECK,
  "store":         EFFECT,
  "slot store":    EFFECT,
  "call":          EFFECT,
  "call indirect": EFFECT,
  "machine":       EFFECT,
};

export const EFFECTS = TABLE as Readonly<Record<Instruction["op"], Effect<Instruction>>>;

/** Whether it may change what the load reads. */
export function mayChange(instruction: Instruction, load: Load): boolean {
  switch (instruction.op) {
    case "call": case "call indirect": case "machine": return !load.invariant;
    case "store": return !load.invariant && mayOverlap(instruction, load);
    default: return false;
  }
}

function mayOverlap(store: Store, load: Load): boolean {
  if (store.base.kind === "word" || load.base.kind === "word") return true;
  if (store.base.kind !== load.base.kind) return isRaw(store) === isRaw(load);
  if (isRaw(store) && store.base !== load.base) return true;
  const [from, to] = [store.offset, store.offset + WIDTHS[store.width].bytes];
  return from < load.offset + WIDTHS[load.width].bytes && load.offset < to;
}

const isRaw = ({ base }: Load | Store): boolean => base.kind !== "ref" && base.kind !== "ref?";
