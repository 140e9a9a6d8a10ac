import { bug } from "../../../base/bug";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { showPlain } from "../plain";
import type { AddForm, AddOperand, CompilerQuestions } from "./questions";

type AddFormOf = CompilerQuestions["addForm"];

const REGISTER: AddOperand = { kind: "register" };
const constant = (value: bigint): AddOperand => ({ kind: "constant", value: BigInt.asUintN(64, value) });
const shift = (kind: "shl" | "lshr" | "ashr", amount: number, uses = 1): AddOperand => ({ kind, amount, uses });
const extension = (kind: "sext32" | "zext32", uses = 1): AddOperand => ({ kind, uses });

const add = (imm12: number, sh: 0 | 1 = 0): AddForm => ({ form: "ADD immediate", imm12, sh });
const sub = (imm12: number, sh: 0 | 1 = 0): AddForm => ({ form: "SUB immediate", imm12, sh });
const REGISTERS: AddForm = { form: "registers" };

type Row = readonly [a: AddOperand, b: AddOperand, want: AddForm, why: string];
const caseOf = ([a, b, want, why]: Row): Case<AddFormOf> => ({ args: [a, b], want, why });

/** What the manual's ADD and SUB (immediate) can say. */
const IMMEDIATES: readonly Row[] = [
  [REGISTER, constant(1n), add(1), "add x0, x1, #1"],
  [constant(1n), REGISTER, add(1), "the sum is the same the other way round"],
  [REGISTER, constant(0n), add(0), "twelve bits can say 0"],
  [REGISTER, constant(4095n), add(4095), "the most of twelve bits"],
  [REGISTER, constant(4096n), add(1, 1), "#1, lsl #12"],
  [REGISTER, constant(4097n), REGISTERS, "thirteen bits, and the lower twelve are not zeros"],
  [REGISTER, constant(0xfff000n), add(4095, 1), "the most there is"],
  [REGISTER, constant(0x1000000n), REGISTERS, "one more is too much"],
  [REGISTER, constant(-1n), sub(1), "-1 is subtracted"],
  [constant(-4095n), REGISTER, sub(4095), "-4095"],
  [REGISTER, constant(-4096n), sub(1, 1), "-4096"],
  [REGISTER, constant(-0xfff000n), sub(4095, 1), "-0xfff000"],
  [REGISTER, constant(-0x1000000n), REGISTERS, "too far below"],
  [REGISTER, constant(1n << 63n), REGISTERS, "its own negative, and neither fits"],
];

const INNER: readonly Row[] = [
  [REGISTER, REGISTER, REGISTERS, "two registers"],
  [REGISTER, shift("shl", 3), { form: "shifted", shift: "LSL", amount: 3, inner: "b" }, "a + (b << 3)"],
  [shift("lshr", 63), REGISTER, { form: "shifted", shift: "LSR", amount: 63, inner: "a" }, "the sum is the same the other way round"],
  [REGISTER, shift("ashr", 1), { form: "shifted", shift: "ASR", amount: 1, inner: "b" }, "with the sign"],
  [REGISTER, extension("sext32"), { form: "extended", extend: "SXTW", inner: "b" }, "a word that is an int32"],
  [extension("zext32"), REGISTER, { form: "extended", extend: "UXTW", inner: "a" }, "of the first operand"],
  [shift("shl", 2), shift("ashr", 5), { form: "shifted", shift: "ASR", amount: 5, inner: "b" }, "there is room for one: b's"],
  [shift("shl", 2), extension("zext32"), { form: "extended", extend: "UXTW", inner: "b" }, "b's"],
  [REGISTER, shift("shl", 3, 2), REGISTERS, "somebody else wants the shifted value too: it is in a register anyway"],
  [shift("shl", 3), shift("shl", 4, 2), { form: "shifted", shift: "LSL", amount: 3, inner: "a" }, "b's is used twice, a's is not"],
  [REGISTER, extension("sext32", 3), REGISTERS, "used three times"],
  [shift("shl", 3), constant(16n), add(16), "a constant comes first: the shift is done before"],
  [constant(16n), extension("zext32"), add(16), "a constant comes first"],
  [constant(0x12345n), shift("shl", 3), { form: "shifted", shift: "LSL", amount: 3, inner: "b" }, "a constant that does not fit is in a register, like any other value"],
];

/** What the reference takes, by the rules in their order. */
function reference(a: AddOperand, b: AddOperand): AddForm {
  for (const each of [a, b]) {
    if (each.kind !== "constant") continue;
    const signed = BigInt.asIntN(64, each.value);
    const size = signed < 0n ? -signed : signed;
    const form = signed < 0n ? sub : add;
    if (size <= 0xfffn) return form(Number(size));
    if ((size & 0xfffn) === 0n && size <= 0xfff000n) return form(Number(size >> 12n), 1);
  }
  for (const [inner, each] of [["b", b], ["a", a]] as const) {
    if (each.kind === "register" || each.kind === "constant" || each.uses > 1) continue;
    switch (each.kind) {
      case "shl": return { form: "shifted", shift: "LSL", amount: each.amount, inner };
      case "lshr": return { form: "shifted", shift: "LSR", amount: each.amount, inner };
      case "ashr": return { form: "shifted", shift: "ASR", amount: each.amount, inner };
      case "sext32": return { form: "extended", extend: "SXTW", inner };
      case "zext32": return { form: "extended", extend: "UXTW", inner };
      default: bug("no such operand");
    }
  }
  return REGISTERS;
}

function drawOperand(draw: Draw): AddOperand {
  const uses = draw.pick([1, 1, 2]);
  switch (draw.below(4)) {
    case 0: return REGISTER;
    case 1: return { kind: draw.pick(["shl", "lshr", "ashr"] as const), amount: draw.between(1, 63), uses };
    case 2: return { kind: draw.pick(["sext32", "zext32"] as const), uses };
    default: return constant(BigInt(draw.pick([draw.bits(12), draw.bits(12) * 4096, draw.bits(14), draw.bits(26)])) * draw.pick([1n, -1n]));
  }
}

function drawCase(draw: Draw): Case<AddFormOf> {
  const a = drawOperand(draw);
  let b = drawOperand(draw);
  while (a.kind === "constant" && b.kind === "constant") b = drawOperand(draw);
  return { args: [a, b], want: reference(a, b) };
}

function operandText(operand: AddOperand): string {
  switch (operand.kind) {
    case "register": return "register";
    case "constant": return register(operand.value, 64);
    case "sext32": case "zext32": return `${operand.kind}(register)${operand.uses > 1 ? `, used ${operand.uses} times` : ""}`;
    default: return `${operand.kind}(register, ${operand.amount})${operand.uses > 1 ? `, used ${operand.uses} times` : ""}`;
  }
}

export const addForm: Trial<AddFormOf> = {
  show: { call: (a, b) => `addForm(${operandText(a)}; ${operandText(b)})`, answer: showPlain },
  properties: [
    { title: "knows what an instruction can hold", cases: () => IMMEDIATES.map(caseOf) },
    { title: "takes one operand's own instruction in", cases: () => INNER.map(caseOf) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(600, () => drawCase(draw)) },
  ],
};
