// Contexts: each has a stack of its own, and one of them runs. Of the others, what they held in
// registers is on their stacks too: metal's switchStack() has put it there.
//
//   begin      SP while the context is blocked
//              what a panic has in reserve
//   X18        calls stop here
//              ...
//   SP         X29 X30  X19 X20  X21 X22  X23 X24  X25 X26  X27 X18
//              frames, the innermost first
//   end
//
// 1. A context that has not ended is in the list, and its stack is a root of the collector, whoever
//    else knows of it. A context that has ended is garbage, and so is what it alone referred to.

import { VIEW } from "../../formats/objects/layout";
import { TRAP_CODE } from "../../formats/objects/traps";
import { switchStack } from "../metal/machine";
import { load64, store64 } from "../metal/memory";
import { symbol } from "../metal/linker";
import { addressOf } from "../metal/object";
import { minus, plus, roundUp } from "../metal/word";
import { markRange } from "./mark";
import { trap } from "./panic";

const RESERVE = 4096n;
/** The least that a stack may have. */
const LEAST = 8192;

/** What switchStack() takes off a stack, and where in it is what a new context needs. */
const SAVED = { X30: 8n, X19: 16n, X18: 88n, bytes: 96n } as const;

export class Context {
  readonly begin: bigint;
  readonly end: bigint;
  /** Holds the stack; null: the linker's, on which the program started. */
  readonly memory: Uint8Array | null;
  /** In the list. */
  next: Context | null = null;
  hasEnded = false;

  constructor(begin: bigint, end: bigint, memory: Uint8Array | null) {
    this.begin = begin;
    this.end = end;
    this.memory = memory;
  }
}

/** Null until somebody asks: the stack that the program started on. */
let running: Context | null = null;
let first: Context | null = null;

function added(context: Context): Context {
  context.next = first;
  first = context;
  return context;
}

export function runningContext(): Context {
  if (running === null) {
    running = added(new Context(symbol("link/stack"), symbol("link/stack-end"), null));
  }
  return running;
}

/**
 * Runs nothing yet. When somebody switches to it, it calls `run`; when that returns, it ends, and
 * the context that was returned goes on.
 */
export function newContext(stackBytes: number, run: () => Context): Context {
  if (stackBytes < LEAST) trap(TRAP_CODE.length);
  const memory = new Uint8Array(stackBytes);
  const bytes = load64(plus(addressOf(memory), BigInt(VIEW.data)));
  const behind = plus(bytes, BigInt(stackBytes));
  const context = new Context(roundUp(bytes, 16n), minus(behind, behind & 15n), memory);
  const body = (): void => {
    const next = run();
    endContext(context);
    switchTo(next);
  };
  const sp = minus(context.end, SAVED.bytes);
  store64(plus(sp, SAVED.X30), symbol("metal/begin-context"));
  store64(plus(sp, SAVED.X19), addressOf(body));
  store64(plus(sp, SAVED.X18), plus(context.begin, RESERVE));
  store64(context.begin, sp);
  return added(context);
}

/** The one that runs is blocked, and the other one goes on where it was. */
export function switchTo(next: Context): void {
  if (next.hasEnded) throw new Error("the context has ended");
  const before = runningContext();
  if (next === before) return;
  running = next;
  switchStack(before.begin, load64(next.begin));
}

/** It will not go on, and its stack is no root. If it is the one that runs, it has to switch. */
export function endContext(context: Context): void {
  context.hasEnded = true;
  let before: Context | null = null;
  for (let at = first; at !== null; at = at.next) {
    if (at === context) {
      if (before === null) first = at.next;
      else before.next = at.next;
      return;
    }
    before = at;
  }
}

/** Marks what is on stacks. `sp` is that of the one that runs, its registers pushed. */
export function markStacks(sp: bigint): void {
  markRange(sp, running === null ? symbol("link/stack-end") : running.end);
  for (let at = first; at !== null; at = at.next) {
    if (at !== running) markRange(load64(at.begin), at.end);
  }
}
