// What computes a value: rows of the instruction set, the larger piece of IR first. Of the rules
// for an operator the first that matches is taken; the last of them always does.
//
// The width says how the rule is to be read. 64: the row computes the value. 32: it computes the
// value's lower half, and may be used where nobody looks at the upper one. "either": both, by sf.

import type { Value } from "../ir/function";
import type { Fields, RowName } from "./encode";
import { type Register, row, ZERO } from "./machine";
import { type Bindings, type Leaves, parsePattern, type Pattern, type Width } from "./pattern";

interface RowInstruction {
  readonly op: "row";
  readonly row: RowName;
  readonly fields: Fields;
}

export interface Rule {
  readonly text: string;
  readonly width: Width | "either";
  readonly pattern: Pattern;
  /** Whether the constants go together. */
  readonly holds: (leaves: Bindings, width: Width) => boolean;
  /** The instruction that writes Rd, or whatever the table is for. */
  readonly make: (leaves: Bindings) => RowInstruction;
}

/** What a rule is given: its leaves, where the result goes, and whether it is 64 bits wide. */
type Given<P> = Leaves<P, Register> & { readonly Rd: Register; readonly sf: number };

/** A rule, which is parsed when it is first asked for. */
export function rule<const P extends string>(
  width: Width | "either", text: P, make: (leaves: Given<P>) => RowInstruction,
  holds: (leaves: Leaves<P, Value>, width: Width) => boolean = () => true,
): Rule {
  let pattern: Pattern | undefined;
  return {
    text, width,
    get pattern() { return (pattern ??= parsePattern(text)); },
    holds: holds as Rule["holds"],
    make: make as (leaves: Bindings) => RowInstruction,
  };
}

const LSL = 0;
const LSR = 1;
const ASR = 2;
const UXTW = 0b010;
const SXTW = 0b110;

const ADD = "ADD (shifted register)";
const SUB = "SUB (shifted register)";
const CMP = "SUBS (shifted register)";

/** What the makers of instructions are given: some of these. */
interface Operands {
  readonly sf?: number;
  readonly Rd: Register;
  readonly a?: Register;
  readonly b?: Register;
  readonly c?: Register;
  readonly s?: Register;
}

type Shifted = Extract<RowName, `${string} (shifted register)`>;
type Extended = Extract<RowName, `${string} (extended register)`>;

/** a and b, which is shifted on its way by n. */
const shifted = (name: Shifted, { sf = 1, a, b, Rd }: Operands, shift: number, n: number) =>
  row(name, { sf, shift, Rm: b!, imm6: n, Rn: a!, Rd });

/** a and b. */
const plain = (name: Shifted, operands: Operands) => shifted(name, operands, LSL, 0);

/** s and the lower half of b, extended. */
const extended = (name: Extended, { s, b, Rd }: Operands, option: number) =>
  row(name, { sf: 1, Rm: b!, option, imm3: 0, Rn: s!, Rd });

/** a and b times c. */
const multiplied = (name: "MADD" | "MSUB", { sf = 1, a, b, c, Rd }: Operands) =>
  row(name, { sf, Rm: c!, Ra: a!, Rn: b!, Rd });

/** Bits of b, and below them bits of a, which begin at its bit n. */
const joined = (sf: number, { a, b, Rd }: Operands, n: number) =>
  row("EXTR", { sf, N: sf, Rn: b!, Rm: a!, imms: n, Rd });

/** Two shifts whose amounts make up a register. */
const makeUp = (width: number) => ({ n, m }: { readonly n: number; readonly m: number }) =>
  n + m === width && m > 0;

const ADD_RULES: readonly Rule[] = [
  rule("either", "add(s, imm)", ({ sf, s, imm, Rd }) =>
    row("ADD (immediate)", { sf, ...imm, Rn: s, Rd })),
  rule("either", "add(s, neg)", ({ sf, s, neg, Rd }) =>
    row("SUB (immediate)", { sf, ...neg, Rn: s, Rd })),
  rule(64, "add(lshr(a, n), shl(b, m))", (of) => joined(1, of, of.n), makeUp(64)),
  rule(32, "add(lshr(zext32(a), n), shl(b, m))", (of) => joined(0, of, of.n), makeUp(32)),
  rule(64, "add(a, mul(sext32(b), sext32(c)))", ({ a, b, c, Rd }) =>
    row("SMADDL", { Rm: c, Ra: a, Rn: b, Rd })),
  rule("either", "add(a, mul(b, c))",    (of) => multiplied("MADD", of)),
  rule("either", "add(a, shl(b, n))",    (of) => shifted(ADD, of, LSL, of.n)),
  rule(64, "add(a, lshr(b, n))",         (of) => shifted(ADD, of, LSR, of.n)),
  rule(64, "add(a, ashr(b, n))",         (of) => shifted(ADD, of, ASR, of.n)),
  rule(32, "add(a, lshr(zext32(b), n))", (of) => shifted(ADD, of, LSR, of.n)),
  rule(64, "add(s, sext32(b))",          (of) => extended("ADD (extended register)", of, SXTW)),
  rule(64, "add(s, zext32(b))",          (of) => extended("ADD (extended register)", of, UXTW)),
  rule("either", "add(a, b)",            (of) => plain(ADD, of)),
];

const SUB_RULES: readonly Rule[] = [
  rule(64, "sub(clz(zext32(a)), 32)", ({ a, Rd }) => row("CLZ", { sf: 0, Rn: a, Rd })),
  rule("either", "sub(s, imm)", ({ sf, s, imm, Rd }) =>
    row("SUB (immediate)", { sf, ...imm, Rn: s, Rd })),
  rule("either", "sub(s, neg)", ({ sf, s, neg, Rd }) =>
    row("ADD (immediate)", { sf, ...neg, Rn: s, Rd })),
  rule("either", "sub(a, mul(b, c))", (of) => multiplied("MSUB", of)),
  rule("either", "sub(a, shl(b, n))", (of) => shifted(SUB, of, LSL, of.n)),
  rule(64, "sub(a, lshr(b, n))",      (of) => shifted(SUB, of, LSR, of.n)),
  rule(64, "sub(a, ashr(b, n))",      (of) => shifted(SUB, of, ASR, of.n)),
  rule(64, "sub(s, sext32(b))",       (of) => extended("SUB (extended register)", of, SXTW)),
  rule(64, "sub(s, zext32(b))",       (of) => extended("SUB (extended register)", of, UXTW)),
  rule("either", "sub(a, b)",         (of) => plain(SUB, of)),
];

const MULTIPLY_RULES: readonly Rule[] = [
  rule("either", "mul(a, bit)",   ({ sf, a, bit, Rd }) => shiftLeft(sf, a, bit, Rd)),
  rule("either", "mul(a, power)", (of) => shifted(ADD, { ...of, b: of.a }, LSL, of.power)),
  rule(64, "mul(sext32(a), sext32(b))", ({ a, b, Rd }) =>
    row("SMADDL", { Rm: b, Ra: ZERO, Rn: a, Rd })),
  rule(64, "mul(zext32(a), zext32(b))", ({ a, b, Rd }) =>
    row("UMADDL", { Rm: b, Ra: ZERO, Rn: a, Rd })),
  rule("either", "mul(sub(0, b), c)", (of) => multiplied("MSUB", { ...of, a: ZERO })),
  rule("either", "mul(b, c)",         (of) => multiplied("MADD", { ...of, a: ZERO })),
];

const DIVIDE_RULES: readonly Rule[] = [
  rule(64, "smulh(a, b)", ({ a, b, Rd }) => row("SMULH", { Rm: b, Rn: a, Rd })),
  rule(64, "umulh(a, b)", ({ a, b, Rd }) => row("UMULH", { Rm: b, Rn: a, Rd })),
  rule(64, "sdiv(a, b)",  ({ a, b, Rd }) => row("SDIV", { sf: 1, Rm: b, Rn: a, Rd })),
  rule(64, "udiv(a, b)",  ({ a, b, Rd }) => row("UDIV", { sf: 1, Rm: b, Rn: a, Rd })),
];

type BitMove = "UBFM" | "SBFM";

/** A field of a, moved: to bit 0 if immr is its lowest bit, and imms its highest. */
const moved = (name: BitMove, sf: number, Rn: Register, Rd: Register, immr: number, imms: number) =>
  row(name, { sf, N: sf, immr, imms, Rn, Rd });

/** The `width` bits of a from bit n on: UBFX and SBFX, and what shifts to the right. */
const extract = (name: BitMove, sf: number, { a, Rd }: Operands, n: number, width: number) =>
  moved(name, sf, a!, Rd, n, n + width - 1);

/** The lowest `width` bits of a, put to bit n: UBFIZ and SBFIZ. */
function insert(name: BitMove, sf: number, { a, Rd }: Operands, n: number, width: number) {
  const size = sf === 1 ? 64 : 32;
  return moved(name, sf, a!, Rd, (size - n) % size, width - 1);
}

const shiftLeft = (sf: number, a: Register, n: number, Rd: Register) =>
  insert("UBFM", sf, { a, Rd }, n, (sf === 1 ? 64 : 32) - n);

/** A shift by a register. */
const variable = (name: "LSLV" | "LSRV" | "ASRV", sf: number, { a, b, Rd }: Operands) =>
  row(name, { sf, Rm: b!, Rn: a!, Rd });

/** Whether a field of `ones` bits from bit n on is in a register of that width. */
const isWithin = (width: number) => ({ n, ones }: { readonly n: number; readonly ones: number }) =>
  n + ones <= width;

/** A rule of an operator that others have too: "op" stands for it. */
function forOperator(operator: string, rules: readonly Rule[]): Rule[] {
  return rules.map((each) => ({
    ...each, text: each.text.replace("op", operator),
    get pattern() { return { ...each.pattern, operator } as Pattern; },
  }));
}

/** Bits of two registers side by side; of one, turned: a rotation. */
const rotations = (operator: string): Rule[] => forOperator(operator, [
  rule(64, "op(lshr(a, n), shl(b, m))", (of) => joined(1, of, of.n), makeUp(64)),
  rule(32, "op(lshr(zext32(a), n), shl(b, m))", (of) => joined(0, of, of.n), makeUp(32)),
]);

type LogicalImmediate = "AND (immediate)" | "ORR (immediate)" | "EOR (immediate)";

/** The logical instructions are alike. `inverted` is the row that takes the complement of b. */
const logical = (
  operator: string, immediate: LogicalImmediate, register: Shifted, inverted: Shifted,
): Rule[] => forOperator(operator, [
  rule("either", "op(a, mask)", ({ sf, a, mask, Rd }) =>
    row(immediate, { sf, ...mask, Rn: a, Rd })),
  rule("either", "op(a, xor(b, -1))",   (of) => plain(inverted, of)),
  rule("either", "op(a, shl(b, n))",    (of) => shifted(register, of, LSL, of.n)),
  rule(64, "op(a, lshr(b, n))",         (of) => shifted(register, of, LSR, of.n)),
  rule(64, "op(a, ashr(b, n))",         (of) => shifted(register, of, ASR, of.n)),
  rule(32, "op(a, lshr(zext32(b), n))", (of) => shifted(register, of, LSR, of.n)),
  rule(32, "op(a, ashr(sext32(b), n))", (of) => shifted(register, of, ASR, of.n)),
  rule("either", "op(a, b)",            (of) => plain(register, of)),
]);

const AND_RULES: readonly Rule[] = [
  rule(64, "and(lshr(zext32(a), n), ones)",
    (of) => extract("UBFM", 0, of, of.n, of.ones), isWithin(32)),
  rule(64, "and(ashr(sext32(a), n), ones)",
    (of) => extract("UBFM", 0, of, of.n, of.ones), isWithin(32)),
  rule(64, "and(lshr(a, n), ones)",
    (of) => extract("UBFM", 1, of, of.n, of.ones), isWithin(64)),
  rule(64, "and(ashr(a, n), ones)",
    (of) => extract("UBFM", 1, of, of.n, of.ones), isWithin(64)),
  ...logical("and", "AND (immediate)", "AND (shifted register)", "BIC (shifted register)"),
];

const OR_RULES: readonly Rule[] = [
  ...rotations("or"),
  ...logical("or", "ORR (immediate)", "ORR (shifted register)", "ORN (shifted register)"),
];

const XOR_RULES: readonly Rule[] = [
  rule("either", "xor(b, -1)", (of) => plain("ORN (shifted register)", { ...of, a: ZERO })),
  ...rotations("xor"),
  ...logical("xor", "EOR (immediate)", "EOR (shifted register)", "EON (shifted register)"),
];

/** To the left by m, and back to the right by at least as much. */
const isBack = (width: number) => ({ n, m }: { readonly n: number; readonly m: number }) =>
  m <= n && n < width;
const isHalf = ({ n }: { readonly n: number }) => n < 32;

/** Shifts by a register look at as many of its bits as they need: a mask for that is left out. */
const SHIFT_RULES: readonly Rule[] = [
  rule(64, "shl(zext32(a), n)",  (of) => insert("UBFM", 1, of, of.n, Math.min(32, 64 - of.n))),
  rule(64, "shl(sext32(a), n)",  (of) => insert("SBFM", 1, of, of.n, Math.min(32, 64 - of.n))),
  rule("either", "shl(and(a, ones), n)", (of) => insert("UBFM", of.sf, of, of.n, of.ones),
    ({ n, ones }, width) => n + ones <= width),
  rule("either", "shl(a, n)",    ({ sf, a, n, Rd }) => shiftLeft(sf, a, n, Rd)),
  rule(32, "shl(a, and(b, 31))", (of) => variable("LSLV", 0, of)),
  rule(64, "shl(a, and(b, 63))", (of) => variable("LSLV", 1, of)),
  rule(64, "shl(a, b)",          (of) => variable("LSLV", 1, of)),

  rule(64, "lshr(zext32(shl(a, m)), n)",
    (of) => extract("UBFM", 0, of, of.n - of.m, 32 - of.n), isBack(32)),
  rule(64, "lshr(shl(a, m), n)",
    (of) => extract("UBFM", 1, of, of.n - of.m, 64 - of.n), isBack(64)),
  rule(64, "lshr(zext32(a), n)", (of) => extract("UBFM", 0, of, of.n, 32 - of.n), isHalf),
  rule(64, "lshr(zext32(a), and(b, 31))", (of) => variable("LSRV", 0, of)),
  rule(64, "lshr(a, n)",          (of) => extract("UBFM", 1, of, of.n, 64 - of.n)),
  rule(64, "lshr(a, and(b, 63))", (of) => variable("LSRV", 1, of)),
  rule(64, "lshr(a, b)",          (of) => variable("LSRV", 1, of)),

  rule(64, "ashr(sext32(shl(a, m)), n)",
    (of) => extract("SBFM", 1, of, of.n - of.m, 32 - of.n), isBack(32)),
  rule(64, "ashr(shl(a, m), n)",
    (of) => extract("SBFM", 1, of, of.n - of.m, 64 - of.n), isBack(64)),
  rule(64, "ashr(sext32(a), n)", (of) => extract("SBFM", 1, of, of.n, 32 - of.n), isHalf),
  rule(32, "ashr(sext32(a), and(b, 31))", (of) => variable("ASRV", 0, of)),
  rule(64, "ashr(a, n)",          (of) => extract("SBFM", 1, of, of.n, 64 - of.n)),
  rule(64, "ashr(a, and(b, 63))", (of) => variable("ASRV", 1, of)),
  rule(64, "ashr(a, b)",          (of) => variable("ASRV", 1, of)),
];

const UNARY_RULES: readonly Rule[] = [
  rule(64, "sext8(lshr(a, n))",  (of) => extract("SBFM", 1, of, of.n, 8),  ({ n }) => n <= 56),
  rule(64, "sext16(lshr(a, n))", (of) => extract("SBFM", 1, of, of.n, 16), ({ n }) => n <= 48),
  rule(64, "sext32(lshr(a, n))", (of) => extract("SBFM", 1, of, of.n, 32), ({ n }) => n <= 32),
  rule(64, "sext8(a)",           (of) => extract("SBFM", 1, of, 0, 8)),
  rule(64, "sext16(a)",          (of) => extract("SBFM", 1, of, 0, 16)),
  rule(64, "sext32(a)",          (of) => extract("SBFM", 1, of, 0, 32)),
  rule(64, "zext8(lshr(a, n))",  (of) => extract("UBFM", 1, of, of.n, 8),  ({ n }) => n <= 56),
  rule(64, "zext16(lshr(a, n))", (of) => extract("UBFM", 1, of, of.n, 16), ({ n }) => n <= 48),
  rule(64, "zext32(lshr(a, n))", (of) => extract("UBFM", 1, of, of.n, 32), ({ n }) => n <= 32),
  rule(64, "zext8(a)",           (of) => extract("UBFM", 0, of, 0, 8)),
  rule(64, "zext16(a)",          (of) => extract("UBFM", 0, of, 0, 16)),
  rule(64, "zext32(b)", (of) => plain("ORR (shifted register)", { ...of, sf: 0, a: ZERO })),
  rule(64, "clz(a)",    ({ a, Rd }) => row("CLZ", { sf: 1, Rn: a, Rd })),
  rule(64, "rev(a)",    ({ a, Rd }) => row("REV (64-bit)", { Rn: a, Rd })),
];

export const RULES: readonly Rule[] = [
  ...ADD_RULES, ...SUB_RULES, ...MULTIPLY_RULES, ...DIVIDE_RULES,
  ...AND_RULES, ...OR_RULES, ...XOR_RULES, ...SHIFT_RULES, ...UNARY_RULES,
];

/** What sets the flags as `cmp a, b` does; Rd is the zero register. */
export const COMPARE_RULES: readonly Rule[] = [
  rule("either", "cmp(and(a, mask), 0)", ({ sf, a, mask, Rd }) =>
    row("ANDS (immediate)", { sf, ...mask, Rn: a, Rd })),
  rule("either", "cmp(and(a, b), 0)", (of) => plain("ANDS (shifted register)", of)),
  rule("either", "cmp(s, imm)", ({ sf, s, imm, Rd }) =>
    row("SUBS (immediate)", { sf, ...imm, Rn: s, Rd })),
  rule("either", "cmp(s, neg)", ({ sf, s, neg, Rd }) =>
    row("ADDS (immediate)", { sf, ...neg, Rn: s, Rd })),
  rule("either", "cmp(a, shl(b, n))", (of) => shifted(CMP, of, LSL, of.n)),
  rule(64, "cmp(a, lshr(b, n))", (of) => shifted(CMP, of, LSR, of.n)),
  rule(64, "cmp(a, ashr(b, n))", (of) => shifted(CMP, of, ASR, of.n)),
  rule(64, "cmp(s, sext32(b))",  (of) => extended("SUBS (extended register)", of, SXTW)),
  rule(64, "cmp(s, zext32(b))",  (of) => extended("SUBS (extended register)", of, UXTW)),
  rule("either", "cmp(a, b)",    (of) => plain(CMP, of)),
];
