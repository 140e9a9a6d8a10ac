// What computes a value: rows of the instruction set, the larger piece of IR first. Of the rules for
// an operator the first that matches is taken; the last of them always does.
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

/** The operand b of a row, shifted. */
const shifted = (shift: number, b: Register, n: number) => ({ shift, Rm: b, imm6: n });
const plain = (b: Register) => shifted(LSL, b, 0);

const ADD = "ADD (shifted register)";
const SUB = "SUB (shifted register)";

const ADD_RULES: readonly Rule[] = [
  rule("either", "add(s, imm)",       ({ sf, s, imm, Rd }) => row("ADD (immediate)", { sf, ...imm, Rn: s, Rd })),
  rule("either", "add(s, neg)",       ({ sf, s, neg, Rd }) => row("SUB (immediate)", { sf, ...neg, Rn: s, Rd })),
  rule(64, "add(lshr(a, n), shl(b, m))", ({ a, b, n, Rd }) => row("EXTR", { sf: 1, N: 1, Rn: b, Rm: a, imms: n, Rd }), ({ n, m }) => n + m === 64 && m > 0),
  rule(32, "add(lshr(zext32(a), n), shl(b, m))", ({ a, b, n, Rd }) => row("EXTR", { sf: 0, N: 0, Rn: b, Rm: a, imms: n, Rd }), ({ n, m }) => n + m === 32 && m > 0),
  rule(64, "add(a, mul(sext32(b), sext32(c)))", ({ a, b, c, Rd }) => row("SMADDL", { Rm: c, Ra: a, Rn: b, Rd })),
  rule("either", "add(a, mul(b, c))", ({ sf, a, b, c, Rd }) => row("MADD", { sf, Rm: c, Ra: a, Rn: b, Rd })),
  rule("either", "add(a, shl(b, n))", ({ sf, a, b, n, Rd }) => row(ADD, { sf, ...shifted(LSL, b, n), Rn: a, Rd })),
  rule(64, "add(a, lshr(b, n))",      ({ a, b, n, Rd }) => row(ADD, { sf: 1, ...shifted(LSR, b, n), Rn: a, Rd })),
  rule(64, "add(a, ashr(b, n))",      ({ a, b, n, Rd }) => row(ADD, { sf: 1, ...shifted(ASR, b, n), Rn: a, Rd })),
  rule(32, "add(a, lshr(zext32(b), n))", ({ a, b, n, Rd }) => row(ADD, { sf: 0, ...shifted(LSR, b, n), Rn: a, Rd })),
  rule(64, "add(s, sext32(b))",       ({ s, b, Rd }) => row("ADD (extended register)", { sf: 1, Rm: b, option: SXTW, imm3: 0, Rn: s, Rd })),
  rule(64, "add(s, zext32(b))",       ({ s, b, Rd }) => row("ADD (extended register)", { sf: 1, Rm: b, option: UXTW, imm3: 0, Rn: s, Rd })),
  rule("either", "add(a, b)",         ({ sf, a, b, Rd }) => row(ADD, { sf, ...plain(b), Rn: a, Rd })),
];

const SUB_RULES: readonly Rule[] = [
  rule(64, "sub(clz(zext32(a)), 32)", ({ a, Rd }) => row("CLZ", { sf: 0, Rn: a, Rd })),
  rule("either", "sub(s, imm)",       ({ sf, s, imm, Rd }) => row("SUB (immediate)", { sf, ...imm, Rn: s, Rd })),
  rule("either", "sub(s, neg)",       ({ sf, s, neg, Rd }) => row("ADD (immediate)", { sf, ...neg, Rn: s, Rd })),
  rule("either", "sub(a, mul(b, c))", ({ sf, a, b, c, Rd }) => row("MSUB", { sf, Rm: c, Ra: a, Rn: b, Rd })),
  rule("either", "sub(a, shl(b, n))", ({ sf, a, b, n, Rd }) => row(SUB, { sf, ...shifted(LSL, b, n), Rn: a, Rd })),
  rule(64, "sub(a, lshr(b, n))",      ({ a, b, n, Rd }) => row(SUB, { sf: 1, ...shifted(LSR, b, n), Rn: a, Rd })),
  rule(64, "sub(a, ashr(b, n))",      ({ a, b, n, Rd }) => row(SUB, { sf: 1, ...shifted(ASR, b, n), Rn: a, Rd })),
  rule(64, "sub(s, sext32(b))",       ({ s, b, Rd }) => row("SUB (extended register)", { sf: 1, Rm: b, option: SXTW, imm3: 0, Rn: s, Rd })),
  rule(64, "sub(s, zext32(b))",       ({ s, b, Rd }) => row("SUB (extended register)", { sf: 1, Rm: b, option: UXTW, imm3: 0, Rn: s, Rd })),
  rule("either", "sub(a, b)",         ({ sf, a, b, Rd }) => row(SUB, { sf, ...plain(b), Rn: a, Rd })),
];

const MULTIPLY_RULES: readonly Rule[] = [
  rule("either", "mul(a, bit)",       ({ sf, a, bit, Rd }) => shiftLeft(sf, a, bit, Rd)),
  rule("either", "mul(a, power)",     ({ sf, a, power, Rd }) => row(ADD, { sf, ...shifted(LSL, a, power), Rn: a, Rd })),
  rule(64, "mul(sext32(a), sext32(b))", ({ a, b, Rd }) => row("SMADDL", { Rm: b, Ra: ZERO, Rn: a, Rd })),
  rule(64, "mul(zext32(a), zext32(b))", ({ a, b, Rd }) => row("UMADDL", { Rm: b, Ra: ZERO, Rn: a, Rd })),
  rule("either", "mul(sub(0, a), b)", ({ sf, a, b, Rd }) => row("MSUB", { sf, Rm: b, Ra: ZERO, Rn: a, Rd })),
  rule("either", "mul(a, b)",         ({ sf, a, b, Rd }) => row("MADD", { sf, Rm: b, Ra: ZERO, Rn: a, Rd })),
];

const DIVIDE_RULES: readonly Rule[] = [
  rule(64, "smulh(a, b)", ({ a, b, Rd }) => row("SMULH", { Rm: b, Rn: a, Rd })),
  rule(64, "umulh(a, b)", ({ a, b, Rd }) => row("UMULH", { Rm: b, Rn: a, Rd })),
  rule(64, "sdiv(a, b)",  ({ a, b, Rd }) => row("SDIV", { sf: 1, Rm: b, Rn: a, Rd })),
  rule(64, "udiv(a, b)",  ({ a, b, Rd }) => row("UDIV", { sf: 1, Rm: b, Rn: a, Rd })),
];

/** UBFM and SBFM move a field; these are the ways in which the manual writes them. */
const bits = (name: "UBFM" | "SBFM", sf: number, Rn: Register, Rd: Register, immr: number, imms: number) =>
  row(name, { sf, N: sf, immr, imms, Rn, Rd });
/** `width` bits from `lsb` on. */
const extract = (name: "UBFM" | "SBFM", sf: number, Rn: Register, Rd: Register, lsb: number, width: number) =>
  bits(name, sf, Rn, Rd, lsb, lsb + width - 1);
/** The lowest `width` bits, to `lsb`. */
const insert = (name: "UBFM" | "SBFM", sf: number, Rn: Register, Rd: Register, lsb: number, width: number) => {
  const size = sf === 1 ? 64 : 32;
  return bits(name, sf, Rn, Rd, (size - lsb) % size, width - 1);
};
const shiftLeft = (sf: number, Rn: Register, n: number, Rd: Register) =>
  insert("UBFM", sf, Rn, Rd, n, (sf === 1 ? 64 : 32) - n);

/** A rule of an operator that others have too: "op" stands for it. */
function forOperator(operator: string, rules: readonly Rule[]): Rule[] {
  return rules.map((each) => ({
    ...each, text: each.text.replace("op", operator),
    get pattern() { return { ...each.pattern, operator } as Pattern; },
  }));
}

/** Two shifts whose amounts make up a register: bits of two registers side by side, or one turned. */
const rotations = (operator: string): Rule[] => forOperator(operator, [
  rule(64, "op(lshr(a, n), shl(b, m))",
    ({ a, b, n, Rd }) => row("EXTR", { sf: 1, N: 1, Rn: b, Rm: a, imms: n, Rd }),
    ({ n, m }) => n + m === 64 && m > 0),
  rule(32, "op(lshr(zext32(a), n), shl(b, m))",
    ({ a, b, n, Rd }) => row("EXTR", { sf: 0, N: 0, Rn: b, Rm: a, imms: n, Rd }),
    ({ n, m }) => n + m === 32 && m > 0),
]);

type LogicalImmediate = "AND (immediate)" | "ORR (immediate)" | "EOR (immediate)";
type LogicalShifted = `${"AND" | "ORR" | "EOR" | "BIC" | "ORN" | "EON"} (shifted register)`;

/** The logical instructions are alike. `inverted` is the row that takes the complement of b. */
const logical = (
  operator: string, immediate: LogicalImmediate, register: LogicalShifted, inverted: LogicalShifted,
): Rule[] => forOperator(operator, [
  rule("either", "op(a, mask)",
    ({ sf, a, mask, Rd }) => row(immediate, { sf, ...mask, Rn: a, Rd })),
  rule("either", "op(a, xor(b, -1))",
    ({ sf, a, b, Rd }) => row(inverted, { sf, ...plain(b), Rn: a, Rd })),
  rule("either", "op(a, shl(b, n))",
    ({ sf, a, b, n, Rd }) => row(register, { sf, ...shifted(LSL, b, n), Rn: a, Rd })),
  rule(64, "op(a, lshr(b, n))",
    ({ a, b, n, Rd }) => row(register, { sf: 1, ...shifted(LSR, b, n), Rn: a, Rd })),
  rule(64, "op(a, ashr(b, n))",
    ({ a, b, n, Rd }) => row(register, { sf: 1, ...shifted(ASR, b, n), Rn: a, Rd })),
  rule(32, "op(a, lshr(zext32(b), n))",
    ({ a, b, n, Rd }) => row(register, { sf: 0, ...shifted(LSR, b, n), Rn: a, Rd })),
  rule(32, "op(a, ashr(sext32(b), n))",
    ({ a, b, n, Rd }) => row(register, { sf: 0, ...shifted(ASR, b, n), Rn: a, Rd })),
  rule("either", "op(a, b)",
    ({ sf, a, b, Rd }) => row(register, { sf, ...plain(b), Rn: a, Rd })),
]);

const AND_RULES: readonly Rule[] = [
  rule(64, "and(lshr(zext32(a), n), ones)", ({ a, n, ones, Rd }) => extract("UBFM", 0, a, Rd, n, ones), ({ n, ones }) => n + ones <= 32),
  rule(64, "and(ashr(sext32(a), n), ones)", ({ a, n, ones, Rd }) => extract("UBFM", 0, a, Rd, n, ones), ({ n, ones }) => n + ones <= 32),
  rule(64, "and(lshr(a, n), ones)", ({ a, n, ones, Rd }) => extract("UBFM", 1, a, Rd, n, ones), ({ n, ones }) => n + ones <= 64),
  rule(64, "and(ashr(a, n), ones)", ({ a, n, ones, Rd }) => extract("UBFM", 1, a, Rd, n, ones), ({ n, ones }) => n + ones <= 64),
  ...logical("and", "AND (immediate)", "AND (shifted register)", "BIC (shifted register)"),
];

const OR_RULES: readonly Rule[] = [
  ...rotations("or"),
  ...logical("or", "ORR (immediate)", "ORR (shifted register)", "ORN (shifted register)"),
];

const XOR_RULES: readonly Rule[] = [
  rule("either", "xor(a, -1)", ({ sf, a, Rd }) => row("ORN (shifted register)", { sf, ...plain(a), Rn: ZERO, Rd })),
  ...rotations("xor"),
  ...logical("xor", "EOR (immediate)", "EOR (shifted register)", "EON (shifted register)"),
];

/** Shifts by a register use as many of its bits as they need: a mask that says so is not computed. */
const SHIFT_RULES: readonly Rule[] = [
  rule(64, "shl(zext32(a), n)",          ({ a, n, Rd }) => insert("UBFM", 1, a, Rd, n, Math.min(32, 64 - n))),
  rule(64, "shl(sext32(a), n)",          ({ a, n, Rd }) => insert("SBFM", 1, a, Rd, n, Math.min(32, 64 - n))),
  rule("either", "shl(and(a, ones), n)", ({ sf, a, ones, n, Rd }) => insert("UBFM", sf, a, Rd, n, ones), ({ n, ones }, width) => n + ones <= width),
  rule("either", "shl(a, n)",            ({ sf, a, n, Rd }) => shiftLeft(sf, a, n, Rd)),
  rule(32, "shl(a, and(b, 31))",         ({ a, b, Rd }) => row("LSLV", { sf: 0, Rm: b, Rn: a, Rd })),
  rule(64, "shl(a, and(b, 63))",         ({ a, b, Rd }) => row("LSLV", { sf: 1, Rm: b, Rn: a, Rd })),
  rule(64, "shl(a, b)",                  ({ a, b, Rd }) => row("LSLV", { sf: 1, Rm: b, Rn: a, Rd })),

  rule(64, "lshr(zext32(shl(a, m)), n)", ({ a, n, m, Rd }) => extract("UBFM", 0, a, Rd, n - m, 32 - n), ({ n, m }) => m <= n && n < 32),
  rule(64, "lshr(shl(a, m), n)",         ({ a, n, m, Rd }) => extract("UBFM", 1, a, Rd, n - m, 64 - n), ({ n, m }) => m <= n),
  rule(64, "lshr(zext32(a), n)",         ({ a, n, Rd }) => extract("UBFM", 0, a, Rd, n, 32 - n), ({ n }) => n < 32),
  rule(64, "lshr(zext32(a), and(b, 31))", ({ a, b, Rd }) => row("LSRV", { sf: 0, Rm: b, Rn: a, Rd })),
  rule(64, "lshr(a, n)",                 ({ a, n, Rd }) => extract("UBFM", 1, a, Rd, n, 64 - n)),
  rule(64, "lshr(a, and(b, 63))",        ({ a, b, Rd }) => row("LSRV", { sf: 1, Rm: b, Rn: a, Rd })),
  rule(64, "lshr(a, b)",                 ({ a, b, Rd }) => row("LSRV", { sf: 1, Rm: b, Rn: a, Rd })),

  rule(64, "ashr(sext32(shl(a, m)), n)", ({ a, n, m, Rd }) => extract("SBFM", 1, a, Rd, n - m, 32 - n), ({ n, m }) => m <= n && n < 32),
  rule(64, "ashr(shl(a, m), n)",         ({ a, n, m, Rd }) => extract("SBFM", 1, a, Rd, n - m, 64 - n), ({ n, m }) => m <= n),
  rule(64, "ashr(sext32(a), n)",         ({ a, n, Rd }) => extract("SBFM", 1, a, Rd, n, 32 - n), ({ n }) => n < 32),
  rule(32, "ashr(sext32(a), and(b, 31))", ({ a, b, Rd }) => row("ASRV", { sf: 0, Rm: b, Rn: a, Rd })),
  rule(64, "ashr(a, n)",                 ({ a, n, Rd }) => extract("SBFM", 1, a, Rd, n, 64 - n)),
  rule(64, "ashr(a, and(b, 63))",        ({ a, b, Rd }) => row("ASRV", { sf: 1, Rm: b, Rn: a, Rd })),
  rule(64, "ashr(a, b)",                 ({ a, b, Rd }) => row("ASRV", { sf: 1, Rm: b, Rn: a, Rd })),
];

const UNARY_RULES: readonly Rule[] = [
  rule(64, "sext8(lshr(a, n))",   ({ a, n, Rd }) => extract("SBFM", 1, a, Rd, n, 8), ({ n }) => n <= 56),
  rule(64, "sext16(lshr(a, n))",  ({ a, n, Rd }) => extract("SBFM", 1, a, Rd, n, 16), ({ n }) => n <= 48),
  rule(64, "sext32(lshr(a, n))",  ({ a, n, Rd }) => extract("SBFM", 1, a, Rd, n, 32), ({ n }) => n <= 32),
  rule(64, "sext8(a)",            ({ a, Rd }) => extract("SBFM", 1, a, Rd, 0, 8)),
  rule(64, "sext16(a)",           ({ a, Rd }) => extract("SBFM", 1, a, Rd, 0, 16)),
  rule(64, "sext32(a)",           ({ a, Rd }) => extract("SBFM", 1, a, Rd, 0, 32)),
  rule(64, "zext8(lshr(a, n))",   ({ a, n, Rd }) => extract("UBFM", 1, a, Rd, n, 8), ({ n }) => n <= 56),
  rule(64, "zext16(lshr(a, n))",  ({ a, n, Rd }) => extract("UBFM", 1, a, Rd, n, 16), ({ n }) => n <= 48),
  rule(64, "zext32(lshr(a, n))",  ({ a, n, Rd }) => extract("UBFM", 1, a, Rd, n, 32), ({ n }) => n <= 32),
  rule(64, "zext8(a)",            ({ a, Rd }) => extract("UBFM", 0, a, Rd, 0, 8)),
  rule(64, "zext16(a)",           ({ a, Rd }) => extract("UBFM", 0, a, Rd, 0, 16)),
  rule(64, "zext32(a)",           ({ a, Rd }) => row("ORR (shifted register)", { sf: 0, ...plain(a), Rn: ZERO, Rd })),
  rule(64, "clz(a)",              ({ a, Rd }) => row("CLZ", { sf: 1, Rn: a, Rd })),
  rule(64, "rev(a)",              ({ a, Rd }) => row("REV (64-bit)", { Rn: a, Rd })),
];

export const RULES: readonly Rule[] = [
  ...ADD_RULES, ...SUB_RULES, ...MULTIPLY_RULES, ...DIVIDE_RULES,
  ...AND_RULES, ...OR_RULES, ...XOR_RULES, ...SHIFT_RULES, ...UNARY_RULES,
];

/**
 * Sets the flags as `cmp a, b` does. `test` compares with zero what two values have in common.
 */
export const COMPARE_RULES: readonly Rule[] = [
  rule("either", "cmp(and(a, mask), 0)", ({ sf, a, mask }) => row("ANDS (immediate)", { sf, ...mask, Rn: a, Rd: ZERO })),
  rule("either", "cmp(and(a, b), 0)",    ({ sf, a, b }) => row("ANDS (shifted register)", { sf, ...plain(b), Rn: a, Rd: ZERO })),
  rule("either", "cmp(s, imm)",          ({ sf, s, imm }) => row("SUBS (immediate)", { sf, ...imm, Rn: s, Rd: ZERO })),
  rule("either", "cmp(s, neg)",          ({ sf, s, neg }) => row("ADDS (immediate)", { sf, ...neg, Rn: s, Rd: ZERO })),
  rule("either", "cmp(a, shl(b, n))",    ({ sf, a, b, n }) => row("SUBS (shifted register)", { sf, ...shifted(LSL, b, n), Rn: a, Rd: ZERO })),
  rule(64, "cmp(a, lshr(b, n))",         ({ a, b, n }) => row("SUBS (shifted register)", { sf: 1, ...shifted(LSR, b, n), Rn: a, Rd: ZERO })),
  rule(64, "cmp(a, ashr(b, n))",         ({ a, b, n }) => row("SUBS (shifted register)", { sf: 1, ...shifted(ASR, b, n), Rn: a, Rd: ZERO })),
  rule(64, "cmp(s, sext32(b))",          ({ s, b }) => row("SUBS (extended register)", { sf: 1, Rm: b, option: SXTW, imm3: 0, Rn: s, Rd: ZERO })),
  rule(64, "cmp(s, zext32(b))",          ({ s, b }) => row("SUBS (extended register)", { sf: 1, Rm: b, option: UXTW, imm3: 0, Rn: s, Rd: ZERO })),
  rule("either", "cmp(a, b)",            ({ sf, a, b }) => row("SUBS (shifted register)", { sf, ...plain(b), Rn: a, Rd: ZERO })),
];
