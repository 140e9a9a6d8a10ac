// NZCV, computed when somebody asks. What made the flags is remembered in three locals: the operands,
// and which operation it was. In the block where they were made, that is known while compiling, and
// a conditional branch behind a comparison is the comparison itself.

import { bug } from "../../base/bug";
import { conditionHolds, tabulateConditions } from "../cpu/condition";
import {
  constant, type FlagsKind, type FlagsOf, isConstant, type Node, operation, type Select,
} from "./node";
import { INTEGER } from "./wasm/opcodes";

/** The kinds, as the local that holds one has them. */
export const FLAGS_KINDS: readonly FlagsKind[] = [
  "value", "add32", "add64", "sub32", "sub64", "logic32", "logic64",
];

/** What made NZCV: known, or whatever the locals say. */
export type FlagsState = Node | "in locals";

type Comparison = "eq" | "lt_s" | "lt_u" | "le_s" | "le_u" | "gt_s" | "gt_u" | "ge_s" | "ge_u"
  | "ne";

/** What `cond` means behind a comparison of x with y. Without N or V alone. */
const BEHIND_SUB: Readonly<Record<number, Comparison>> = {
  0: "eq", 1: "ne", 2: "ge_u", 3: "lt_u", 8: "gt_u", 9: "le_u",
  10: "ge_s", 11: "lt_s", 12: "gt_s", 13: "le_s",
};

const typeOfKind = (kind: FlagsKind): "i32" | "i64" => (kind.endsWith("64") ? "i64" : "i32");

/** Whether `cond` holds of `nzcv`: a node of 1 or 0. */
export function conditionOn(cond: number, nzcv: Node): Node {
  if (cond >= 14) return constant(1);
  if (nzcv.kind === "select") {
    const { condition, whenTrue, whenFalse } = nzcv;
    return select(condition, conditionOn(cond, whenTrue), conditionOn(cond, whenFalse));
  }
  if (nzcv.kind === "constant") return constant(holds(cond, Number(nzcv.value)) ? 1 : 0);
  return (nzcv.kind === "flags" ? conditionOnFlags(cond, nzcv) : undefined) ?? tested(cond, nzcv);
}

function conditionOnFlags(cond: number, { of, x, y }: FlagsOf): Node | undefined {
  const type = typeOfKind(of);
  const zero = constant(0);
  const compared = (name: Comparison, a: Node, b: Node): Node =>
    operation("i32", INTEGER[type][name], [a, b], type);
  const sum = (): Node => operation(type, INTEGER[type].add, [x, y]);
  const isNegative = (result: Node): Node =>
    compared(cond === 4 ? "lt_s" : "ge_s", result, zero);
  switch (of) {
    case "sub32": case "sub64": {
      const comparison = BEHIND_SUB[cond];
      if (comparison !== undefined) return compared(comparison, x, y);
      return cond === 4 || cond === 5
        ? isNegative(operation(type, INTEGER[type].sub, [x, y])) : undefined;
    }
    case "add32": case "add64":
      if (cond === 0 || cond === 1) return compared(cond === 0 ? "eq" : "ne", sum(), zero);
      if (cond === 2 || cond === 3) return compared(cond === 2 ? "lt_u" : "ge_u", sum(), x);
      return cond === 4 || cond === 5 ? isNegative(sum()) : undefined;
    case "logic32": case "logic64":
      switch (cond) { // C and V are clear.
        case 0: return compared("eq", x, zero);
        case 1: return compared("ne", x, zero);
        case 2: case 6: case 8: return constant(0);
        case 3: case 7: case 9: return constant(1);
        case 4: case 11: return compared("lt_s", x, zero);
        case 5: case 10: return compared("ge_s", x, zero);
        case 12: return compared("gt_s", x, zero);
        case 13: return compared("le_s", x, zero);
        default: return bug(`no condition ${cond}`);
      }
    case "value": return undefined;
  }
}

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
