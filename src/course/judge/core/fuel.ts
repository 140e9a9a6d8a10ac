// Fuel: how much work the student's code may do, counted in steps and not in seconds, so that a verdict is the same
// on every machine. A step is one turn of a loop or one call of a function; meter.ts writes into the code
//
//   if (--$fuel.left < 0) $fuel.out("01-decoder/field.ts:12");                                  in every loop
//   $fuel.enter("01-decoder/field.ts:3"); try { ... } finally { $fuel.depth--; }                in every function
//   $fuel.within("01-decoder/field.ts:3", () => ...)          around what is evaluated before a function's body
//
// What one step may cost is bounded by memory alone (a built-in works on what fits): the wall clock is the backstop.
//
// 1. Once out, every further step throws, so that no catch or finally keeps the code running.
// 2. No built-in is called here: the student's code may have replaced it.

export class OutOfFuel extends Error {
  override readonly name = "OutOfFuel";
}

export interface Budget {
  /** Steps for loading the file: its top-level statements. */
  readonly load: number;
  readonly perCall: number;
  /** For all calls of a trial together. */
  readonly total: number;
  /** How many calls may be open at once. A host's own stack holds more; where it ends depends on the host. */
  readonly depth: number;
}

export const STANDARD_BUDGET: Budget = { load: 10_000_000, perCall: 1_000_000, total: 50_000_000, depth: 1500 };

export class Fuel {
  /** What is left for the current call. Public, as is `depth`: the metered code counts in place. */
  left = 0;
  depth = 0;
  #given = 0;
  #total: number;
  readonly #maxDepth: number;
  /** What ran out, and where; the student's code cannot unsay it. */
  #ranOut: string | undefined;

  constructor(budget: Budget) {
    this.#total = budget.total + budget.load;
    this.#maxDepth = budget.depth;
  }

  /** Starts a call that may use `steps`, or what is left in all. */
  fill(steps: number): void {
    this.#total -= this.#given - (this.left > 0 ? this.left : 0);
    const rest = this.#total > 0 ? this.#total : 0;
    this.#given = steps < rest ? steps : rest;
    this.left = this.#given;
    this.depth = 0;
    this.#ranOut = undefined;
  }

  get ranOut(): string | undefined {
    return this.#ranOut;
  }

  enter(where: string): void {
    if (--this.left < 0) this.out(where);
    if (this.depth >= this.#maxDepth) this.#stop(`calls nested deeper than ${this.#maxDepth}, at ${where}`);
    this.depth++;
  }

  /** What `evaluate` gives, at the price of a call. */
  within<T>(where: string, evaluate: () => T): T {
    this.enter(where);
    try {
      return evaluate();
    } finally {
      this.depth--;
    }
  }

  out(where: string): never {
    return this.#stop(`more than ${grouped(this.#given)} steps, at ${where}`);
  }

  #stop(what: string): never {
    this.#ranOut ??= what;
    this.left = -1;
    throw new OutOfFuel(what);
  }
}

/** "1,000,000". */
function grouped(n: number): string {
  const last = n % 1000;
  return n < 1000 ? `${n}` : `${grouped((n - last) / 1000)},${last < 10 ? "00" : last < 100 ? "0" : ""}${last}`;
}
