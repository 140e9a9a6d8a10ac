// What a program reaches from its start: a list that grows while it is worked off. Whatever calls a
// function, reads a variable or quotes a string asks for it here and is given its symbol.
//
// 1. A thing has one key, however often it is asked for; a symbol is a key that a reader can read.
// 2. Initializers are in the order in which the modules, and the statements in them, would run.

import type * as ts from "typescript";
import type { IrFunction } from "../ir/function";
import type { AssemblyFunction, Datum, Global } from "../ir/program";
import { CompileFault, type FrontRefusal } from "./fault";

/** A statement of a module that gives variables their first values. */
interface Initializer {
  readonly node: ts.Node;
  readonly symbol: string;
}

export class Reach {
  readonly functions: IrFunction[] = [];
  readonly assembly: AssemblyFunction[] = [];
  readonly globals = new Map<string, Global>();
  readonly data = new Map<string, Datum>();
  readonly initializers = new Map<ts.Node, Initializer>();
  readonly refusals: FrontRefusal[] = [];
  readonly #symbols = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #waiting: (() => IrFunction)[] = [];
  readonly #dispatched = new Map<string, () => void>();

  /** The function's symbol; it is lowered when its turn comes. */
  function(key: string, lower: (symbol: string) => IrFunction): string {
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    const symbol = this.#newSymbol(key);
    this.#waiting.push(() => lower(symbol));
    return symbol;
  }

  /** As function(), of one in assembly. */
  assemblyFunction(key: string, lower: (symbol: string) => AssemblyFunction): string {
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    const symbol = this.#newSymbol(key);
    this.collecting(() => this.assembly.push(lower(symbol)));
    return symbol;
  }

  datum(key: string, make: (symbol: string) => Datum): string {
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    const symbol = this.#newSymbol(key);
    this.data.set(symbol, make(symbol));
    return symbol;
  }

  global(made: Global): void {
    if (!this.globals.has(made.symbol)) this.globals.set(made.symbol, made);
  }

  initializer(node: ts.Node, key: string, lower: (symbol: string) => IrFunction): void {
    if (this.initializers.has(node)) return;
    this.initializers.set(node, { node, symbol: "" });
    this.initializers.set(node, { node, symbol: this.function(key, lower) });
  }

  /** A call of whatever objects there may be: `resolve` asks for what they call, as they appear. */
  dispatched(key: string, resolve: () => void): void {
    if (this.#dispatched.has(key)) return;
    this.#dispatched.set(key, resolve);
    resolve();
  }

  /** Works until nothing new is reached; `version` tells whether more classes are known. */
  run(version: () => number): void {
    for (let before = -1; before !== version() || this.#waiting.length > 0;) {
      before = version();
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        this.#lower(next);
      }
      for (const resolve of this.#dispatched.values()) this.collecting(resolve);
    }
  }

  #lower(next: () => IrFunction): void {
    this.collecting(() => this.functions.push(next()));
  }

  /** Runs the action; what it refuses is kept. */
  collecting(action: () => void): void {
    try {
      action();
    } catch (fault) {
      if (!(fault instanceof CompileFault)) throw fault;
      this.refusals.push(...fault.refusals);
    }
  }

  #newSymbol(key: string): string {
    const readable = readableKey(key);
    let symbol = readable;
    for (let n = 2; this.#taken.has(symbol); n++) symbol = `${readable}'${n}`;
    this.#taken.add(symbol);
    this.#symbols.set(key, symbol);
    return symbol;
  }
}

/** Type arguments without the paths of the files from which they are. */
function readableKey(key: string): string {
  const start = key.indexOf("<");
  if (start < 0) return key;
  return key.slice(0, start) + key.slice(start).replace(/[^<>,(){}[\]|:=]*#(?=\w)/g, "");
}
