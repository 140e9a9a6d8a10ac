// What stands around the interpreted program: functions that somebody else has, instructions that
// no operation says, and the ways in which a program ends before it returns.

import type { AddressMap } from "./address-map";
import type { Suspended } from "./frame";
import { type Trap, TRAPS } from "./operation";

/** What a native sees of the program that calls it. */
export interface Running {
  readonly addresses: AddressMap;
  readonly trace: readonly Suspended[];
  call(symbol: string, args?: readonly bigint[]): bigint;
  /** The program stops here for good. */
  trap(trap: Trap): never;
  /** The innermost handler goes on with it. */
  throw(exception: bigint): never;
}

export type Native = (args: readonly bigint[], running: Running) => bigint;

export interface World {
  readonly natives: ReadonlyMap<string, Native>;
  /** What a `machine` instruction answers. */
  machine(text: string, args: readonly bigint[], running: Running): bigint;
  /** How many instructions may run. */
  readonly fuel: number;
  /** How many functions may wait for each other before the stack is full. */
  readonly deepest: number;
}

/** How a program stopped: at the innermost function, called by the next, and so on. */
abstract class Stopped extends Error {
  readonly trace: readonly Suspended[];

  constructor(message: string, trace: readonly Suspended[]) {
    super(message);
    this.trace = trace;
  }
}

export class Trapped extends Stopped {
  readonly trap: Trap;

  constructor(trap: Trap, trace: readonly Suspended[]) {
    super(TRAPS[trap][1], trace);
    this.trap = trap;
  }
}

/** What the program throws; its handlers catch it. */
export class Thrown extends Stopped {
  readonly exception: bigint;

  constructor(exception: bigint, trace: readonly Suspended[]) {
    super("an exception", trace);
    this.exception = exception;
  }
}

export class OutOfFuel extends Stopped {
  constructor(trace: readonly Suspended[]) {
    super("it does not come to an end", trace);
  }
}
