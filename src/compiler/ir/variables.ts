// Which value a variable has where: the memory of builder.ts. For each block it knows what was
// written in it, and who jumps to it; a read that finds nothing asks the blocks before.
//
// 1. `incoming` of a parameter has a value for each edge into its block, in the order in which the
//    edges were made.
// 2. A parameter whose incoming values are, but for itself, one value, is that value: it is
//    forwarded, and whoever had it among his incoming values is looked at again.

import { bug } from "../../base/bug";
import type { Block, IrFunction, Kind, Parameter, Value } from "./function";
import { replaceOperands, successorsOf, withOperands } from "./operands";

export interface Variable {
  readonly key: unknown;
  readonly kind: Kind;
  readonly name: string | undefined;
}

/** An edge while the function grows: its arguments are not complete. */
export interface OpenEdge {
  readonly to: Block;
  readonly args: Value[];
}

interface State {
  readonly values: Map<unknown, Value>;
  readonly edges: { readonly from: Block; readonly edge: OpenEdge }[];
  /** What was read before the block was sealed. */
  readonly waiting: { readonly parameter: Parameter; readonly variable: Variable }[];
  /** What became a parameter of the block, forwarded or not. */
  readonly parameters: Parameter[];
  isSealed: boolean;
}

interface Join {
  readonly block: Block;
  readonly incoming: Value[];
  /** Other parameters that have this one among their incoming values. */
  readonly users: Set<Parameter>;
}

export class Variables {
  readonly #ir: IrFunction;
  readonly #entry: Block;
  readonly #states = new Map<Block, State>();
  readonly #joins = new Map<Parameter, Join>();
  readonly #forwarded = new Map<Value, Value>();

  constructor(ir: IrFunction, entry: Block) {
    this.#ir = ir;
    this.#entry = entry;
  }

  isReached(block: Block): boolean {
    return block === this.#entry || this.#state(block).edges.length > 0;
  }

  addEdge(from: Block, edge: OpenEdge): void {
    const state = this.#state(edge.to);
    if (state.isSealed) bug(`b${edge.to.id} is sealed, and b${from.id} jumps to it`);
    state.edges.push({ from, edge });
  }

  write(key: unknown, block: Block, value: Value): void {
    this.#state(block).values.set(key, value);
  }

  read(variable: Variable, block: Block): Value {
    const found = this.#state(block).values.get(variable.key);
    if (found !== undefined) return this.#resolve(found);
    const value = this.#readBefore(variable, block);
    this.write(variable.key, block, value);
    return value;
  }

  seal(block: Block): void {
    const state = this.#state(block);
    if (state.isSealed) return;
    state.isSealed = true;
    for (const { parameter, variable } of state.waiting) this.#collect(parameter, variable, block);
  }

  /** Gives the edges their arguments, and takes out what was forwarded and what is not reached. */
  finish(): void {
    this.#dropUnreached();
    for (const block of this.#ir.blocks) {
      const state = this.#state(block);
      if (!state.isSealed) bug(`${this.#ir.symbol}: b${block.id} is not sealed`);
      this.#giveArguments(block, state);
    }
    const resolve = (value: Value): Value => this.#resolve(value);
    for (const block of this.#ir.blocks) {
      for (const instruction of block.instructions) replaceOperands(instruction, resolve);
      block.terminator = withOperands(block.terminator!, resolve);
    }
  }

  #readBefore(variable: Variable, block: Block): Value {
    const state = this.#state(block);
    if (!state.isSealed) {
      const parameter = this.#newJoin(variable, block);
      state.waiting.push({ parameter, variable });
      return parameter;
    }
    const [first, second] = state.edges;
    if (first === undefined) {
      return bug(`${this.#ir.symbol}: ${variable.name ?? "a variable"} is read and not written`);
    }
    if (second === undefined) return this.read(variable, first.from);
    const parameter = this.#newJoin(variable, block);
    this.write(variable.key, block, parameter); // A loop comes back here and must find it.
    return this.#collect(parameter, variable, block);
  }

  #newJoin({ kind, name }: Variable, block: Block): Parameter {
    const named = name === undefined ? {} : { name };
    const parameter: Parameter = { op: "parameter", kind, id: this.#ir.newId(), ...named };
    this.#joins.set(parameter, { block, incoming: [], users: new Set() });
    this.#state(block).parameters.push(parameter);
    return parameter;
  }

  #collect(parameter: Parameter, variable: Variable, block: Block): Value {
    const { incoming } = this.#joins.get(parameter)!;
    for (const { from } of this.#state(block).edges) {
      const value = this.read(variable, from);
      incoming.push(value);
      if (value.op === "parameter") this.#joins.get(value)?.users.add(parameter);
    }
    return this.#simplify(parameter);
  }

  #simplify(parameter: Parameter): Value {
    const { incoming, users, block } = this.#joins.get(parameter)!;
    if (!this.#state(block).isSealed || this.#forwarded.has(parameter)) {
      return this.#resolve(parameter);
    }
    const values = new Set(incoming.map((value) => this.#resolve(value)));
    values.delete(parameter);
    const [only] = values;
    if (values.size > 1 || incoming.length < this.#state(block).edges.length) return parameter;
    if (only === undefined) return bug(`${this.#ir.symbol}: v${parameter.id} is read, not written`);
    this.#forwarded.set(parameter, only);
    const heir = only.op === "parameter" ? this.#joins.get(only) : undefined;
    for (const user of users) heir?.users.add(user);
    for (const user of users) if (user !== parameter) this.#simplify(user);
    return this.#resolve(only);
  }

  #resolve(value: Value): Value {
    let last = value;
    for (let next = this.#forwarded.get(last); next !== undefined;) {
      last = next;
      next = this.#forwarded.get(last);
    }
    return last;
  }

  #giveArguments(block: Block, { edges, parameters }: State): void {
    for (const parameter of parameters) {
      if (this.#forwarded.has(parameter)) continue;
      const { incoming } = this.#joins.get(parameter)!;
      if (edges.some(({ from }) => from.terminator?.op === "invoke")) {
        bug(`${this.#ir.symbol}: ${parameter.name ?? "a variable"} differs at a handler, no slot`);
      }
      block.parameters.push(parameter);
      edges.forEach(({ edge }, i) => edge.args.push(incoming[i]!));
    }
  }

  #dropUnreached(): void {
    const reached = new Set([this.#entry]);
    for (const block of reached) {
      if (block.terminator === undefined) return bug(`${this.#ir.symbol}: b${block.id} has no end`);
      for (const next of successorsOf(block)) reached.add(next);
    }
    const { blocks } = this.#ir;
    blocks.splice(0, blocks.length, ...blocks.filter((block) => reached.has(block)));
  }

  #state(block: Block): State {
    const known = this.#states.get(block);
    if (known !== undefined) return known;
    const state: State = {
      values: new Map(), edges: [], waiting: [], parameters: [], isSealed: false,
    };
    this.#states.set(block, state);
    return state;
  }
}
