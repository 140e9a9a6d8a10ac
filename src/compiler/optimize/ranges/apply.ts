// What ranges are for: a check that cannot fail goes, a branch that is known becomes a jump, and an
// operation makes room for a simpler one that means the same on these values.

import type { Binary, Block, Instruction, IrFunction, Kind, Value } from "../../ir/function";
import type { Trap } from "../../ir/operation";
import type { Condition } from "../condition";
import { removeUnreached } from "../dead-code";
import { Emitter, Replacements, type Verdict } from "../rewriting";
import { RangeAnalysis } from "./analysis";
import { decide, type Falling } from "./bounds";
import type { Context } from "./context";
import { fallingParameters } from "./falling";
import { contains, exactProduct, FULL, interval, isExact, isNatural, meet } from "./interval";
import { rangeOf, remainderOf, SAFE } from "./meaning";

export function useRanges(ir: IrFunction): void {
  const analysis = new RangeAnalysis(ir);
  const { made } = analysis.context;
  const falling = fallingParameters(
    analysis.dominators, (value) => made.get(value) ?? analysis.context.of(value));
  const simplifier = new Simplifier(ir, falling);
  analysis.walk({
    enter: (block) => { simplifier.enter(block); },
    instruction: (instruction, context) => { simplifier.simplify(instruction, context); },
    leave: (block, context) => { simplifier.leave(block, context); },
  });
  simplifier.finish();
}

class Simplifier {
  readonly #ir: IrFunction;
  readonly #falling: Falling;
  readonly #replacements = new Replacements();
  readonly #bodies = new Map<Block, Instruction[]>();
  readonly #ends: (() => void)[] = [];
  #block: Block | undefined;
  #body: Instruction[] = [];
  /** Behind a check that fails for certain. */
  #isCut = false;

  constructor(ir: IrFunction, falling: Falling) {
    this.#ir = ir;
    this.#falling = falling;
  }

  enter(block: Block): void {
    this.#block = block;
    this.#body = [];
    this.#isCut = false;
    this.#bodies.set(block, this.#body);
  }

  simplify(instruction: Instruction, context: Context): void {
    if (this.#isCut) return;
    const emitter = new Emitter(this.#ir, instruction.at);
    const verdict = this.#judge(instruction, context, emitter);
    this.#body.push(...emitter.made);
    if (verdict === "keep") this.#body.push(instruction);
    else if (verdict !== "drop") this.#replacements.set(instruction, verdict);
  }

  leave(block: Block, context: Context): void {
    const { terminator } = block;
    if (this.#isCut || terminator?.op !== "branch") return;
    const known = decide(terminator, context, this.#falling);
    if (known === undefined) return;
    const edge = known ? terminator.then : terminator.otherwise;
    this.#ends.push(() => { block.terminator = { op: "jump", edge, at: terminator.at }; });
  }

  /** The blocks change when all have been seen: until then edges are looked up by who they are. */
  finish(): void {
    for (const end of this.#ends) end();
    for (const [{ instructions }, body] of this.#bodies) {
      instructions.splice(0, instructions.length, ...body);
    }
    removeUnreached(this.#ir);
    this.#replacements.apply(this.#ir);
  }

  #judge(i: Instruction, context: Context, emitter: Emitter): Verdict {
    const { of } = context;
    switch (i.op) {
      case "guard": {
        const known = isExactProduct(i, context) ? true : decide(i, context, this.#falling);
        if (known === true) return "drop";
        return known === false ? this.#cut(i, i.trap) : "keep";
      }
      case "safe":
        if (meet(of(i.a), SAFE) === undefined) return this.#cut(i, "unsafe");
        return contains(SAFE, of(i.a)) ? i.a : "keep";
      case "select": {
        const known = decide(i, context, this.#falling);
        if (known !== undefined) return known ? i.then : i.otherwise;
        break;
      }
      case "compare": {
        const known = decide(i, context, this.#falling);
        if (known !== undefined) return emitter.constant(known ? 1n : 0n, "boolean");
        break;
      }
      case "binary": case "unary": break;
      default: return "keep";
    }
    const range = rangeOf(i, of);
    if (isExact(range)) return emitter.constant(range.least, constantKind(i.kind));
    return simpler(i, context, emitter) ?? "keep";
  }

  #cut({ at }: Instruction, trap: Trap): Verdict {
    this.#isCut = true;
    const block = this.#block!;
    this.#ends.push(() => { block.terminator = { op: "trap", trap, at }; });
    return "drop";
  }
}

/** A reference that is known to be 0 is null. */
const constantKind = (kind: Kind): Kind => (kind === "ref" ? "ref?" : kind);

/**
 * The check of a product asks whether its upper half is nothing but its sign: guard eq smulh(a, b),
 * (a * b) >> 63. That holds for certain, if the product's range has room in 64 bits.
 */
function isExactProduct({ comparison, a, b }: Condition, { of }: Context): boolean {
  if (comparison !== "eq" || a.op !== "binary" || a.operator !== "smulh") return false;
  if (b.op !== "binary" || b.operator !== "ashr") return false;
  const { a: product, b: count } = b;
  if (count.op !== "constant" || count.value !== 63n) return false;
  return isProductOf(product, a) && contains(FULL, exactProduct(of(a.a), of(a.b)));
}

/** A product by a power of 2 is a shift by now. */
function isProductOf(value: Value, { a, b }: Binary): boolean {
  if (value.op !== "binary") return false;
  if (value.operator === "shl" && value.a === a && value.b.op === "constant") {
    return b.op === "constant" && b.value === 1n << (value.b.value & 63n);
  }
  return value.operator === "mul"
    && ((value.a === a && value.b === b) || (value.a === b && value.b === a));
}

/** A simpler value or instruction, which on these ranges is the same. */
function simpler(i: Instruction, { of }: Context, emitter: Emitter): Value | undefined {
  if (i.op === "unary") {
    const isWidening = i.operator.startsWith("sext") || i.operator.startsWith("zext");
    const isThere = isWidening && contains(keptBy(i.operator), of(i.a));
    return isThere ? i.a : undefined;
  }
  if (i.op !== "binary") return undefined;
  const { a, b, operator } = i;
  if (operator === "and" && b.op === "constant" && isMask(b.value)) {
    return contains(interval(0n, b.value), of(a)) ? a : undefined;
  }
  if (!isNatural(of(a))) return undefined;
  if (operator === "ashr") return emitter.emit({ ...i, operator: "lshr" });
  if (operator === "sdiv" && isNatural(of(b))) return emitter.emit({ ...i, operator: "udiv" });
  const rest = remainderOf(i);
  const isBelow = rest !== undefined && isNatural(of(rest.b)) && of(a).most < of(rest.b).least;
  return isBelow ? a : undefined;
}

function keptBy(operator: string): ReturnType<typeof interval> {
  const size = BigInt(operator.slice(4));
  return operator.startsWith("zext") ? interval(0n, (1n << size) - 1n)
    : interval(-(1n << (size - 1n)), (1n << (size - 1n)) - 1n);
}

/** 2^n - 1, as far as it is a natural of 63 bits. */
const isMask = (value: bigint): boolean =>
  value > 0n && value < 1n << 63n && (value & (value + 1n)) === 0n;
