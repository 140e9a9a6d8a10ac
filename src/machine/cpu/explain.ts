// The explainer: a V is a formula, so that every instruction can say what it does, in the words
// of the manual's pseudocode. One statement for each write.

import type { VirtAddr } from "../../base/word";
import type { Access } from "./access";
import { conditionName } from "./condition";
import type { Cause } from "./exception";
import {
  application, elementOf, type Formula, formula, infix, isZero, letterOf, lowBitsOf, numeral, term,
  ZERO,
} from "./formula";
import type { FpWidth } from "./floating-point/format";
import type { FpOperation } from "./fp-operations";
import type { Helper } from "./helper";
import type { Meaning } from "./meanings";
import type {
  Barrier, Comparison, Hint, Operations, PstateField, ShiftType, Size, Sum, SystemEncoding, Width,
} from "./operations";
import type { Shuffle } from "./shuffle";
import { pstateField, systemName } from "./system-names";

/**
 * What an instruction does: "x0 = x1 + 1; NZCV = flags of that sum". Its address makes labels
 * numbers.
 */
export function explain(
  { execute, operands }: Pick<Meaning, "execute" | "operands">, pc?: VirtAddr,
): string {
  const m = new Explain(pc);
  execute(m, operands);
  return m.statements.join("; ") || "nothing";
}

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  EQ: "==", NE: "!=", LT: "<", LE: "<=", SLT: "<s", SLE: "<=s",
};

const BARRIERS: Readonly<Record<Barrier, string>> = {
  DSB: "wait until every access before it is complete",
  DMB: "accesses before it are seen before those after it",
  ISB: "what follows is fetched anew",
  SB: "nothing after it is executed speculatively",
};

const HINTS: Readonly<Record<Hint, string>> = {
  NOP: "nothing",
  YIELD: "let another thread run",
  WFE: "wait for an event",
  WFI: "wait for an interrupt",
  SEV: "send an event to every CPU",
  SEVL: "send an event to this CPU",
};

export class Explain implements Operations<Formula> {
  readonly statements: string[] = [];
  readonly #pc: VirtAddr | undefined;

  constructor(pc?: VirtAddr) {
    this.#pc = pc;
  }

  readX(n: number, width: Width): Formula {
    return n === 31 ? ZERO : formula(registerName(n, width));
  }

  readXOrSp(n: number, width: Width): Formula {
    return formula(registerName(n, width));
  }

  readBase(n: number): Formula {
    return formula(registerName(n, 64));
  }

  /** A write to the zero register is lost. */
  writeX(n: number, width: Width, value: Formula): void {
    if (n !== 31) this.#says(registerName(n, width), value);
  }

  writeXOrSp(n: number, width: Width, value: Formula): void {
    this.#says(registerName(n, width), value);
  }

  readV(n: number, size: Size): Formula {
    return formula(vectorName(n, size));
  }

  writeV(n: number, size: Size, value: Formula): void {
    this.#says(vectorName(n, size), value);
  }

  readNzcv(): Formula {
    return formula("NZCV");
  }

  writeNzcv(nzcv: Formula): void {
    const { flagsOf } = nzcv;
    const last = this.statements.at(-1);
    const wasJustWritten = flagsOf !== undefined && last?.endsWith(` = ${flagsOf}`);
    const sum = flagsOf?.includes(" - ") ? "that difference" : "that sum";
    this.#says("NZCV", wasJustWritten ? formula(`flags of ${sum}`) : nzcv);
  }

  readPc(): Formula {
    return formula(this.#pc === undefined ? "PC" : numeral(this.#pc));
  }

  load(size: Size, address: Formula, access: Access): Formula {
    return { text: `mem${size}[${address.text}]${accessText(access)}`, bits: size };
  }

  store(size: Size, address: Formula, value: Formula, access: Access): void {
    this.#says(`mem${size}[${address.text}]${accessText(access)}`, value);
  }

  loadExclusive(size: Size, address: Formula): Formula {
    return formula(`mem${size}[${address.text}] exclusive`);
  }

  storeExclusive(size: Size, address: Formula, value: Formula): Formula {
    this.statements.push(`if still watched: mem${size}[${address.text}] = ${value.text}`);
    return formula("stored ? 0 : 1");
  }

  clearExclusive(): void {
    this.statements.push("watch no address any more");
  }

  constant(value: number | bigint): Formula {
    return formula(numeral(value));
  }

  /** Adding zero goes without saying, and adding a large number is going back. */
  add(size: Size, x: Formula, y: Formula): Formula {
    if (isZero(y)) return x;
    if (isZero(x)) return y;
    const constant = /^(\d|0x[0-9a-f]+)$/.test(y.text) ? BigInt(y.text) : undefined;
    const isPc = /^0x[0-9a-f]+$/.test(x.text) && this.#pc !== undefined;
    if (constant !== undefined && isPc) {
      return this.constant(BigInt.asUintN(64, BigInt(x.text) + constant));
    }
    const back = constant === undefined ? 0n : -BigInt.asIntN(size, constant);
    return back > 0n ? infix(x, "-", this.constant(back)) : infix(x, "+", y);
  }

  sub(_size: Size, x: Formula, y: Formula): Formula {
    return isZero(x) ? formula(`-${term(y)}`) : infix(x, "-", y);
  }

  mul(_size: Size, x: Formula, y: Formula): Formula {
    return infix(x, "*", y);
  }

  divide(signed: boolean, _width: Width, x: Formula, y: Formula): Formula {
    return infix(x, signed ? "/s" : "/", y);
  }

  and(x: Formula, y: Formula): Formula {
    return infix(x, "&", y);
  }

  or(x: Formula, y: Formula): Formula {
    if (isZero(x)) return y;
    return isZero(y) ? x : infix(x, "|", y);
  }

  xor(x: Formula, y: Formula): Formula {
    if (isZero(x)) return y;
    return isZero(y) ? x : infix(x, "^", y);
  }

  not(_size: Size, x: Formula): Formula {
    return { text: `~${term(x)}`, inverted: x };
  }

  shift(type: ShiftType, _size: Size, x: Formula, amount: Formula): Formula {
    return isZero(amount) ? x : application(type, x, amount);
  }

  addWithCarry(_width: Width, x: Formula, y: Formula, carryIn: Formula): Sum<Formula> {
    const value = sumOf(x, y, carryIn);
    return { value, nzcv: { text: `flags of ${value.text}`, flagsOf: value.text } };
  }

  extend(signed: boolean, from: number, to: Size, x: Formula): Formula {
    if (to === 128) {
      const integer = x.extended?.signed === signed ? x.extended.from : x;
      return application(signed ? "SInt" : "UInt", integer);
    }
    const low = x.bits === from ? x : `${term(x)}<${from - 1}:0>`;
    return application(signed ? "SignExtend" : "ZeroExtend", low, `${to}`);
  }

  bits(x: Formula, hi: number, lo: number): Formula {
    const whole = x.operator === ":" ? `(${x.text})` : term(x);
    const text = hi === lo ? `${whole}<${hi}>` : `${whole}<${hi}:${lo}>`;
    return { text, bits: hi - lo + 1 };
  }

  join(high: Formula, low: Formula, lowBits: number): Formula {
    const below = isZero(low) && lowBits < 8 ? "0".repeat(lowBits) : term(low);
    return isZero(high) ? low : { text: `${term(high)}:${below}`, operator: ":" };
  }

  call({ name }: Helper, ...values: Formula[]): Formula {
    return application(name, ...values);
  }

  saturate(signed: boolean, size: Size, integer: Formula): Formula {
    const name = signed ? "SignedSatQ" : "UnsignedSatQ";
    return { ...application(name, integer, `${size}`), bits: size };
  }

  /** Only the low `width` bits of an operand count: what was put above them goes without saying. */
  fp({ name, bits }: FpOperation, width: FpWidth, ...values: Formula[]): Formula {
    const { called, how } = calledHow(name);
    const operands = values.map((x) => (x.extended?.from.bits === width ? x.extended.from : x));
    return { ...application(called, ...operands, ...how), ...(bits === undefined ? {} : { bits }) };
  }

  fpCompare(_width: FpWidth, x: Formula, y: Formula, signalNaNs: boolean): Formula {
    return application("FPCompare", x, y, ...(signalNaNs ? ["any NaN is invalid"] : []));
  }

  compare(comparison: Comparison, _size: Size, x: Formula, y: Formula): Formula {
    return infix(x, COMPARISONS[comparison], y);
  }

  conditionHolds(cond: number): Formula {
    return formula(conditionName(cond));
  }

  select(condition: Formula, whenTrue: Formula, whenFalse: Formula): Formula {
    return formula(`${term(condition)} ? ${term(whenTrue)} : ${term(whenFalse)}`);
  }

  choose(condition: Formula, whenTrue: () => Formula, whenFalse: () => Formula): Formula {
    return this.select(condition, whenTrue(), whenFalse());
  }

  map(
    size: Size, count: number, f: (...elements: Formula[]) => Formula, ...vectors: Formula[]
  ): Formula {
    const elementAt = (): Formula => f(...vectors.map((vector) => elementOf(vector, size, "i")));
    return { text: `[${elementAt().text} for i in 0..${count - 1}]`, elementAt };
  }

  reduce(
    size: Size, count: number, f: (x: Formula, y: Formula) => Formula, vector: Formula,
  ): Formula {
    const step = f(formula("a"), formula("b"));
    const elements = `${term(vector)}.${count}${letterOf(size)}`;
    return application("Reduce", `a, b -> ${step.text}`, elements);
  }

  element(size: Size, vector: Formula, index: number): Formula {
    return elementOf(vector, size, `${index}`);
  }

  withElement(size: Size, vector: Formula, index: number, value: Formula): Formula {
    return formula(`${term(vector)} with ${letterOf(size)}[${index}] = ${value.text}`);
  }

  duplicate(size: Size, count: number, value: Formula): Formula {
    return { text: `[${value.text} for i in 0..${count - 1}]`, elementAt: () => value };
  }

  shuffle({ name, size, count }: Shuffle, ...vectors: Formula[]): Formula {
    const { called, how } = calledHow(name);
    const operands = vectors.map((vector) => `${term(vector)}.${count}${letterOf(size)}`);
    return application(called, ...operands, ...how);
  }

  widen(signed: boolean, size: Size, count: number, vector: Formula): Formula {
    const name = signed ? "SignExtend" : "ZeroExtend";
    const elementAt = (): Formula => {
      const from = elementOf(vector, size, "i");
      return { ...application(name, from, `${2 * size}`), extended: { signed, from } };
    };
    return { text: `[${elementAt().text} for i in 0..${count - 1}]`, elementAt };
  }

  narrow(size: Size, count: number, vector: Formula): Formula {
    const wide = (2 * size) as Size;
    const elementAt = (): Formula => lowBitsOf(elementOf(vector, wide, "i"), size);
    return { text: `[${elementAt().text} for i in 0..${count - 1}]`, elementAt };
  }

  branch(target: Formula): void {
    this.#says("PC", target);
  }

  branchIf(condition: Formula, target: Formula): void {
    this.statements.push(`if ${condition.text}: PC = ${target.text}`);
  }

  raise(cause: Cause): void {
    this.statements.push(causeSays(cause));
  }

  raiseAfter(cause: Cause): void {
    this.raise(cause);
  }

  exceptionReturn(): void {
    this.statements.push("PSTATE = SPSR; PC = ELR, both of this Exception level");
  }

  hint(hint: Hint): void {
    if (hint !== "NOP") this.statements.push(HINTS[hint]);
  }

  barrier(barrier: Barrier): void {
    this.statements.push(BARRIERS[barrier]);
  }

  readSystem(encoding: SystemEncoding): Formula {
    return formula(systemName(encoding));
  }

  writeSystem(encoding: SystemEncoding, value: Formula): void {
    this.#says(systemName(encoding), value);
  }

  system(encoding: SystemEncoding, value: Formula): void {
    this.statements.push(`${systemName(encoding)} with ${value.text}`);
  }

  writePstate(field: PstateField, imm: number): void {
    const { name, change } = pstateField(field);
    const [now, bits] = [formula(`PSTATE.${name}`), this.constant(imm)];
    const changed = {
      "=": bits,
      "|": infix(now, "|", bits),
      "&~": infix(now, "&", this.not(8, bits)),
    };
    this.#says(now.text, changed[change]);
  }

  let(name: string, value: Formula): Formula {
    this.#says(name, value);
    return value.bits === undefined ? formula(name) : { text: name, bits: value.bits };
  }

  #says(where: string, what: Formula): void {
    this.statements.push(`${where} = ${what.text}`);
  }
}

/** x + ~y + 1 is a difference; zeros go without saying. */
function sumOf(x: Formula, y: Formula, carryIn: Formula): Formula {
  if (y.inverted !== undefined && carryIn.text === "1") {
    return isZero(x) ? formula(`-${term(y.inverted)}`) : infix(x, "-", y.inverted);
  }
  const terms = [x, y, carryIn].filter((each) => !isZero(each));
  return terms.length === 1 ? terms[0]! : formula(terms.map(term).join(" + ") || "0");
}

/** "FPRoundInt, to zero" is FPRoundInt(..., to zero). */
function calledHow(name: string): { called: string; how: readonly string[] } {
  const [called = name, ...how] = name.split(/(?<=^\w+)[ ,]+/);
  return { called, how };
}

function registerName(n: number, width: Width): string {
  const letter = width === 64 ? "x" : "w";
  if (n !== 31) return `${letter}${n}`;
  return width === 64 ? "sp" : "wsp";
}

/** V3 as a whole; S3 for the scalar in its low 32 bits. */
const vectorName = (n: number, size: Size): string => `${size === 128 ? "V" : letterOf(size)}${n}`;

function accessText(access: Access): string {
  return access === "normal" ? "" : ` ${access}`;
}

function causeSays(cause: Cause): string {
  switch (cause.kind) {
    case "SVC": return `call the operating system with ${numeral(cause.imm16)}`;
    case "HVC": return `call the hypervisor with ${numeral(cause.imm16)}`;
    case "SMC": return `call the secure monitor with ${numeral(cause.imm16)}`;
    case "BRK": return `break for a debugger with ${numeral(cause.imm16)}`;
    case "HLT": return `halt for an external debugger with ${numeral(cause.imm16)}`;
    case "undefined": return "Undefined instruction exception";
    default: return cause.kind;
  }
}
