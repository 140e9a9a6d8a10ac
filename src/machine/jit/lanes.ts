// What map() and reduce() do while they ask for a lane: each operation is on all lanes of a v128 at
// once. Values are v128s and constants, all lanes of `size` bits. Whatever has no such instruction
// is refused, and vectors.ts asks again for one lane after the other.
//
// 1. A comparison is a mask of all ones or nothing, and only select() takes it.

import { BitCount } from "../cpu/execute/bit-helpers";
import type { FpOperation } from "../cpu/fp-operations";
import type { Helper } from "../cpu/helper";
import type { Comparison, ShiftType, Size } from "../cpu/operations";
import { floatLanes } from "./float-lanes";
import { isConstant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { type Element, repeated, stored } from "./vector-nodes";
import { LANES, type Mnemonic } from "./wasm/opcodes";

const refuse = (): never => { throw Unsupported; };

type Binary = "add" | "sub" | "eq" | "lt_s" | "le_s";

export class Lanes {
  readonly #t: Site;
  readonly #size: Element;
  readonly #masks = new WeakSet<Node>();

  constructor(t: Site, size: Element) {
    this.#t = t;
    this.#size = size;
  }

  add(size: Size, x: Node, y: Node): Node { return this.#of("add", this.#checked(size), x, y); }
  sub(size: Size, x: Node, y: Node): Node { return this.#of("sub", this.#checked(size), x, y); }

  mul(size: Size, x: Node, y: Node): Node {
    const lanes = this.#checked(size);
    if (lanes === 8) return this.#bytesProduct(x, y);
    return this.#op(LANES[lanes].mul, x, y);
  }

  bitwise(name: "and" | "or" | "xor", x: Node, y: Node): Node {
    return this.#op(`v128.${name}`, x, y);
  }

  not(size: Size, x: Node): Node {
    this.#checked(size);
    return this.#op("v128.not", x);
  }

  shift(type: ShiftType, size: Size, x: Node, amount: Node): Node {
    const lanes = this.#checked(size);
    if (amount.kind !== "constant" || type === "ROR") return refuse();
    const name = type === "LSL" ? "shl" : type === "LSR" ? "shr_u" : "shr_s";
    return this.#shifted(LANES[lanes][name], x, Number(amount.value));
  }

  /** The low `from` bits, to as long as a lane. */
  extend(signed: boolean, from: number, to: Size, x: Node): Node {
    const lanes = this.#checked(to);
    const up = this.#shifted(LANES[lanes].shl, x, lanes - from);
    return this.#shifted(LANES[lanes][signed ? "shr_s" : "shr_u"], up, lanes - from);
  }

  /** Part of each lane. */
  element(size: Size, x: Node, index: number): Node {
    const lanes = this.#size;
    if (size >= lanes) return refuse();
    const down = this.#shifted(LANES[lanes].shr_u, x, size * index);
    return size * (index + 1) === lanes ? down : this.extend(false, size, lanes, down);
  }

  compare(comparison: Comparison, size: Size, x: Node, y: Node): Node {
    const mask = this.#compared(comparison, this.#checked(size), x, y);
    this.#masks.add(mask);
    return mask;
  }

  select(condition: Node, whenTrue: Node, whenFalse: Node): Node {
    if (!this.#masks.has(condition)) return refuse();
    const ones = (1n << BigInt(this.#size)) - 1n;
    if (isConstant(whenTrue, ones) && isConstant(whenFalse, 0n)) return condition;
    if (isConstant(whenTrue, 0n) && isConstant(whenFalse, ones)) {
      return this.#op("v128.not", condition);
    }
    return this.#op("v128.bitselect", whenTrue, whenFalse, condition);
  }

  call(helper: Helper, x: Node): Node {
    return helper === BitCount && this.#size === 8 ? this.#op("i8x16.popcnt", x) : refuse();
  }

  fp(what: FpOperation, width: Size, values: readonly Node[]): Node {
    if (width !== this.#size || (width !== 32 && width !== 64)) return refuse();
    const result = floatLanes(this.#t, what, width, values.map((value) => this.#vector(value)));
    if (what.name.startsWith("FPCompare")) this.#masks.add(result);
    return result;
  }

  #compared(comparison: Comparison, size: Element, x: Node, y: Node): Node {
    switch (comparison) {
      case "EQ": return this.#of("eq", size, x, y);
      case "NE": return this.#op("v128.not", this.#of("eq", size, x, y));
      case "SLT": return this.#of("lt_s", size, x, y);
      case "SLE": return this.#of("le_s", size, x, y);
      case "LT": case "LE": {
        const order = comparison === "LT" ? "lt" : "le";
        if (size !== 64) return this.#op(LANES[size][`${order}_u`], x, y);
        const [a, b] = [this.#flipped(x), this.#flipped(y)];
        return this.#of(`${order}_s`, 64, a, b);
      }
    }
  }

  /** Unsigned, as signed ones in the same order: there are no others of 64 bits. */
  #flipped(x: Node): Node {
    return operation("v128", "v128.xor", [this.#vector(x), repeated(64, 1n << 63n)]);
  }

  /** Two products at a time, of the odd bytes and of the even ones. */
  #bytesProduct(x: Node, y: Node): Node {
    const [a, b] = [this.#vector(x), this.#vector(y)];
    const even = this.#op("v128.and", this.#op("i16x8.mul", a, b), repeated(16, 0xffn));
    const high = (node: Node): Node => this.#shifted("i16x8.shr_u", node, 8);
    const odd = this.#shifted("i16x8.shl", this.#op("i16x8.mul", high(a), high(b)), 8);
    return this.#op("v128.or", even, odd);
  }

  #of(name: Binary, size: Element, x: Node, y: Node): Node {
    return this.#op(LANES[size][name], x, y);
  }

  /** Named: what is used twice needs it, and so does a mask. */
  #op(name: Mnemonic, ...values: Node[]): Node {
    return this.#t.pin(operation("v128", name, values.map((value) => this.#vector(value))));
  }

  #shifted(name: Mnemonic, x: Node, places: number): Node {
    if (places === 0) return this.#vector(x);
    this.#t.put(this.#vector(x), "v128");
    this.#t.writer.code.i32(places);
    this.#t.writer.code.op(name);
    return stored(this.#t);
  }

  #vector(node: Node): Node {
    if (node.kind !== "constant") return node.type === "v128" ? node : refuse();
    return node.value >> BigInt(this.#size) === 0n ? repeated(this.#size, node.value) : node;
  }

  #checked(size: Size): Element {
    return size === this.#size ? size : refuse();
  }
}
