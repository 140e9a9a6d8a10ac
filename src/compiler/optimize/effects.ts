// What each operation does besides computing a value: a row each, which every pass reads that
// leaves out, moves or merges instructions.
//
// 1. A load from an address that the program computed itself (its base is of kind "word") may be a
//    device's register: it is never moved, merged or left out.
// 2. A base of kind "ref" is an object's first byte: two such with different offsets are different
//    places, whether it is one object or two. A base of kind "raw" is a variable's symbol, or the
//    address of an element behind an object's header. What is loaded from a "ref" is a field and no
//    element; what is stored there may be either.

import type { Instruction, Load, Store, Value } from "../ir/function";
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
  // Where its base is an object for certain, it can be read at any time; mayChange says how long
  // what was read is true.
  "load":          {
    isRemovable: isOfObject, isMergeable: isOfObject,
    isMovable: (load) => baseOf(load) === "variable" || load.base.kind === "ref",
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

/** What a base is the address of, by rule 2. */
type Base = "object" | "variable" | "element" | "anything";

function baseOf({ base }: Load | Store): Base {
  if (base.kind === "ref" || base.kind === "ref?") return "object";
  if (base.kind !== "raw") return "anything";
  return base.op === "symbol" ? "variable" : "element";
}

function mayOverlap(store: Store, load: Load): boolean {
  const [to, from] = [baseOf(store), baseOf(load)];
  if (to === "anything" || from === "anything") return true;
  if (to !== from) return to === "object" && from === "element";
  if (to === "element" && store.base !== load.base) return true;
  if (to === "variable" && symbolOf(store.base) !== symbolOf(load.base)) return false;
  const [first, behind] = [store.offset, store.offset + WIDTHS[store.width].bytes];
  return first < load.offset + WIDTHS[load.width].bytes && load.offset < behind;
}

const symbolOf = (base: Value): string => (base.op === "symbol" ? base.symbol : "");
