import { conditionHolds, conditionName } from "../../../machine/cpu/condition";
import type { FlagsFrom, JitParts } from "../../../machine/jit/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";

type LazyConditionOf = JitParts["lazyCondition"];
type Lazy = ReturnType<LazyConditionOf>;

const SUBS: readonly FlagsFrom[] = ["sub64", "sub32"];
const ADDS: readonly FlagsFrom[] = ["add64", "add32"];
const LOGICS: readonly FlagsFrom[] = ["logic64", "logic32"];

type Row = readonly [cond: number, behindSub: Lazy, behindAdd: Lazy, behindLogic: Lazy];

const is = (left: "x" | "x + y" | "x - y", relation: Exclude<Lazy, string | undefined>["relation"], right: "x" | "y" | "zero"): Lazy =>
  ({ left, relation, right });

/** One of the right answers for each. */
const ROWS: readonly Row[] = [
  // cond  behind x - y                  x + y                           x, C and V clear
  [0x0,    is("x", "eq", "y"),           is("x + y", "eq", "zero"),      is("x", "eq", "zero")],
  [0x1,    is("x", "ne", "y"),           is("x + y", "ne", "zero"),      is("x", "ne", "zero")],
  [0xb,    is("x", "lt_s", "y"),         undefined,                      is("x", "lt_s", "zero")],
  [0xa,    is("x", "ge_s", "y"),         undefined,                      is("x", "ge_s", "zero")],
  [0xc,    is("x", "gt_s", "y"),         undefined,                      is("x", "gt_s", "zero")],
  [0xd,    is("x", "le_s", "y"),         undefined,                      is("x", "le_s", "zero")],
  [0x3,    is("x", "lt_u", "y"),         is("x + y", "ge_u", "x"),       "always"],
  [0x2,    is("x", "ge_u", "y"),         is("x + y", "lt_u", "x"),       "never"],
  [0x8,    is("x", "gt_u", "y"),         undefined,                      "never"],
  [0x9,    is("x", "le_u", "y"),         undefined,                      "always"],
  [0x4,    is("x - y", "lt_s", "zero"),  is("x + y", "lt_s", "zero"),    is("x", "lt_s", "zero")],
  [0x5,    is("x - y", "ge_s", "zero"),  is("x + y", "ge_s", "zero"),    is("x", "ge_s", "zero")],
  [0x6,    undefined,                    undefined,                      "never"],
  [0x7,    undefined,                    undefined,                      "always"],
];

const widthOf = (from: FlagsFrom): number => (from.endsWith("64") ? 64 : 32);

/** NZCV, as the manual's AddWithCarry() has it: by what the sum would be with room for it. */
function flagsOf(from: FlagsFrom, x: bigint, y: bigint): number {
  const width = widthOf(from);
  const signed = (word: bigint): bigint => BigInt.asIntN(width, word);
  const [unsignedSum, signedSum] = from.startsWith("logic") ? [x, signed(x)]
    : from.startsWith("add") ? [x + y, signed(x) + signed(y)] : [x - y, signed(x) - signed(y)];
  const result = BigInt.asUintN(width, unsignedSum);
  const n = signed(result) < 0n;
  const c = from.startsWith("sub") ? x >= y : from.startsWith("add") && unsignedSum !== result;
  const v = !from.startsWith("logic") && signedSum !== signed(result);
  return (n ? 8 : 0) | (result === 0n ? 4 : 0) | (c ? 2 : 0) | (v ? 1 : 0);
}

const RELATIONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0, ne: (order) => order !== 0, lt: (order) => order < 0, le: (order) => order <= 0,
  gt: (order) => order > 0, ge: (order) => order >= 0,
};

/** What an answer says of two operands; undefined: it is none. */
function evaluate(answer: unknown, from: FlagsFrom, x: bigint, y: bigint): boolean | undefined {
  if (answer === "always" || answer === "never") return answer === "always";
  if (typeof answer !== "object" || answer === null) return undefined;
  const { left, relation, right } = answer as Readonly<Record<string, unknown>>;
  const width = widthOf(from);
  const values: Readonly<Record<string, bigint>> = { x, y, zero: 0n, "x + y": BigInt.asUintN(width, x + y), "x - y": BigInt.asUintN(width, x - y) };
  const isThere = typeof left === "string" && ["x", "x + y", "x - y"].includes(left)
    && typeof right === "string" && ["x", "y", "zero"].includes(right) && typeof relation === "string";
  const [name, sign] = isThere ? relation.split("_") : [];
  const holds = name === undefined || !Object.hasOwn(RELATIONS, name) ? undefined : RELATIONS[name];
  if (holds === undefined || (name === "eq" || name === "ne" ? sign !== undefined : sign !== "s" && sign !== "u")) return undefined;
  const [a, b] = [values[left as string]!, values[right as string]!].map((value) => (sign === "s" ? BigInt.asIntN(width, value) : value)) as [bigint, bigint];
  return holds(a < b ? -1 : a > b ? 1 : 0);
}

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** Throws if the answer is not the condition, for operands around which something happens. */
function hold(answer: unknown, from: FlagsFrom, cond: number, isPossible: boolean): void {
  if (answer === undefined) {
    if (isPossible) throw new Wrong("one comparison would do");
    return;
  }
  const width = widthOf(from);
  const half = 1n << BigInt(width - 1);
  const values = [0n, 1n, 2n, half - 1n, half, half + 1n, 2n * half - 2n, 2n * half - 1n, 0x1234n, half + 0x1234n];
  for (const x of values) {
    for (const y of from.startsWith("logic") ? [x] : values) {
      const theirs = evaluate(answer, from, x, y);
      if (theirs === undefined) throw new Wrong("it is no comparison, and neither \"always\" nor \"never\"");
      const ours = conditionHolds(cond, flagsOf(from, x, y));
      if (theirs === ours) continue;
      const operands = from.startsWith("logic") ? `x = ${hex(x)}` : `x = ${hex(x)} and y = ${hex(y)}`;
      throw new Wrong(`for ${operands}, ${conditionName(cond).toUpperCase()} ${ours ? "holds" : "does not hold"}`);
    }
  }
}

const caseOf = (from: FlagsFrom, cond: number, want: Lazy): Case<LazyConditionOf> => ({
  args: [from, cond], want,
  accept: (answer) => { hold(answer, from, cond, want !== undefined); },
});

const casesOf = (from: readonly FlagsFrom[], column: 1 | 2 | 3): Case<LazyConditionOf>[] =>
  from.flatMap((each) => ROWS.map((row) => caseOf(each, row[0], row[column])));

const ALL = [...casesOf(SUBS, 1), ...casesOf(ADDS, 2), ...casesOf(LOGICS, 3)];

export const lazyFlags: Trial<LazyConditionOf> = {
  show: {
    call: (from, cond) => `lazyCondition("${from}", ${cond}), which is ${conditionName(cond).toUpperCase()}`,
    answer: (answer) => (typeof answer === "object" ? `${answer.left} ${answer.relation} ${answer.right}` : showPlain(answer)),
  },
  properties: [
    { title: "says what a condition means behind a subtraction", cases: () => casesOf(SUBS, 1) },
    { title: "says what it means behind an addition", cases: () => casesOf(ADDS, 2) },
    { title: "says what it means behind a logical operation", cases: () => casesOf(LOGICS, 3) },
    { title: "says the same in any order", cases: (draw: Draw) => draw.shuffle(ALL) },
  ],
};
