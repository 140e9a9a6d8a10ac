// Runs functions of the intermediate representation some five times as quickly as ../interpret.ts
// does, as long as nothing goes wrong. It knows no traps, no exceptions and no stack traces: where
// one would be needed it gives up, and the slow one, which has them all, starts again.

import { AddressMap } from "../address-map";
import type { IrFunction } from "../function";
import type { SparseMemory } from "../memory";
import type { Program } from "../program";
import type { Running, World } from "../world";
import {
  type Callable, type Code, FIRST_PARAMETER, giveUp, type Registers, RESULT, type Section,
  type Surroundings,
} from "./code";
import { translate } from "./translate";
import { bitsOf, type Word, wordOf } from "./word";

/** So many calls in each other fit onto the stack of whoever runs this. */
const DEEPEST = 400;

export class QuickInterpreter implements Running, Surroundings {
  readonly addresses: AddressMap;
  readonly #world: World;
  readonly #functions: ReadonlyMap<string, IrFunction>;
  readonly #callables = new Map<string, Callable>();
  readonly #byAddress = new Map<Word, Callable>();
  #fuel: number;
  #depth = 0;

  constructor(program: Program, world: World) {
    this.#world = world;
    this.#functions = new Map(program.functions.map((each) => [each.symbol, each]));
    this.addresses = new AddressMap(program, world.natives.keys());
    this.#fuel = world.fuel;
  }

  get memory(): SparseMemory {
    return this.addresses.memory;
  }

  /** @throws GaveUp */
  call(symbol: string, args: readonly bigint[] = []): bigint {
    return bitsOf(this.callable(symbol)(args.map(wordOf), args.map((_, i) => i)));
  }

  // ---- for natives

  get trace(): never {
    return giveUp("somebody wants to see the stack");
  }

  trap(): never {
    return giveUp("a native traps");
  }

  throw(): never {
    return giveUp("a native throws");
  }

  // ---- for steps

  addressOf(symbol: string): bigint {
    return this.addresses.addressOf(symbol);
  }

  callableAt(code: Word): Callable {
    const known = this.#byAddress.get(code);
    if (known !== undefined) return known;
    const symbol = this.addresses.symbolAt(bitsOf(code)) ?? giveUp("no function is there");
    const callable = this.callable(symbol);
    this.#byAddress.set(code, callable);
    return callable;
  }

  callable(symbol: string): Callable {
    const known = this.#callables.get(symbol);
    if (known !== undefined) return known;
    const callable = this.#native(symbol) ?? this.#interpreted(symbol);
    this.#callables.set(symbol, callable);
    return callable;
  }

  #native(symbol: string): Callable | undefined {
    const native = this.#world.natives.get(symbol);
    return native === undefined ? undefined : (registers, from) =>
      wordOf(native(from.map((each) => bitsOf(registers[each]!)), this));
  }

  #interpreted(symbol: string): Callable {
    let code: Code | undefined; // Most of what could be called never is.
    let taken = 0; // A closure may be given more than it takes.
    return (registers, from) => {
      if (code === undefined) {
        const ir = this.#functions.get(symbol) ?? giveUp(`there is no ${symbol}`);
        taken = ir.parameters.length;
        code = translate(ir, this);
      }
      const own = code.free.pop() ?? code.registers.slice();
      const count = Math.min(taken, from.length);
      for (let i = 0; i < count; i++) own[FIRST_PARAMETER + i] = registers[from[i]!]!;
      if (this.#depth === DEEPEST) giveUp("too many calls in each other");
      this.#depth++;
      this.#run(code.first, own);
      this.#depth--;
      if (!code.hasSlots) code.free.push(own);
      return own[RESULT]!;
    };
  }

  #run(first: Section, registers: Registers): void {
    for (let section: Section | undefined = first; section !== undefined;) {
      this.#fuel -= section.cost;
      if (this.#fuel < 0) giveUp("it takes too long");
      for (const step of section.steps) step(registers);
      section = section.end(registers);
    }
  }
}
