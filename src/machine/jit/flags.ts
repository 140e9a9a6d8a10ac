// NZCV, computed when somebody asks. What made the flags is remembered in three locals: the
// operands, and which operation it was. In the block where they were made, that is known while
// compiling, and a conditional branch behind a comparison is the comparison itself.

import { bug } from "../../base/bug";
import { conditionHolds, tabulateConditions } from "../cpu/condition";
import {
  constant, type FlagsKind, type FlagsOf, isConstant, type Node, operation, type Select,
} from "./node";
import type { FlagsFrom, JitParts, LazyCondition, Relation } from "./parts";
import { INTEGER } from "./wasm/opcodes";

/** The kinds, as the local that holds one has them. */
export const FLAGS_KINDS: readonly FlagsKind[] = [
  "value", "add32", "add64", "sub32", "sub64", "logic32", "logic64",
];

/** What made NZCV: known, or whatever the locals say. */
export type FlagsState = Node | "in locals";

/** What `cond` means behind a comparison of x with y. Without N or V alone. */
const BEHIND_SUB: Readonly<Record<number, Relation>> = {
  0: "eq", 1: "ne", 2: "ge_u", 3: "lt_u", 8: "gt_u", 9: "le_u",
  10: "ge_s", 11: "lt_s", 12: "gt_s", 13: "le_s",
};

const typeOfKind = (kind: FlagsKind): "i32" | "i64" => (kind.endsWith("64") ? "i64" : "i32");

/** Whether `cond` holds of `nzcv`: a node of 1 or 0. */
export function conditionOn(
  cond: number, nzcv: Node, lazy: JitParts["lazyCondition"] = lazyCondition,
): Node {
  if (cond >= 14) return constant(1);
  if (nzcv.kind === "select") {
    const { condition, whenTrue, whenFalse } = nzcv;
    return select(
      condition, conditionOn(cond, whenTrue, lazy), conditionOn(cond, whenFalse, lazy),
    );
  }
  if (nzcv.kind === "constant") return constant(holds(cond, Number(nzcv.value)) ? 1 : 0);
  if (nzcv.kind !== "flags" || nzcv.of === "value") return tested(cond, nzcv);
  const known = lazy(nzcv.of, cond);
  return known === undefined ? tested(cond, nzcv) : conditionOnFlags(known, nzcv);
}

function conditionOnFlags(lazy: LazyCondition, { of, x, y }: FlagsOf): Node {
  if (typeof lazy === "string") return constant(lazy === "always" ? 1 : 0);
  const type = typeOfKind(of);
  const operand = (which: typeof lazy.left | typeof lazy.right): Node => {
    switch (which) {
      case "x": return x;
      case "y": return y;
      case "zero": return constant(0);
      case "x + y": return operation(type, INTEGER[type].add, [x, y]);
      case "x - y": return operation(type, INTEGER[type].sub, [x, y]);
    }
  };
  const operands = [operand(lazy.left), operand(lazy.right)];
  return operation("i32", INTEGER[type][lazy.relation], operands, type);
}

/** See parts.ts. */
export function lazyCondition(from: FlagsFrom, cond: number): LazyCondition | undefined {
  switch (from) {
    case "sub32": case "sub64": {
      const relation = BEHIND_SUB[cond];
      if (relation !== undefined) return { left: "x", relation, right: "y" };
      return cond === 4 || cond === 5 ? signOf("x - y", cond) : undefined;
    }
    case "add32": case "add64":
      switch (cond) {
        case 0: return { left: "x + y", relation: "eq", right: "zero" };
        case 1: return { left: "x + y", relation: "ne", right: "zero" };
        case 2: return { left: "x + y", relation: "lt_u", right: "x" };
        case 3: return { left: "x + y", relation: "ge_u", right: "x" };
        case 4: case 5: return signOf("x + y", cond);
        default: return undefined;
      }
    case "logic32": case "logic64": return BEHIND_LOGIC[cond] ?? bug(`no condition ${cond}`);
  }
}

const signOf = (left: "x + y" | "x - y", cond: number): LazyCondition =>
  ({ left, relation: cond === 4 ? "lt_s" : "ge_s", right: "zero" });

/** C and V are clear. */
const BEHIND_LOGIC: readonly LazyCondition[] = [
  { left: "x", relation: "eq", right: "zero" }, { left: "x", relation: "ne", right: "zero" },
  "never", "always",
  { left: "x", relation: "lt_s", right: "zero" }, { left: "x", relation: "ge_s", right: "zero" },
  "never", "always",
  "never", "always",
  { left: "x", relation: "ge_s", right: "zero" }, { left: "x", relation: "lt_s", right: "zero" },
  { left: "x", relation: "gt_s", right: "zero" }, { left: "x", relation: "le_s", right: "zero" },
];

/** Of any NZCV: a table of 16 bits, one for each of its values. */
function tested(cond: number, nzcv: Node): Node {
  let table = 0;
  for (let value = 0; value < 16; value++) if (holds(cond, value)) table |= 1 << value;
  const shifted = operation("i32", "i32.shr_u", [constant(table), nzcv]);
  return operation("i32", "i32.and", [shifted, constant(1)]);
}

let table: readonly boolean[] | undefined;

function holds(cond: number, nzcv: number): boolean {
  table ??= tabulateConditions(conditionHolds);
  return table[cond * 16 + nzcv]!;
}

export const select = (condition: Node, whenTrue: Node, whenFalse: Node): Select => {
  const types = [whenTrue, whenFalse].flatMap((n) => (n.kind === "constant" ? [] : [n.type]));
  return {
    kind: "select", condition, whenTrue, whenFalse,
    type: types.includes("i64") ? "i64" : types[0] ?? "i64",
  };
};

/** The result that `nzcv` has its N and Z of, if C and V are 0: flagsOfLogical() made it. */
export function logicOf(nzcv: Node): FlagsOf | undefined {
  if (nzcv.kind !== "join" || nzcv.lowBits !== 2 || !isConstant(nzcv.low, 0n)) return undefined;
  const { high } = nzcv;
  if (high.kind !== "join" || high.lowBits !== 1) return undefined;
  const { low } = high;
  const isTest = low.kind === "operation"
    && (low.name === "i32.eqz" || low.name === "i64.eqz");
  if (!isTest) return undefined;
  const x = low.operands[0]!;
  return { kind: "flags", type: "i32", of: low.of === "i64" ? "logic64" : "logic32", x, y: x };
}
