// Random functions of the IR: expressions that the rules of instruction selection are about, branches, loops that end,
// loads and stores, calls, exceptions; and as many variables alive at once as there are registers, or more.

import { FunctionBuilder } from "../../../src/compiler/ir/builder";
import type { IrFunction, Value } from "../../../src/compiler/ir/function";
import { BINARY, type BinaryOp, COMPARE, type Comparison, UNARY, type UnaryOp, type Width, WIDTHS } from "../../../src/compiler/ir/operation";
import { verify } from "../../../src/compiler/ir/verify";
import { DATA, DATA_BYTES, THROW_SYMBOL } from "./metal";

const PLACE = { file: "random.ts", line: 1, column: 1 } as const;

/** Numbers from a seed: the same seed, the same function (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const powers = [1n, 2n, 3n, 4n, 7n, 8n, 12n, 16n, 24n, 31n, 32n, 33n, 52n, 53n, 63n];

/** Where instructions' immediates begin and end. */
export const INTERESTING: readonly bigint[] = [
  ...powers, 0n, 0n, 0n, 5n, 9n, 255n, 256n, 257n, 4095n, 4096n, 4097n, 0xffffn, 0x1_0000n, 0xfff000n, 0x1000000n,
  ...powers.flatMap((power) => [1n << power, (1n << power) - 1n, (1n << power) + 1n]),
  0x5555_5555_5555_5555n, 0xf0f0_f0f0n, 0x1234_5678_9abc_def0n, 0xffff_0000_ffff_0000n, 0xffff_ffff_0000_1234n,
].flatMap((value) => [value, BigInt.asUintN(64, -value)]);

export interface Callee {
  readonly symbol: string;
  readonly parameters: number;
}

export interface Shape {
  readonly symbol: string;
  readonly parameters: number;
  readonly variables: number;
  readonly statements: number;
  readonly callees: readonly Callee[];
}

export function randomFunction(seed: number, shape: Shape): IrFunction {
  return new Generator(randomFrom(seed), shape).function();
}

class Generator {
  readonly #random: (below: number) => number;
  readonly #shape: Shape;
  readonly #to: FunctionBuilder;
  readonly #names: readonly string[];
  #left: number;
  #loops = 0;

  constructor(random: (below: number) => number, shape: Shape) {
    this.#random = random;
    this.#shape = shape;
    const parameters = Array.from({ length: shape.parameters }, (_, i) => ({ name: `p${i}`, kind: "raw" as const }));
    this.#to = new FunctionBuilder(shape.symbol, shape.symbol, parameters, PLACE);
    this.#names = Array.from({ length: shape.variables }, (_, i) => `x${i}`);
    this.#left = shape.statements;
  }

  function(): IrFunction {
    const to = this.#to;
    const { parameters } = to;
    this.#names.forEach((name, i) => {
      to.write(name, parameters[i] ?? to.constant(this.#pick(INTERESTING), "raw"));
    });
    for (const name of this.#names.slice(parameters.length)) to.write(name, this.#expression(2));
    while (this.#left > 0) this.#statement();
    // All variables count, so that all have been alive.
    const sum = this.#names.map((name) => to.read(name, "raw")).reduce((a, b) => to.binary("xor", to.binary("mul", a, to.constant(31n, "raw"), "raw"), b, "raw"));
    to.return(sum);
    return verify(to.finish());
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#random(from.length)]!;
  }

  #statement(depth = 0): void {
    this.#left--;
    const to = this.#to;
    switch (this.#random(depth > 2 ? 8 : 12)) {
      case 0: case 1: case 2: case 3: return to.write(this.#pick(this.#names), this.#expression(4));
      case 4: return this.#store();
      case 5: return this.#check();
      case 6: return this.#shape.callees.length === 0 ? to.write(this.#pick(this.#names), this.#expression(5)) : this.#call();
      case 7: return to.write(this.#pick(this.#names), this.#select());
      case 8: case 9: return this.#if(depth);
      case 10: return this.#loop(depth);
      default: return to.handler === undefined && this.#shape.callees.length > 0 ? this.#try(depth) : this.#if(depth);
    }
  }

  #statements(depth: number): void {
    for (let n = 1 + this.#random(4); n > 0; n--) this.#statement(depth + 1);
  }

  #call(): void {
    const { symbol, parameters } = this.#pick(this.#shape.callees);
    const args = Array.from({ length: parameters }, () => this.#expression(1));
    this.#to.write(this.#pick(this.#names), this.#random(3) === 0
      ? this.#to.callIndirect(this.#to.symbol(symbol), args, "raw")
      : this.#to.call(symbol, args, "raw"));
  }

  /** What the block under the handler assigns lives in a slot. */
  #try(depth: number): void {
    const to = this.#to;
    const [handler, after] = [to.newBlock(), to.newBlock()];
    const exception = to.newParameter(handler, "ref");
    const slot = to.ir.newSlot();
    to.slotStore(slot, this.#expression(2));
    to.handler = handler;
    for (let n = 1 + this.#random(3); n > 0; n--) {
      const { symbol, parameters } = this.#pick(this.#shape.callees);
      const result = to.call(symbol, Array.from({ length: parameters }, () => this.#expression(1)), "raw");
      to.slotStore(slot, to.binary("add", result, to.slotLoad(slot, "raw"), "raw"));
      if (this.#random(3) > 0) continue;
      const [throws, goesOn] = [to.newBlock(), to.newBlock()];
      this.#branch(throws, goesOn);
      to.startSealed(throws);
      to.call(THROW_SYMBOL, [this.#expression(1)], "raw");
      to.unreachable();
      to.startSealed(goesOn);
    }
    to.handler = undefined;
    to.jump(after);
    to.startSealed(handler);
    to.write(this.#pick(this.#names), exception);
    if (this.#random(2) === 0) this.#statements(depth);
    to.jump(after);
    to.startSealed(after);
    to.write(this.#pick(this.#names), to.slotLoad(slot, "raw"));
  }

  #branch(then: Parameters<FunctionBuilder["branch"]>[3], otherwise: Parameters<FunctionBuilder["branch"]>[3]): void {
    const [comparison, a, b] = this.#condition();
    this.#to.branch(comparison, a, b, then, otherwise);
  }

  #if(depth: number): void {
    const to = this.#to;
    const [then, otherwise, after] = [to.newBlock(), to.newBlock(), to.newBlock()];
    this.#branch(then, otherwise);
    to.startSealed(then);
    this.#statements(depth);
    to.jump(after);
    to.startSealed(otherwise);
    if (this.#random(2) === 0) this.#statements(depth);
    to.jump(after);
    to.startSealed(after);
  }

  /** Comes to an end: a variable of its own counts. */
  #loop(depth: number): void {
    const to = this.#to;
    const name = `loop${this.#loops++}`;
    to.write(name, to.constant(1 + this.#random(5), "raw"));
    const [test, body, after] = [to.newBlock(), to.newBlock(), to.newBlock()];
    to.jump(test);
    to.start(test);
    to.branch("ne", to.read(name, "raw"), to.constant(0, "raw"), body, after);
    to.startSealed(body);
    this.#statements(depth);
    to.write(name, to.binary("sub", to.read(name, "raw"), to.constant(1, "raw"), "raw"));
    to.jump(test);
    to.seal(test);
    to.startSealed(after);
  }

  #condition(): [Comparison, Value, Value] {
    const comparison = this.#pick(Object.keys(COMPARE)) as Comparison;
    const a = this.#expression(2);
    const zero = this.#to.constant(0, "raw");
    switch (this.#random(5)) {
      case 0: return [comparison, a, zero];
      case 1: return [this.#pick(["eq", "ne"] as const), this.#to.compare(comparison, a, this.#expression(2)), zero];
      case 2: return [comparison, this.#to.binary("and", a, this.#constant(), "raw"), zero];
      case 3: return [comparison, this.#half(a), this.#half(this.#expression(1))];
      default: return [comparison, a, this.#expression(2)];
    }
  }

  #half(value: Value): Value {
    return this.#to.unary(this.#pick(["sext32", "zext32"] as const), value, "raw");
  }

  #check(): void {
    const to = this.#to;
    if (this.#random(3) === 0) {
      const small = to.binary("ashr", this.#expression(2), to.constant(8 + this.#random(30), "raw"), "raw");
      return to.write(this.#pick(this.#names), to.safe(small));
    }
    const [comparison, a, b] = this.#condition();
    // Rarely wrong.
    const isLow = to.select(comparison, a, b, to.constant(this.#random(40) === 0 ? 1 : 0, "raw"), to.constant(0, "raw"), "raw");
    to.guard("eq", isLow, to.constant(0, "raw"), "index");
  }

  #select(): Value {
    const to = this.#to;
    const [comparison, a, b] = this.#condition();
    const changed = (): Value => {
      const value = this.#expression(1);
      switch (this.#random(6)) {
        case 0: return to.binary("add", value, to.constant(1, "raw"), "raw");
        case 1: return to.binary("xor", value, to.constant(2n ** 64n - 1n, "raw"), "raw");
        case 2: return to.binary("sub", to.constant(0, "raw"), value, "raw");
        case 3: return to.constant(this.#pick([0n, 1n, 2n ** 64n - 1n]), "raw");
        default: return value;
      }
    };
    return to.select(comparison, a, b, changed(), changed(), "raw");
  }

  /** An address inside of the data, in one of the shapes that rules know. */
  #address(bytes: number): { readonly base: Value; readonly offset: number } {
    const to = this.#to;
    const data = to.constant(DATA, "raw");
    const index = to.binary("and", this.#expression(1), to.constant(15, "raw"), "raw");
    const scale = to.constant(this.#random(2) === 0 ? Math.log2(bytes) : 3, "raw");
    const indexed = (value: Value): Value => to.binary("add", data, to.binary("shl", value, scale, "raw"), "raw");
    const offset = bytes * this.#random(20);
    switch (this.#random(6)) {
      case 0: return { base: data, offset };
      case 1: return { base: indexed(index), offset: 0 };
      case 2: return { base: indexed(this.#half(index)), offset: 0 };
      case 3: return { base: indexed(index), offset };
      case 4: return { base: to.binary("add", data, to.constant(DATA_BYTES - 8, "raw"), "raw"), offset: -offset };
      default: return { base: to.binary("add", data, to.binary("mul", index, to.constant(8, "raw"), "raw"), "raw"), offset: 0 };
    }
  }

  #store(): void {
    const width = this.#pick(Object.keys(WIDTHS)) as Width;
    const { base, offset } = this.#address(WIDTHS[width].bytes);
    this.#to.store(width, base, offset, this.#expression(2));
  }

  #constant(): Value {
    return this.#to.constant(this.#pick(INTERESTING), "raw");
  }

  #expression(depth: number): Value {
    const to = this.#to;
    if (depth === 0 || this.#random(5) === 0) {
      return this.#random(3) === 0 ? this.#constant() : to.read(this.#pick(this.#names), "raw");
    }
    switch (this.#random(12)) {
      case 0: return to.unary(this.#pick(Object.keys(UNARY)) as UnaryOp, this.#expression(depth - 1), "raw");
      case 1: return this.#half(this.#expression(depth - 1));
      case 2: return this.#rotated(depth - 1);
      case 3: return this.#shiftedTwice(depth - 1);
      case 4: {
        const width = this.#pick(Object.keys(WIDTHS)) as Width;
        const { base, offset } = this.#address(WIDTHS[width].bytes);
        return to.load(width, base, offset, "raw");
      }
      case 5: {
        const [comparison, a, b] = [this.#pick(Object.keys(COMPARE)) as Comparison, this.#expression(1), this.#expression(1)];
        return to.compare(comparison, a, b);
      }
      case 6: return to.binary(this.#pick(["shl", "lshr", "ashr"] as const), this.#half(this.#expression(depth - 1)), this.#count(), "raw");
      default:
        return to.binary(this.#pick(Object.keys(BINARY)) as BinaryOp, this.#expression(depth - 1), this.#expression(depth - 1), "raw");
    }
  }

  #count(): Value {
    const to = this.#to;
    if (this.#random(2) === 0) return to.constant(this.#random(64), "raw");
    return to.binary("and", this.#expression(1), to.constant(this.#pick([31, 63]), "raw"), "raw");
  }

  #rotated(depth: number): Value {
    const to = this.#to;
    const size = this.#pick([32, 64]);
    const n = 1 + this.#random(size - 1);
    const value = this.#expression(depth);
    const low = size === 32 ? to.unary("zext32", value, "raw") : value;
    const other = this.#random(2) === 0 ? value : this.#expression(1);
    const [right, left] = [to.binary("lshr", low, to.constant(n, "raw"), "raw"), to.binary("shl", other, to.constant(size - n, "raw"), "raw")];
    const turned = to.binary(this.#pick(["or", "xor", "add"] as const), right, left, "raw");
    return size === 32 ? this.#half(turned) : turned;
  }

  #shiftedTwice(depth: number): Value {
    const to = this.#to;
    const left = to.binary("shl", this.#expression(depth), to.constant(this.#random(32), "raw"), "raw");
    const half = this.#random(2) === 0 ? this.#half(left) : left;
    const right = to.binary(this.#pick(["lshr", "ashr"] as const), half, to.constant(this.#random(40), "raw"), "raw");
    return this.#random(2) === 0 ? to.binary("and", right, this.#constant(), "raw") : right;
  }
}
