// Comparisons: the flags and a condition on them, a branch that looks at a register itself, or a
// value that depends on one.

import { OPPOSITE, type Comparison } from "../ir/operation";
import type { Instruction, Value } from "../ir/function";
import {
  type Compared, CONDITION, inverted, isUnsigned, normalised, UNSIGNED,
} from "./conditions";
import { LIMIT, type Register, row, type Test, ZERO } from "./machine";
import { isSigned } from "./names";
import { lowerHalf, type Width } from "./pattern";
import { COMPARE_RULES } from "./rules";
import type { Placeless, Writer } from "./writer";

export class Comparisons {
  readonly #to: Writer;

  constructor(to: Writer) {
    this.#to = to;
  }

  /** r < 2^53, and r > -2^53: two comparisons in flags, and one branch. */
  safe(value: Value): void {
    const Rn = this.#to.register(value);
    const Z = 0b0100;
    this.#to.emit(
      row("SUBS (shifted register)", { sf: 1, shift: 0, Rm: LIMIT, imm6: 0, Rn, Rd: ZERO }),
      row("CCMN (register)", { sf: 1, Rm: LIMIT, cond: CONDITION.lt, Rn, nzcv: Z }),
      { op: "row", row: "B.cond", fields: { cond: CONDITION.le }, traps: "unsafe" },
    );
  }

  compare(instruction: Extract<Instruction, { op: "compare" }>): void {
    const { comparison, a, b } = instruction;
    const Rd = this.#to.registerOf(instruction);
    this.#flags(comparison, a, b, (cond) => [
      row("CSINC", { sf: 0, Rm: ZERO, cond: inverted(cond), Rn: ZERO, Rd }),
    ]);
  }

  select(instruction: Extract<Instruction, { op: "select" }>): void {
    const { then, otherwise } = instruction;
    const Rd = this.#to.registerOf(instruction);
    const sf = this.#to.names.widthOf(instruction) === 64 ? 1 : 0;
    const changed = [
      [otherwise, then, (cond: number) => cond],
      [then, otherwise, inverted],
    ] as const;
    for (const [value, other, conditionOf] of changed) {
      const increment = this.#increment(value);
      if (increment === undefined) continue;
      return this.#flags(instruction.comparison, instruction.a, instruction.b, (cond) => {
        const { name, Rm } = increment;
        return [row(name, { sf, Rm, cond: conditionOf(cond), Rn: this.#to.register(other), Rd })];
      });
    }
    this.#flags(instruction.comparison, instruction.a, instruction.b, (cond) => [
      row("CSEL", { sf, Rm: this.#to.register(otherwise), cond, Rn: this.#to.register(then), Rd }),
    ]);
  }

  /** The conditional select that computes `value` from another on the way; see SELECT_RULES. */
  #increment(
    value: Value,
  ): { readonly name: "CSINC" | "CSINV" | "CSNEG"; readonly Rm: Register } | undefined {
    if (value.op === "constant") {
      if (value.value === 1n) return { name: "CSINC", Rm: ZERO };
      return value.value === 2n ** 64n - 1n ? { name: "CSINV", Rm: ZERO } : undefined;
    }
    if (value.op !== "binary" || !this.#to.isInner(value)) return undefined;
    const { operator, a, b } = value;
    const from = (of: Value): Register => this.#to.register(of);
    if (operator === "add" && isConstant(b, 1n)) return { name: "CSINC", Rm: from(a) };
    if (operator === "xor" && isConstant(b, -1n)) return { name: "CSINV", Rm: from(a) };
    return operator === "sub" && isConstant(a, 0n) ? { name: "CSNEG", Rm: from(b) } : undefined;
  }

  /** Emits a test of the comparison, and before it what sets the flags if it looks at them. */
  test(
    comparison: Comparison, a: Value, b: Value, emit: ((test: Test) => Placeless) | undefined,
  ): Test {
    const compared = normalised(this.#unfolded(comparison, a, b));
    const direct = this.#registerTest(compared.comparison, compared.a, compared.b);
    if (direct !== undefined) {
      if (emit !== undefined) this.#to.emit(emit(direct));
      return direct;
    }
    let test: Test | undefined;
    this.#flags(comparison, a, b, (cond) => {
      test = { row: "B.cond", fields: { cond } };
      return emit === undefined ? [] : [emit(test)];
    });
    return test!;
  }

  /** A branch that needs no flags: on a register that is or is not zero, or on one of its bits. */
  #registerTest(comparison: Comparison, a: Value, b: Value): Test | undefined {
    if (!isConstant(b, 0n)) return undefined;
    if (comparison === "lt" || comparison === "ge") {
      const isHalf = a.op === "unary" && a.operator === "sext32" && this.#to.isInner(a);
      const Rt = this.#to.register(isHalf ? lowerHalf(a) : a);
      const bit = isHalf ? 31 : 63;
      return { row: comparison === "lt" ? "TBNZ" : "TBZ", fields: { ...bitFields(bit), Rt } };
    }
    if (comparison !== "eq" && comparison !== "ne") return undefined;
    const bit = this.#testedBit(a);
    if (bit !== undefined) {
      const fields = { ...bitFields(bit.bit), Rt: this.#to.register(bit.of) };
      return { row: comparison === "ne" ? "TBNZ" : "TBZ", fields };
    }
    if (a.op === "binary" && a.operator === "and" && this.#to.isInner(a)) return undefined;
    const isHalf = a.op === "unary" && /^[sz]ext32$/.test(a.operator) && this.#to.isInner(a);
    const Rt = this.#to.register(isHalf ? lowerHalf(a) : a);
    return { row: comparison === "ne" ? "CBNZ" : "CBZ", fields: { sf: isHalf ? 0 : 1, Rt } };
  }

  /** Of `x & 2^bit`, which bit of what. */
  #testedBit(value: Value): { readonly bit: number; readonly of: Value } | undefined {
    if (value.op !== "binary" || value.operator !== "and") return undefined;
    if (!this.#to.isInner(value)) return undefined;
    const [mask, of] = value.a.op === "constant" ? [value.a, value.b] : [value.b, value.a];
    if (mask.op !== "constant" || of.op === "constant" || mask.value === 0n) return undefined;
    if ((mask.value & (mask.value - 1n)) !== 0n) return undefined;
    const bit = mask.value.toString(2).length - 1;
    return { bit, of: bit < 32 ? lowerHalf(of, (each) => this.#to.isInner(each)) : of };
  }

  /** Sets the flags, and emits behind it what `then` makes of the condition. */
  #flags(
    comparison: Comparison, a: Value, b: Value, then: (cond: number) => Placeless[],
  ): void {
    const compared = normalised(this.#unfolded(comparison, a, b));
    const { width, comparison: condition } = this.#narrowed(compared);
    this.#to.emit(...then(CONDITION[condition]));
    // ANDS leaves C clear, so that only what does not look at it may follow.
    const rules = isUnsigned(condition)
      ? COMPARE_RULES.filter(({ text }) => !text.startsWith("cmp(and"))
      : COMPARE_RULES;
    const node = { operator: "cmp", operands: [compared.a, compared.b] };
    this.#to.emitByRule(rules, node, width, ZERO);
  }

  /** A comparison of a boolean with 0 is the comparison that it came from. */
  #unfolded(comparison: Comparison, a: Value, b: Value): Compared {
    const isTest = (comparison === "ne" || comparison === "eq") && isConstant(b, 0n);
    if (!isTest || a.op !== "compare" || !this.#to.isInner(a)) return { comparison, a, b };
    const inner = comparison === "ne" ? a.comparison : OPPOSITE[a.comparison];
    return this.#unfolded(inner, a.a, a.b);
  }

  /** At 32 bits, where both sides are extensions of a W register and it makes no difference. */
  #narrowed({ comparison, a, b }: Compared): { width: Width; comparison: Comparison } {
    const isExtension = (value: Value, operator: string): boolean =>
      value.op === "unary" && value.operator === operator && this.#to.isInner(value);
    const signed = isExtension(a, "sext32") || isExtension(b, "sext32");
    if (signed && isSigned(a) && isSigned(b)) return { width: 32, comparison };
    const unsigned = isExtension(a, "zext32") || isExtension(b, "zext32");
    if (unsigned && this.#isZeroValue(a) && this.#isZeroValue(b)) {
      return { width: 32, comparison: UNSIGNED[comparison] };
    }
    return { width: 64, comparison };
  }

  #isZeroValue(value: Value): boolean {
    const isExtension = value.op === "unary" && value.operator === "zext32";
    return isExtension || this.#to.names.isZeroExtended(value);
  }
}

const isConstant = (value: Value, wanted: bigint): boolean =>
  value.op === "constant" && value.value === BigInt.asUintN(64, wanted);

const bitFields = (bit: number) => ({ b5: bit >> 5, b40: bit & 31 });
