// Which functions may be put into their callers. They have been through the passes: some are small,
// or without checks, only then. And some only where it is known what they are called with: in
// rotate(x, 7) nothing is left that could trap, though in rotate(x, n) there is.

import { copyFunction } from "../ir/copy";
import type { Constant, IrFunction, Value } from "../ir/function";
import { type Find, inlineCalls, isSmallLeaf, mayBecomeSmall } from "./inline";
import { Emitter, Replacements } from "./rewriting";

/** Functions of functions, as getters of getters are: so deep. */
const ROUNDS = 2;

export class Leaves {
  readonly #functions: ReadonlyMap<string, IrFunction>;
  readonly #pass: (ir: IrFunction) => void;
  readonly #small = new Map<string, IrFunction>();
  /** By symbol and constants; nothing, if that did not make it a leaf. */
  readonly #special = new Map<string, IrFunction | undefined>();

  constructor(functions: readonly IrFunction[], pass: (ir: IrFunction) => void) {
    const candidates = functions.filter(mayBecomeSmall);
    this.#functions = new Map(candidates.map((each) => [each.symbol, copyFunction(each)]));
    this.#pass = pass;
    for (let round = 0; round < ROUNDS; round++) {
      const before = new Map(this.#small);
      for (const [symbol, ir] of this.#functions) {
        if (before.has(symbol)) continue;
        const copy = copyFunction(ir);
        const isOther = inlineCalls(copy, (callee) => before.get(callee));
        if (round > 0 && !isOther) continue; // Nothing has changed since it was no leaf.
        this.#pass(copy);
        if (isSmallLeaf(copy)) this.#small.set(symbol, copy);
      }
    }
  }

  /** The function, if it is small whatever it is called with: it has been through the passes. */
  leaf(symbol: string): IrFunction | undefined {
    return this.#small.get(symbol);
  }

  readonly find: Find = (symbol, args) => {
    const small = this.#small.get(symbol);
    const ir = this.#functions.get(symbol);
    if (small !== undefined || ir === undefined) return small;
    if (!args.some(({ op }) => op === "constant")) return undefined;
    const key = `${symbol} ${args.map(keyOf).join(" ")}`;
    if (!this.#special.has(key)) {
      const copy = specialized(ir, args);
      inlineCalls(copy, (callee) => this.#small.get(callee));
      this.#pass(copy);
      this.#special.set(key, isSmallLeaf(copy) ? copy : undefined);
    }
    return this.#special.get(key);
  };
}

const keyOf = (value: Value): string => (value.op === "constant" ? String(value.value) : "?");

/** The function where it is called with these constants. */
function specialized(ir: IrFunction, args: readonly Value[]): IrFunction {
  const copy = copyFunction(ir);
  const [entry] = copy.blocks;
  const replacements = new Replacements();
  const emitter = new Emitter(copy, ir.at);
  ir.parameters.forEach((parameter, i) => {
    const given = args[i] as Constant;
    if (given.op !== "constant") return;
    replacements.set(parameter, emitter.constant(given.value, parameter.kind));
  });
  replacements.apply(copy);
  entry!.instructions.unshift(...emitter.made);
  return copy;
}
