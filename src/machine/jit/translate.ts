// The third executor: a V is an expression of WebAssembly (node.ts). What an instruction asks for
// is written down, or put into a tree that whoever wants its value writes down. What this executor
// cannot express it refuses, and the interpreter does that instruction.
//
// 1. Loads are made where the semantics ask for them, and so are stores; each may leave for the
//    interpreter, which then does the whole instruction. By rule 4 of operations.ts nothing has
//    been written by then but memory, with what the interpreter writes once more.
// 2. Registers are locals (region.ts), and vector registers are in memory.

import { bug } from "../../base/bug";
import type { Access } from "../cpu/access";
import type { FpWidth } from "../cpu/floating-point/format";
import type { FpOperation } from "../cpu/fp-operations";
import type { Helper } from "../cpu/helper";
import type {
  Comparison, Operations, PstateField, ShiftType, Size, Sum, SystemEncoding, Width,
} from "../cpu/operations";
import type { Shuffle } from "../cpu/shuffle";
import { ASKS, PSTATE_AT, V_AT } from "./cells";
import { emit, emitHighProduct, type Frame, typeOf } from "./emit";
import { compareFloats, floatOperation } from "./floats";
import { conditionOn, FLAGS_KINDS, type FlagsState, logicOf, select } from "./flags";
import type { FunctionWriter, Label } from "./function-writer";
import { helperNode } from "./helpers";
import type { Lanes } from "./lanes";
import { type AccessPath, findInMemory } from "./memory-access";
import {
  commonType, constant, type FlagsKind, isConstant, type Node, operation,
} from "./node";
import { DAIF } from "../sysregs/pstate";
import type { JitParts } from "./parts";
import type { RegionLocals, Site } from "./site";
import { type DirectSystem, isDaif, isZeroBlock, maintenanceOf, setsDaif } from "./system-cells";
import { Unsupported } from "./unsupported";
import * as shuffles from "./vector-shuffles";
import * as vectors from "./vectors";
import type { ValueType } from "./wasm/module";
import { INTEGER, type Mnemonic } from "./wasm/opcodes";

export interface TranslateOptions {
  readonly writer: FunctionWriter;
  readonly locals: RegionLocals;
  readonly path: AccessPath;
  readonly direct: DirectSystem;
  /** Floating-point instructions are trapped: the interpreter raises the exception. */
  readonly trapsFp: boolean;
  readonly parts?: Partial<JitParts>;
}

/** Where a block ends: at the instruction that branches. */
export interface Branch {
  readonly target: Node;
  readonly condition: Node | undefined;
}

const refuse = (): never => { throw Unsupported; };

const VECTOR = { and: "v128.and", or: "v128.or", xor: "v128.xor" } as const;

const of = (size: Size): "i32" | "i64" =>
  size === 128 ? refuse() : size === 64 ? "i64" : "i32";

export class Translate implements Operations<Node>, Site {
  readonly trapsFp: boolean;
  readonly writer: FunctionWriter;
  readonly locals: RegionLocals;
  readonly parts: Partial<JitParts>;
  readonly #path: AccessPath;
  readonly #direct: DirectSystem;
  #slow: Label = 0;
  /** Of the instruction being translated. */
  #at = 0;
  #flags: FlagsState = "in locals";
  branchTaken: Branch | undefined;
  /** While map() asks for all lanes of its vectors at once, it is they who compute. */
  lanes: Lanes | undefined;

  constructor({ writer, locals, path, direct, trapsFp, parts = {} }: TranslateOptions) {
    this.writer = writer;
    this.parts = parts;
    this.locals = locals;
    this.trapsFp = trapsFp;
    this.#path = path;
    this.#direct = direct;
  }

  /** The next instruction is at `at` from the region's base, and leaves by `slow`. */
  begin(at: number, slow: Label): void {
    this.#at = at;
    this.#slow = slow;
    this.branchTaken = undefined;
  }

  /** What made NZCV is not known any more: a block begins, or somebody else may have made it. */
  forgetFlags(): void {
    this.#flags = "in locals";
  }

  get frame(): Frame {
    const { cpu, register, base } = this.locals;
    return { writer: this.writer, cpu, register, base, at: this.#at };
  }

  put(node: Node, type: ValueType): void {
    emit(this.frame, node, type);
  }

  /** Leaves for the interpreter if the i32 on the stack is not 0. */
  leaveIf(): void {
    this.writer.brIf(this.#slow);
  }

  /** Evaluates here and now. */
  pin(node: Node, type: ValueType = typeOf(node)): Node {
    if (node.kind === "constant" || (node.kind === "local" && node.type === type)) return node;
    const index = this.writer.temporary(type);
    this.put(node, type);
    this.writer.code.set(index);
    return { kind: "local", type, index };
  }

  readX(n: number, width: Width): Node {
    return n === 31 ? constant(0) : this.readXOrSp(n, width);
  }

  readXOrSp(n: number, width: Width): Node {
    return { kind: "register", type: width === 64 ? "i64" : "i32", n };
  }

  /** Whether SP must be aligned is the interpreter's to know: one that is not is its business. */
  readBase(n: number): Node {
    if (n === 31) {
      const { code } = this.writer;
      this.put(this.readXOrSp(31, 64), "i32");
      code.i32(15);
      code.op("i32.and");
      this.leaveIf();
    }
    return this.readXOrSp(n, 64);
  }

  writeX(n: number, width: Width, value: Node): void {
    if (n !== 31) this.writeXOrSp(n, width, value);
  }

  writeXOrSp(n: number, _width: Width, value: Node): void {
    this.put(value, "i64");
    this.writer.code.set(this.locals.register(n));
  }

  readV(n: number, size: Size): Node {
    const offset = V_AT + 16 * n;
    const cell = (type: ValueType, load: Mnemonic): Node =>
      ({ kind: "cell", type, load, offset });
    switch (size) {
      case 8: return cell("i32", "i32.load8_u");
      case 16: return cell("i32", "i32.load16_u");
      case 32: return cell("i32", "i32.load");
      case 64: return cell("i64", "i64.load");
      case 128: return cell("v128", "v128.load");
    }
  }

  writeV(n: number, size: Size, value: Node): void {
    const offset = V_AT + 16 * n;
    const { code } = this.writer;
    const store = (name: Mnemonic, node: Node, type: ValueType, at = offset): void => {
      code.get(this.locals.cpu);
      this.put(node, type);
      code.memory(name, at);
    };
    if (size === 128) return store("v128.store", vectors.whole(this, value), "v128");
    const type = typeOf(value);
    if (size === 64) {
      if (type === "f64") store("f64.store", value, "f64");
      else store("i64.store", value, "i64");
    } else if (size === 32 && type === "f32") {
      store("f32.store", value, "f32");
      store("i32.store", constant(0), "i32", offset + 4);
    } else {
      store("i64.store", value, "i64");
    }
    store("i64.store", constant(0), "i64", offset + 8);
  }

  /** The flags as the locals have them, whatever made them. */
  readNzcv(): Node {
    if (this.#flags === "in locals") this.#settleFlags();
    return this.#flags === "in locals" ? bug("flags are known by now") : this.#flags;
  }

  writeNzcv(nzcv: Node): void {
    const known = nzcv.kind === "flags" ? nzcv : logicOf(nzcv);
    if (known === undefined) return this.#keepFlags("value", nzcv, undefined);
    this.#keepFlags(known.of, known.x, known.of.startsWith("logic") ? undefined : known.y);
  }

  readPc(): Node {
    return { kind: "pc", type: "i64", offset: 0 };
  }

  load(size: Size, address: Node, access: Access): Node {
    const { code } = this.writer;
    const [type, name] = LOADS[size];
    findInMemory(this, this.#path, size, address, access, false);
    code.memory(name, 0);
    const index = this.writer.temporary(type);
    code.set(index);
    return { kind: "local", type, index };
  }

  store(size: Size, address: Node, value: Node, access: Access): void {
    findInMemory(this, this.#path, size, address, access, true);
    const [type, name] = STORES[size];
    const isFloat = (typeOf(value) === "f64" && size === 64)
      || (typeOf(value) === "f32" && size === 32);
    this.put(value, isFloat ? typeOf(value) : type);
    this.writer.code.memory(isFloat ? (size === 64 ? "f64.store" : "f32.store") : name, 0);
  }

  loadExclusive(): never { return refuse(); }
  storeExclusive(): never { return refuse(); }
  clearExclusive(): never { return refuse(); }

  constant(value: number | bigint): Node {
    return constant(value);
  }

  add(size: Size, x: Node, y: Node): Node {
    if (this.lanes !== undefined) return this.lanes.add(size, x, y);
    if (x.kind === "pc" && y.kind === "constant") {
      return { ...x, offset: x.offset + Number(BigInt.asIntN(64, y.value)) };
    }
    if (isConstant(y, 0n)) return this.#trimmed(size, x);
    return this.#arithmetic(size, "add", x, y);
  }

  sub(size: Size, x: Node, y: Node): Node {
    if (this.lanes !== undefined) return this.lanes.sub(size, x, y);
    return this.#arithmetic(size, "sub", x, y);
  }

  mul(size: Size, x: Node, y: Node): Node {
    if (this.lanes !== undefined) return this.lanes.mul(size, x, y);
    if (size !== 128) return this.#arithmetic(size, "mul", x, y);
    if (x.kind !== "wide" || y.kind !== "wide" || x.signed !== y.signed) return refuse();
    return { kind: "product", type: "i64", signed: x.signed, x: x.x, y: y.x };
  }

  /** WebAssembly traps where A64 says 0, and where it wraps round. */
  divide(signed: boolean, width: Width, dividend: Node, divisor: Node): Node {
    const type = of(width);
    const x = this.pin(dividend, type);
    const y = this.pin(divisor, type);
    const [zero, one] = [constant(0), constant(1)];
    const isZero = operation("i32", INTEGER[type].eqz, [y], type);
    if (!signed) {
      const quotient = operation(type, INTEGER[type].div_u, [x, select(isZero, one, y)]);
      return select(isZero, zero, quotient);
    }
    const minusOne = constant(BigInt.asUintN(width, -1n));
    const isMinusOne = operation("i32", INTEGER[type].eq, [y, minusOne], type);
    const isSpecial = operation("i32", "i32.or", [isZero, isMinusOne]);
    const quotient = operation(type, INTEGER[type].div_s, [x, select(isSpecial, one, y)]);
    const negated = operation(type, INTEGER[type].sub, [zero, x]);
    return select(isZero, zero, select(isMinusOne, negated, quotient));
  }

  and(x: Node, y: Node): Node {
    return this.#bitwise("and", x, y);
  }

  or(x: Node, y: Node): Node {
    if (isConstant(x, 0n)) return y;
    return isConstant(y, 0n) ? x : this.#bitwise("or", x, y);
  }

  xor(x: Node, y: Node): Node {
    return this.#bitwise("xor", x, y);
  }

  not(size: Size, x: Node): Node {
    if (this.lanes !== undefined) return this.lanes.not(size, x);
    if (size === 128) return operation("v128", "v128.not", [x]);
    if (x.kind === "constant") return constant(BigInt.asUintN(size, ~x.value));
    if (size >= 32) return { kind: "not", type: of(size), x };
    return operation("i32", "i32.xor", [x, constant((1 << size) - 1)]);
  }

  shift(type: ShiftType, size: Size, x: Node, amount: Node): Node {
    if (this.lanes !== undefined) return this.lanes.shift(type, size, x, amount);
    if (isConstant(amount, 0n)) return x;
    const t = of(size);
    const shifted = (name: "shl" | "shr_u" | "shr_s" | "rotr", of: Node): Node =>
      operation(t, INTEGER[t][name], [of, amount]);
    switch (type) {
      case "LSL": return this.#trimmed(size, shifted("shl", x));
      case "LSR": return shifted("shr_u", x);
      case "ASR": {
        const signed = size < 32 ? this.extend(true, size, 32, x) : x;
        return this.#trimmed(size, shifted("shr_s", signed));
      }
      case "ROR": return size < 32 ? refuse() : shifted("rotr", x);
    }
  }

  addWithCarry(width: Width, first: Node, second: Node, carryIn: Node): Sum<Node> {
    const type = of(width);
    const x = this.pin(first, type);
    if (isConstant(carryIn, 0n)) {
      const y = this.pin(second, type);
      const value = operation(type, INTEGER[type].add, [x, y]);
      return { value, nzcv: { kind: "flags", type: "i32", of: `add${width}`, x, y } };
    }
    if (isConstant(carryIn, 1n)) { // x - y is x + ~y + 1.
      const y = this.pin(second.kind === "not" ? second.x : this.not(width, second), type);
      const value = operation(type, INTEGER[type].sub, [x, y]);
      return { value, nzcv: { kind: "flags", type: "i32", of: `sub${width}`, x, y } };
    }
    return this.#sumOfThree(width, x, this.pin(second, type), this.pin(carryIn, type));
  }

  extend(signed: boolean, from: number, to: Size, x: Node): Node {
    if (this.lanes !== undefined) return this.lanes.extend(signed, from, to, x);
    if (to === 128) {
      return from === 64 ? { kind: "wide", type: "i64", signed, x } : refuse();
    }
    if (x.kind === "constant") {
      const value = signed ? BigInt.asIntN(from, x.value) : BigInt.asUintN(from, x.value);
      return constant(BigInt.asUintN(to, value));
    }
    const type = of(to);
    if (!signed) {
      if (from >= to) return this.#trimmed(to, x);
      if (from === 32) return typeOf(x) === "i64" ? this.#wrapped(x) : x;
      return operation(type, INTEGER[type].and, [x, constant((1n << BigInt(from)) - 1n)]);
    }
    if (from >= to) return this.#trimmed(to, x);
    if (type === "i64" && from === 32) return operation("i64", "i64.extend_i32_s", [x], "i32");
    if (from === 8 || from === 16) {
      const { extend8_s, extend16_s } = INTEGER[type];
      return this.#trimmed(to, operation(type, from === 8 ? extend8_s : extend16_s, [x]));
    }
    const places = constant((type === "i64" ? 64 : 32) - from);
    const up = operation(type, INTEGER[type].shl, [x, places]);
    return this.#trimmed(to, operation(type, INTEGER[type].shr_s, [up, places]));
  }

  bits(x: Node, hi: number, lo: number): Node {
    if (this.lanes !== undefined) return refuse();
    const count = hi - lo + 1;
    if (x.kind === "product") return hi === 127 && lo === 64 ? this.#highProduct(x) : refuse();
    if (x.kind === "join") return this.#bitsOfPair(x.high, x.low, x.lowBits, hi, lo);
    if (x.kind === "constant") {
      return constant(BigInt.asUintN(count, x.value >> BigInt(lo)));
    }
    if (typeOf(x) === "v128") return vectors.bits(this, x, hi, lo);
    const type = typeOf(x) as "i32" | "i64";
    if (type === "i64" && lo === 0 && count === 32) return this.#wrapped(x);
    const shifted = lo === 0 ? x : operation(type, INTEGER[type].shr_u, [x, constant(lo)]);
    if (hi >= (type === "i64" ? 63 : 31)) return shifted;
    return operation(type, INTEGER[type].and, [shifted, constant((1n << BigInt(count)) - 1n)]);
  }

  join(high: Node, low: Node, lowBits: number): Node {
    if (this.lanes !== undefined) return refuse();
    const isShort = lowBits < 32 && commonType(high, low) === "i32";
    const isNarrow = [high, low].every((n) => n.kind !== "constant" || n.value < 1n << 32n);
    return { kind: "join", type: isShort && isNarrow ? "i32" : "i64", high, low, lowBits };
  }

  call(helper: Helper, ...values: Node[]): Node {
    if (this.lanes !== undefined) return this.lanes.call(helper, values[0]!);
    return helperNode(this, helper, values);
  }

  saturate(): never { return refuse(); }

  fp(operation: FpOperation, width: FpWidth, ...values: Node[]): Node {
    if (this.lanes !== undefined) return this.lanes.fp(operation, width, values);
    return floatOperation(this, operation, width, values);
  }

  fpCompare(width: FpWidth, x: Node, y: Node): Node {
    return compareFloats(this, width, x, y);
  }

  compare(comparison: Comparison, size: Size, x: Node, y: Node): Node {
    if (this.lanes !== undefined) return this.lanes.compare(comparison, size, x, y);
    if (size === 128) return comparison === "EQ" ? vectors.equal(this, x, y) : refuse();
    const type = of(size);
    const compared = (name: "eq" | "ne" | "lt_u" | "le_u" | "lt_s" | "le_s"): Node =>
      operation("i32", INTEGER[type][name], [a, b], type);
    const signs = size < 32 && comparison.startsWith("S");
    const [a, b] = signs
      ? [this.extend(true, size, 32, x), this.extend(true, size, 32, y)] : [x, y];
    switch (comparison) {
      case "EQ":
        return isConstant(y, 0n) ? operation("i32", INTEGER[type].eqz, [x], type) : compared("eq");
      case "NE": return compared("ne");
      case "LT": return compared("lt_u");
      case "LE": return compared("le_u");
      case "SLT": return compared("lt_s");
      case "SLE": return compared("le_s");
    }
  }

  conditionHolds(cond: number): Node {
    return conditionOn(cond, this.readNzcv(), this.parts.lazyCondition);
  }

  select(condition: Node, whenTrue: Node, whenFalse: Node): Node {
    if (this.lanes !== undefined) return this.lanes.select(condition, whenTrue, whenFalse);
    if (typeOf(whenTrue) !== "v128" && typeOf(whenFalse) !== "v128") {
      return select(condition, whenTrue, whenFalse);
    }
    return select(condition, vectors.whole(this, whenTrue), vectors.whole(this, whenFalse));
  }

  choose(condition: Node, whenTrue: () => Node, whenFalse: () => Node): Node {
    const { writer } = this;
    const result = writer.temporary("i32");
    this.put(condition, "i32");
    writer.open("if");
    this.put(whenTrue(), "i32");
    writer.code.set(result);
    writer.code.op("else");
    this.put(whenFalse(), "i32");
    writer.code.set(result);
    writer.close();
    return { kind: "local", type: "i32", index: result };
  }

  let(_name: string, value: Node): Node {
    if (value.kind === "wide" || value.kind === "product") return refuse();
    return this.pin(value);
  }

  map(size: Size, count: number, f: (...elements: Node[]) => Node, ...of: Node[]): Node {
    return vectors.map(this, size, count, f, of);
  }

  reduce(size: Size, count: number, f: (x: Node, y: Node) => Node, vector: Node): Node {
    return vectors.reduce(this, size, count, f, vector);
  }

  element(size: Size, vector: Node, index: number): Node {
    if (this.lanes !== undefined) return this.lanes.element(size, vector, index);
    return vectors.element(this, size, vector, index);
  }

  withElement(size: Size, vector: Node, index: number, value: Node): Node {
    return vectors.withElement(this, size, vector, index, value);
  }

  duplicate(size: Size, count: number, value: Node): Node {
    return vectors.duplicate(this, size, count, value);
  }

  shuffle(shuffle: Shuffle, ...of: Node[]): Node {
    return shuffles.shuffle(this, shuffle, of);
  }

  widen(signed: boolean, size: Size, count: number, vector: Node): Node {
    return shuffles.widen(this, signed, size, count, vector);
  }

  narrow(size: Size, count: number, vector: Node): Node {
    return shuffles.narrow(this, size, count, vector);
  }

  branch(target: Node): void {
    this.branchTaken = { target: this.#target(target), condition: undefined };
  }

  branchIf(condition: Node, target: Node): void {
    this.branchTaken = { target: this.#target(target), condition };
  }

  raise(): never { return refuse(); }
  raiseAfter(): never { return refuse(); }
  exceptionReturn(): never { return refuse(); }

  hint(hint: string): void {
    if (hint !== "NOP") refuse();
  }

  barrier(): void {
    // Instructions are executed in order, and other CPUs only between two of ours.
  }

  readSystem(encoding: SystemEncoding): Node {
    const cell = this.#direct.findCell(encoding) ?? refuse();
    const { offset, mask, needs } = cell;
    if (needs !== undefined) this.#needBit(PSTATE_AT, needs);
    if (mask === undefined) return { kind: "cell", type: "i64", load: "i64.load", offset };
    const value: Node = { kind: "cell", type: "i32", load: "i32.load", offset };
    return operation("i32", "i32.and", [value, constant(mask)]);
  }

  /** MSR DAIF, Xt: nothing is taken if nothing asks, whatever is masked. */
  writeSystem(encoding: SystemEncoding, value: Node): void {
    if (!this.#direct.mayMask || !isDaif(encoding)) return refuse();
    const masks = operation("i32", "i32.and", [value, constant(DAIF)]);
    this.#writeDaif((pstate) => operation("i32", "i32.or", [
      operation("i32", "i32.and", [pstate, constant(~DAIF >>> 0)]), masks,
    ]));
  }

  /** DC ZVA, on which clearing a page depends. */
  system(encoding: SystemEncoding, value: Node): void {
    const { zeroes, maintains } = this.#direct;
    const maintenance = maintains ? maintenanceOf(encoding) : undefined;
    if (maintenance === "nothing") return;
    if (maintenance === "translated") { // What can be read is mapped.
      findInMemory(this, this.#path, 8, value, "normal", false);
      return this.writer.code.op("drop");
    }
    if (!isZeroBlock(encoding) || zeroes === "never" || this.#path.strict) return refuse();
    if (zeroes !== "always") this.#needBit(zeroes.offset, zeroes.needs);
    const { code } = this.writer;
    const block = operation("i64", "i64.and", [value, constant(-64n)]);
    findInMemory(this, this.#path, 8, block, "normal", true);
    const at = this.writer.temporary("i32");
    code.set(at);
    for (let offset = 0; offset < 64; offset += 16) {
      code.get(at);
      this.put(constant(0), "v128");
      code.memory("v128.store", offset);
    }
  }

  writePstate(field: PstateField, imm: number): void {
    const sets = setsDaif(field);
    if (!this.#direct.mayMask || sets === undefined) return refuse();
    const mask = imm << 6;
    this.#writeDaif((pstate) => (sets
      ? operation("i32", "i32.or", [pstate, constant(mask)])
      : operation("i32", "i32.and", [pstate, constant(~mask >>> 0)])));
  }

  #writeDaif(change: (pstate: Node) => Node): void {
    const { code } = this.writer;
    code.get(this.locals.room);
    code.memory("i32.load", ASKS);
    this.leaveIf();
    code.get(this.locals.cpu);
    this.put(change(
      { kind: "cell", type: "i32", load: "i32.load", offset: PSTATE_AT },
    ), "i32");
    code.memory("i32.store", PSTATE_AT);
  }

  /** Leaves unless a bit is set of what lies at `offset` in the CPU's page. */
  #needBit(offset: number, bit: number): void {
    const { code } = this.writer;
    this.put({ kind: "cell", type: "i32", load: "i32.load", offset }, "i32");
    code.i32(bit);
    code.op("i32.and");
    code.op("i32.eqz");
    this.leaveIf();
  }

  /** A branch is made behind the instruction: its target must not change before. */
  #target(target: Node): Node {
    return target.kind === "pc" ? target : this.pin(target, "i64");
  }

  /** NZCV in the locals, as a number. */
  #settleFlags(): void {
    const { flagsKind, flagsX, flagsY } = this.locals;
    const { code } = this.writer;
    code.get(flagsKind);
    code.get(flagsX);
    code.get(flagsY);
    code.with("call", FLAGS_FUNCTION);
    code.op("i64.extend_i32_u");
    code.set(flagsX);
    code.i32(0);
    code.set(flagsKind);
    this.#flags = { kind: "local", type: "i64", index: flagsX };
  }

  #keepFlags(of: FlagsKind, x: Node, y: Node | undefined): void {
    const { flagsKind, flagsX, flagsY } = this.locals;
    const { code } = this.writer;
    this.put(x, "i64");
    if (y !== undefined) this.put(y, "i64");
    if (y !== undefined) code.set(flagsY);
    code.set(flagsX);
    code.i32(FLAGS_KINDS.indexOf(of));
    code.set(flagsKind);
    const local = (index: number, node: Node | undefined): Node =>
      node?.kind === "constant" ? node : { kind: "local", type: "i64", index };
    const kept = { x: local(flagsX, x), y: local(flagsY, y) };
    this.#flags = of === "value" ? kept.x : { kind: "flags", type: "i32", of, ...kept };
  }

  #arithmetic(size: Size, name: "add" | "sub" | "mul", x: Node, y: Node): Node {
    const type = of(size);
    return this.#trimmed(size, operation(type, INTEGER[type][name], [x, y]));
  }

  #bitwise(name: "and" | "or" | "xor", x: Node, y: Node): Node {
    if (this.lanes !== undefined) return this.lanes.bitwise(name, x, y);
    if (typeOf(x) === "v128" || typeOf(y) === "v128") {
      return operation("v128", VECTOR[name], [x, y]);
    }
    if (x.kind === "constant" && y.kind === "constant") {
      return constant(name === "and" ? x.value & y.value
        : name === "or" ? x.value | y.value : x.value ^ y.value);
    }
    const type = commonType(x, y);
    if (name === "and" && x.kind !== "constant" && y.kind !== "constant"
      && typeOf(x) !== typeOf(y)) return operation("i32", "i32.and", [x, y]);
    return operation(type, INTEGER[type][name], [x, y]);
  }

  /** The low `size` bits of a node of their type. */
  #trimmed(size: Size, x: Node): Node {
    switch (size) {
      case 64: return x;
      case 32: return x.kind === "constant" || typeOf(x) === "i32" ? x : this.#wrapped(x);
      case 16: return operation("i32", "i32.and", [x, constant(0xffff)]);
      case 8: return operation("i32", "i32.and", [x, constant(0xff)]);
      case 128: return refuse();
    }
  }

  #wrapped(x: Node): Node {
    return x.kind === "register" ? { ...x, type: "i32" }
      : operation("i32", "i32.wrap_i64", [x], "i64");
  }

  /** x + y + c, c being 0 or 1 and not known: ADC and SBC. */
  #sumOfThree(width: Width, x: Node, y: Node, c: Node): Sum<Node> {
    const type = of(width);
    const op = (name: "add" | "xor" | "and", a: Node, b: Node): Node =>
      operation(type, INTEGER[type][name], [a, b]);
    const partial = this.pin(op("add", x, y), type);
    const value = this.pin(op("add", partial, c), type);
    const less = (a: Node, b: Node): Node => operation("i32", INTEGER[type].lt_u, [a, b], type);
    const bit = (flag: Node, place: number): Node =>
      operation("i32", "i32.shl", [flag, constant(place)]);
    const top = (node: Node): Node => {
      const moved = operation(type, INTEGER[type].shr_u, [node, constant(width - 1)]);
      return width === 64 ? operation("i32", "i32.wrap_i64", [moved], "i64") : moved;
    };
    const or = (a: Node, b: Node): Node => operation("i32", "i32.or", [a, b]);
    const n = bit(top(value), 3);
    const z = bit(operation("i32", INTEGER[type].eqz, [value], type), 2);
    const carry = bit(or(less(partial, x), less(value, partial)), 1);
    const v = top(op("and", op("xor", x, value), op("xor", y, value)));
    return { value, nzcv: this.pin(or(or(n, z), or(carry, v)), "i32") };
  }

  #highProduct(product: Extract<Node, { readonly kind: "product" }>): Node {
    const index = this.writer.temporary("i64");
    emitHighProduct(this.frame, product);
    this.writer.code.set(index);
    return { kind: "local", type: "i64", index };
  }

  /** Bits of high:low, as EXTR and the flags want them. */
  #bitsOfPair(high: Node, low: Node, lowBits: number, hi: number, lo: number): Node {
    const count = hi - lo + 1;
    if (count !== lowBits || (count !== 32 && count !== 64)) return refuse();
    if (lo === 0) return low;
    const type = of(count);
    const down = operation(type, INTEGER[type].shr_u, [low, constant(lo)]);
    const up = operation(type, INTEGER[type].shl, [high, constant(lowBits - lo)]);
    return operation(type, INTEGER[type].or, [down, up]);
  }
}

/** The function of each module that computes NZCV (region.ts puts it there). */
export const FLAGS_FUNCTION = 1;

/** What a value of so many bits is, and how it comes from memory. */
const LOADS: Readonly<Record<Size, readonly [ValueType, Mnemonic]>> = {
  8:   ["i32",  "i32.load8_u"],
  16:  ["i32",  "i32.load16_u"],
  32:  ["i32",  "i32.load"],
  64:  ["i64",  "i64.load"],
  128: ["v128", "v128.load"],
};

const STORES: Readonly<Record<Size, readonly [ValueType, Mnemonic]>> = {
  8:   ["i32",  "i32.store8"],
  16:  ["i32",  "i32.store16"],
  32:  ["i32",  "i32.store"],
  64:  ["i64",  "i64.store"],
  128: ["v128", "v128.store"],
};
