// Random functions of the intermediate representation, of the kind that the front end makes: safe
// integers with their checks, words, 32-bit arithmetic, branches, loops that end, arrays and fields,
// calls, handlers. Each instruction has a line of its own, so that a trap's place says which it was.
import { FunctionBuilder } from "../../../src/compiler/ir/builder";
import type { Block, IrFunction, Value } from "../../../src/compiler/ir/function";
import type { BinaryOp, Comparison } from "../../../src/compiler/ir/operation";

/** mulberry32 */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const NUMBERS = [
  0, 1, 2, 3, 5, 7, 8, 10, 16, 31, 32, 63, 64, 100, 255, 256, 1000, 65535, 2 ** 31 - 1, 2 ** 31,
  2 ** 32 - 1, 2 ** 32, 2 ** 40, 2 ** 52, Number.MAX_SAFE_INTEGER, -1, -2, -3, -7, -8, -255, -256,
  -(2 ** 31), -(2 ** 32), -(2 ** 52), Number.MIN_SAFE_INTEGER,
];
const WORDS = [0n, 1n, 2n, 8n, 63n, 64n, 255n, 0xffff_ffffn, 1n << 32n, 1n << 63n, (1n << 64n) - 1n];
const SIGNED: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];
const UNSIGNED: readonly Comparison[] = ["eq", "ne", "lo", "ls", "hi", "hs"];

/** Parameters: three numbers, a word, an object, an array. */
export function randomFunction(seed: number, size = 40): IrFunction {
  return new RandomFunction(seed, size).make();
}

class RandomFunction {
  readonly #random: (below: number) => number;
  readonly #b: FunctionBuilder;
  #line = 1;
  #budget: number;
  #loops = 0;
  #counters = 0;
  /** Variables that hold a number, and that this place may read. */
  readonly #numbers = ["n0", "n1", "n2", "n3"];
  readonly #words = ["w0", "w1"];
  readonly #slot: number;

  constructor(seed: number, size: number) {
    this.#random = randomOf(seed);
    this.#budget = size;
    this.#b = new FunctionBuilder("a.ts#f", "f", [
      { name: "x", kind: "number" }, { name: "y", kind: "number" }, { name: "z", kind: "number" },
      { name: "w", kind: "word" }, { name: "o", kind: "ref" }, { name: "a", kind: "ref" },
    ], { file: "a.ts", line: 1, column: 1 });
    this.#slot = this.#b.ir.newSlot();
  }

  make(): IrFunction {
    const b = this.#b;
    const [x, y, z, w] = b.parameters;
    b.write("n0", x!);
    b.write("n1", y!);
    b.write("n2", z!);
    b.write("n3", b.constant(3, "number"));
    b.write("w0", w!);
    b.write("w1", b.constant(7, "word"));
    b.slotStore(this.#slot, x!);
    while (this.#budget > 0) this.#statement();
    this.#step();
    if (b.isOpen) this.#return();
    return b.finish();
  }

  #step(): FunctionBuilder {
    this.#b.at = { file: "a.ts", line: ++this.#line, column: 1 };
    return this.#b;
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#random(from.length)]!;
  }

  #return(): void {
    const b = this.#step();
    let sum = b.slotLoad(this.#slot, "raw");
    for (const name of this.#numbers) sum = b.binary("xor", sum, b.read(name, "number"), "raw");
    for (const name of this.#words) sum = b.binary("xor", sum, b.read(name, "word"), "raw");
    b.return(sum);
  }

  #block(statements: number): void {
    for (let i = 0; i < statements && this.#budget > 0; i++) this.#statement();
  }

  #statement(): void {
    this.#budget--;
    if (!this.#b.isOpen) return;
    const which = this.#random(21);
    if (which < 7) this.#b.write(this.#pick(["n0", "n1", "n2", "n3"]), this.#number(2));
    else if (which < 9) this.#b.write(this.#pick(this.#words), this.#word(2));
    else if (which < 11) this.#store();
    else if (which < 14) this.#if();
    else if (which < 16 && this.#loops < 3) this.#loop();
    else if (which < 17) this.#call();
    else if (which < 18) this.#try();
    else if (which < 19) this.#step().slotStore(this.#slot, this.#number(1));
    else if (which < 20) this.#linked();
    else if (this.#random(6) === 0) this.#return();
  }

  #branch(then: Block, otherwise: Block): void {
    const b = this.#step();
    const [a, c] = [this.#number(1), this.#number(1)];
    const comparison = this.#pick(this.#random(4) === 0 ? UNSIGNED : SIGNED);
    if (this.#random(3) > 0) {
      b.branch(comparison, a, c, then, otherwise);
      return;
    }
    const truth = b.compare(comparison, a, c);
    const zero = b.constant(0, "boolean");
    b.branch(this.#random(2) === 0 ? "ne" : "eq", truth, zero, then, otherwise);
  }

  #if(): void {
    const b = this.#b;
    const [then, otherwise, join] = [b.newBlock(), b.newBlock(), b.newBlock()];
    this.#branch(then, otherwise);
    for (const side of [then, otherwise]) {
      b.startSealed(side);
      this.#block(1 + this.#random(3));
      b.jump(join);
    }
    b.startSealed(join);
  }

  /** If the object is of class 1, there is another behind it; if not, a number is in that place. */
  #linked(): void {
    const b = this.#step();
    const object = b.parameters[4]!;
    const [then, join] = [b.newBlock(), b.newBlock()];
    b.branch("eq", b.load("u32", object, 0, "raw", true), b.constant(1, "raw"), then, join);
    b.startSealed(then);
    const next = b.load("u64", object, 24, "ref");
    const chosen = this.#random(2) === 0 ? next
      : b.select(this.#pick(SIGNED), this.#number(0), this.#number(0), next, object, "ref");
    if (this.#random(3) === 0) b.store("u64", chosen, 8, this.#number(1));
    else b.write(this.#pick(["n0", "n1", "n2", "n3"]), b.load("u64", chosen, 8, "number"));
    b.jump(join);
    b.startSealed(join);
  }

  /** Up to a bound, or down from one; at most eight times. */
  #loop(): void {
    const b = this.#step();
    const counter = `i${this.#counters++}`;
    const isUp = this.#random(2) === 0;
    const bound = this.#bounded();
    b.write(counter, isUp ? b.constant(this.#random(2), "number") : bound);
    const [head, body, end] = [b.newBlock(), b.newBlock(), b.newBlock()];
    b.jump(head);
    b.start(head);
    const i = b.read(counter, "number", counter);
    if (isUp) b.branch(this.#pick(["lt", "le", "lo"]), i, bound, body, end);
    else b.branch(this.#pick(["gt", "ne"]), i, b.constant(0, "number"), body, end);
    b.startSealed(body);
    this.#loops++;
    this.#numbers.push(counter);
    this.#block(1 + this.#random(4));
    this.#numbers.pop();
    this.#loops--;
    this.#step();
    const next = b.binary(isUp ? "add" : "sub", b.read(counter, "number"), b.constant(1, "number"), "raw");
    b.write(counter, b.safe(next));
    b.jump(head);
    b.seal(head);
    b.startSealed(end);
  }

  /** 0 to 7, or the array's length. */
  #bounded(): Value {
    const b = this.#b;
    if (this.#random(2) === 0) return this.#length();
    return b.unary("sext32", b.binary("and", this.#number(1), b.constant(7, "number"), "raw"), "number");
  }

  /** Mostly an index: all else traps and ends the story. */
  #small(): Value {
    const b = this.#b;
    if (this.#random(8) === 0) return this.#number(1);
    if (this.#random(3) === 0) return b.constant(this.#random(3), "number");
    return b.unary("sext32", b.binary("and", this.#number(1), b.constant(7, "number"), "raw"), "number");
  }

  #length(): Value {
    return this.#b.load("u32", this.#b.parameters[5]!, 4, "number");
  }

  /** The checked address of an element. */
  #element(): Value {
    const b = this.#step();
    const array = b.parameters[5]!;
    const index = this.#random(2) === 0 && this.#numbers.length > 4
      ? b.read(this.#numbers.at(-1)!, "number") : this.#small();
    b.guard("lo", index, this.#length(), "index");
    const block = b.load("u64", array, 8, "ref");
    return b.binary("add", block, b.binary("shl", index, b.constant(3, "raw"), "raw"), "raw");
  }

  #store(): void {
    const b = this.#step();
    switch (this.#random(4)) {
      case 0: { b.store("u64", b.parameters[4]!, 8, this.#number(1)); break; }
      case 1: { b.store("u8", b.parameters[4]!, 16, this.#number(1)); break; }
      case 2: { b.store("u64", this.#element(), 8, this.#number(1)); break; }
      case 3: { b.store("u64", b.symbol("a.ts#g"), 0, this.#number(1)); break; }
    }
  }

  #call(): void {
    const b = this.#step();
    const value = this.#pick([
      () => b.call("native#log", [this.#number(1)], "number"),
      () => b.call("a.ts#getField", [b.parameters[4]!], "number"),
      () => b.call("a.ts#rotate", [this.#number(1), this.#number(0)], "number"),
      () => b.call("a.ts#least", [this.#number(1), this.#number(1)], "number"),
    ])();
    b.write(this.#pick(["n0", "n1", "n2", "n3"]), value);
  }

  /** What is assigned in it is not read behind it, but for the slot. */
  #try(): void {
    const b = this.#step();
    if (b.handler !== undefined) return;
    const [handler, join] = [b.newBlock(), b.newBlock()];
    b.newParameter(handler, "ref", "e");
    const known = new Map(["n0", "n1", "n2", "n3"].map((name) => [name, b.read(name, "number")]));
    b.handler = handler;
    for (let i = 1 + this.#random(2); i > 0; i--) {
      this.#step();
      b.slotStore(this.#slot, b.call(this.#pick(["native#log", "a.ts#triple"]), [this.#number(1)], "number"));
    }
    b.handler = undefined;
    for (const [name, value] of known) b.write(name, value);
    b.jump(join);
    b.startSealed(handler);
    if (this.#random(2) === 0) {
      b.slotStore(this.#slot, b.binary("add", b.slotLoad(this.#slot, "raw"), b.constant(1, "number"), "raw"));
    }
    b.jump(join);
    b.startSealed(join);
  }

  #number(depth: number): Value {
    const b = this.#b;
    if (depth === 0 || this.#random(3) === 0) {
      return this.#random(3) === 0 ? b.constant(this.#pick(NUMBERS), "number")
        : b.read(this.#pick(this.#numbers), "number");
    }
    const operand = (): Value => this.#number(depth - 1);
    this.#step();
    switch (this.#random(14)) {
      case 0: case 1: return b.safe(b.binary("add", operand(), operand(), "raw"));
      case 2: return b.safe(b.binary("sub", operand(), operand(), "raw"));
      case 3: return this.#product(operand(), operand());
      case 4: return this.#quotient(operand(), this.#divisor());
      case 5: return this.#remainder(operand(), this.#divisor());
      case 6: case 7: {
        const operator = this.#pick<BinaryOp>(["and", "or", "xor"]);
        return b.unary("sext32", b.binary(operator, operand(), operand(), "raw"), "number");
      }
      case 8: return this.#shift(operand(), operand());
      case 9: {
        const [one, other] = [operand(), operand()];
        return b.select(this.#pick(["lt", "gt"]), one, other, one, other, "number");
      }
      case 10: return b.load("u64", this.#element(), 8, "number");
      case 11: return b.load("u64", b.parameters[4]!, 8, "number");
      case 12: return this.#random(2) === 0
        ? b.load("u64", b.symbol("a.ts#g"), 0, "number")
        : b.load(this.#pick(["u8", "s8"]), b.parameters[4]!, 16, "number");
      default: return b.unary(this.#pick(["zext8", "zext32", "sext16", "clz"]), operand(), "number");
    }
  }

  #product(a: Value, c: Value): Value {
    const b = this.#b;
    const product = b.binary("mul", a, c, "raw");
    const sign = b.binary("ashr", product, b.constant(63, "raw"), "raw");
    b.guard("eq", b.binary("smulh", a, c, "raw"), sign, "unsafe");
    return b.safe(product);
  }

  #divisor(): Value {
    return this.#random(4) === 0 ? this.#number(0)
      : this.#b.constant(this.#pick([1, 2, 3, 8, 10, 256, -1, -4]), "number");
  }

  #quotient(a: Value, c: Value): Value {
    const b = this.#b;
    b.guard("ne", c, b.constant(0, "raw"), "divide");
    return b.binary("sdiv", a, c, "number");
  }

  #remainder(a: Value, c: Value): Value {
    const b = this.#b;
    const whole = this.#quotient(a, c);
    return b.binary("sub", a, b.binary("mul", whole, c, "raw"), "number");
  }

  #shift(a: Value, c: Value): Value {
    const b = this.#b;
    const count = b.binary("and", c, b.constant(31, "raw"), "raw");
    switch (this.#random(3)) {
      case 0: return b.unary("sext32", b.binary("shl", a, count, "raw"), "number");
      case 1: return b.binary("ashr", b.unary("sext32", a, "number"), count, "number");
      default: return b.binary("lshr", b.unary("zext32", a, "number"), count, "number");
    }
  }

  #word(depth: number): Value {
    const b = this.#b;
    if (depth === 0 || this.#random(3) === 0) {
      return this.#random(3) === 0 ? b.constant(this.#pick(WORDS), "word")
        : b.read(this.#pick(this.#words), "word");
    }
    const [a, c] = [this.#word(depth - 1), this.#word(depth - 1)];
    this.#step();
    switch (this.#random(6)) {
      case 0: {
        const sum = b.binary("add", a, c, "word");
        b.guard("hs", sum, a, "word");
        return sum;
      }
      case 1: return b.call("a.ts#plus", [a, c], "word");
      case 2: {
        const shifted = b.binary(this.#pick(["shl", "lshr"]), a, c, "word");
        const zero = b.constant(0, "word");
        return b.select("lo", c, b.constant(64, "raw"), shifted, zero, "word");
      }
      case 3: {
        if (this.#random(3) > 0) return b.binary("udiv", a, b.constant(this.#pick([2, 10, 64]), "word"), "word");
        b.guard("ne", c, b.constant(0, "raw"), "divide");
        const whole = b.binary("udiv", a, c, "word");
        return this.#random(2) === 0 ? whole
          : b.binary("sub", a, b.binary("mul", whole, c, "raw"), "word");
      }
      default: return b.binary(this.#pick<BinaryOp>(["add", "mul", "and", "or", "xor", "sub"]), a, c, "word");
    }
  }
}
