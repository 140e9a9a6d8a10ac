// Who may call whom. A direct call names its function; of a call through a table of code, every
// function in the table may be meant; of a call of a closure, every function that is a value
// somewhere and takes such arguments.

import type { Instruction, IrFunction, Kind, Place, Value } from "./function";
import type { Program } from "./program";

export interface CallSite {
  readonly to: string;
  readonly at: Place;
}

/** A call whose function is computed. */
interface IndirectCall {
  readonly code: Value;
  readonly args: readonly Value[];
  readonly at: Place;
}

export class CallGraph {
  readonly #functions: ReadonlyMap<string, IrFunction>;
  /** The functions that each table of code names, by the table. */
  readonly #tables: ReadonlyMap<string, readonly string[]>;
  /** Functions whose address is taken otherwise. */
  readonly #values: readonly IrFunction[];
  readonly #sites = new Map<string, readonly CallSite[]>();

  constructor({ functions, data }: Program) {
    this.#functions = new Map(functions.map((each) => [each.symbol, each]));
    const used = new Set(functions.flatMap((each) => indirectCalls(each))
      .flatMap(({ code }) => tableOf(code) ?? []));
    const names = data.map(({ symbol, relocations }) =>
      [symbol, relocations.map((each) => each.symbol)] as const);
    this.#tables = new Map(names.filter(([symbol]) => used.has(symbol)));
    const taken = new Set([
      ...names.filter(([symbol]) => !used.has(symbol)).flatMap(([, symbols]) => symbols),
      ...functions.flatMap((each) => instructionsOf(each))
        .flatMap((each) => (each.op === "symbol" ? [each.symbol] : [])),
    ]);
    this.#values = functions.filter(({ symbol }) => taken.has(symbol));
  }

  callsIn(symbol: string): readonly CallSite[] {
    const known = this.#sites.get(symbol);
    if (known !== undefined) return known;
    const ir = this.#functions.get(symbol);
    const sites = ir === undefined ? [] : [
      ...directCalls(ir),
      ...indirectCalls(ir).flatMap((call) =>
        this.#targets(call).map((to) => ({ to, at: call.at }))),
    ];
    this.#sites.set(symbol, sites);
    return sites;
  }

  /** The shortest way of calls from one function to another; nothing, if there is none. */
  way(from: string, to: string): CallSite[] | undefined {
    const ways = new Map<string, CallSite[]>([[from, []]]);
    for (const [symbol, way] of ways) {
      for (const site of this.callsIn(symbol)) {
        if (site.to === to) return [...way, site];
        if (!ways.has(site.to)) ways.set(site.to, [...way, site]);
      }
    }
    return undefined;
  }

  #targets({ code, args }: IndirectCall): readonly string[] {
    const table = tableOf(code);
    if (table !== undefined) return this.#tables.get(table) ?? [];
    return this.#values.filter(({ parameters }) => takes(parameters, args))
      .map((each) => each.symbol);
  }
}

/** The table that the code is loaded from: see ../front/lower/dispatch.ts. */
function tableOf(code: Value): string | undefined {
  if (code.op !== "load" || code.base.op !== "binary") return undefined;
  return code.base.a.op === "symbol" ? code.base.a.symbol : undefined;
}

/** Whoever passes more than is asked for means it all the same. */
const takes = (parameters: readonly Value[], args: readonly Value[]): boolean =>
  parameters.length <= args.length
    && parameters.every((each, i) => isAlike(each.kind, args[i]!.kind));

const isReference = (kind: Kind): boolean => kind === "ref" || kind === "ref?";

const isAlike = (a: Kind, b: Kind): boolean =>
  a === b || a === "raw" || b === "raw" || (isReference(a) && isReference(b));

const instructionsOf = ({ blocks }: IrFunction): Instruction[] =>
  blocks.flatMap(({ instructions }) => instructions);

function directCalls({ blocks }: IrFunction): CallSite[] {
  return blocks.flatMap(({ instructions, terminator }) => [
    ...instructions.flatMap((each) =>
      (each.op === "call" ? [{ to: each.symbol, at: each.at }] : [])),
    ...(terminator?.op === "invoke" && typeof terminator.callee === "string"
      ? [{ to: terminator.callee, at: terminator.at }] : []),
  ]);
}

function indirectCalls({ blocks }: IrFunction): IndirectCall[] {
  return blocks.flatMap(({ instructions, terminator }) => [
    ...instructions.filter((each) => each.op === "call indirect"),
    ...(terminator?.op === "invoke" && typeof terminator.callee !== "string"
      ? [{ code: terminator.callee, args: terminator.args, at: terminator.at }] : []),
  ]);
}
