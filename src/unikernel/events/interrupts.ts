// Which handler an interrupt goes to. The vectors call takeInterrupt() for each; it asks the
// controller which one it is, calls the handler, and says that it is done. (IncludeOS's port looks
// through GICD_ISPENDR for what may have interrupted, and never asks or tells the GIC.)
//
// 1. A handler allocates nothing and stores no reference in a collected object, since the collector
//    may be at work where it interrupted. It silences its device, notes what has happened, and
//    leaves: what there is to do, the event loop does (events.ts).
// 2. Handlers run masked, one after the other, on the exception stack.
// 3. An interrupt that nobody handles is disabled when it comes, and named: its line may never be
//    quiet again, and then nothing else would ever happen.

import {
  type InterruptController, LAST, NONE, type Trigger,
} from "../drivers/interrupt-controller";
import { log, print, printNumber } from "../runtime/console";
import { unmaskInterrupts } from "./interrupt-mask";

export interface InterruptHandler {
  // Each implementation promises to allocate nothing: the compiler asks them all.
  handle(): void;
}

let controller: InterruptController | null = null;
/** By INTID. */
let handlers: (InterruptHandler | null)[] = [];
/** How often each was taken. */
let taken: number[] = [];
let enabled: boolean[] = [];
/** Those that came and nobody handled. */
let isNamed: boolean[] = [];
let spurious = 0;
let unexpected = 0;

/** From now on the CPU takes interrupts, of those that somebody handles. */
export function startInterrupts(by: InterruptController): void {
  by.start();
  controller = by;
  handlers = new Array<InterruptHandler | null>(LAST + 1).fill(null);
  taken = new Array<number>(LAST + 1).fill(0);
  enabled = new Array<boolean>(LAST + 1).fill(false);
  isNamed = new Array<boolean>(LAST + 1).fill(false);
  unmaskInterrupts();
}

/** @throws Error if it has a handler already, or no controller has been started. */
export function handleInterrupt(id: number, trigger: Trigger, handler: InterruptHandler): void {
  if (controller === null) throw new Error("interrupts are not started yet");
  if (isHandled(id)) throw new Error(`interrupt ${id} has a handler already`);
  handlers[id] = handler;
  controller.configure(id, trigger);
  enableInterrupt(id);
}

export function dropInterrupt(id: number): void {
  disableInterrupt(id);
  handlers[id] = null;
}

/** It does not interrupt until it is enabled again; the handler stays. @noalloc */
export function disableInterrupt(id: number): void {
  if (controller === null) return;
  enabled[id] = false;
  controller.disable(id);
}

/** @noalloc */
export function enableInterrupt(id: number): void {
  if (controller === null) return;
  enabled[id] = true;
  controller.enable(id);
}

/** What the vectors call for an IRQ. @noalloc */
export function takeInterrupt(): void {
  if (controller === null) return;
  const id = controller.acknowledge();
  if (id >= NONE) {
    spurious++;
    return;
  }
  taken[id] = taken[id]! + 1;
  const handler = handlers[id] ?? null;
  if (handler !== null) {
    handler.handle();
  } else {
    refuse(id);
  }
  controller.complete(id);
}

function refuse(id: number): void {
  unexpected++;
  disableInterrupt(id);
  // A controller needs its time to disable one that is on its way: it may come once more.
  if (isNamed[id]!) return;
  isNamed[id] = true;
  print("interrupt ");
  printNumber(id);
  log(": nobody handles it, it is disabled");
}

/** How often it was taken. */
export function interruptCount(id: number): number {
  return taken[id] ?? 0;
}

export function isHandled(id: number): boolean {
  return (handlers[id] ?? null) !== null;
}

export function isInterruptEnabled(id: number): boolean {
  return enabled[id] ?? false;
}

/** How many came to nothing: their line was quiet again before they were asked for. */
export function spuriousInterrupts(): number {
  return spurious;
}

/** How many had no handler. */
export function unexpectedInterrupts(): number {
  return unexpected;
}
