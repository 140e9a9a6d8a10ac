// What the kernel wants of an interrupt controller, whichever it is. Only CPU 0 takes interrupts:
// what is shared by all CPUs is sent there, what is private is CPU 0's own.
//
// 1. acknowledge() and complete() come in pairs, in the handler: between them an interrupt is
//    active, and is not signalled again. What is not acknowledged never stops asking; what is not
//    completed never asks again, nor does anything that is less urgent.
// 2. What acknowledge() answers from NONE on was no interrupt: somebody took the line back between
//    asking and our answer. There is nothing to complete.

import { INTID } from "../../formats/devices/gic";

/** INTIDs 1020 to 1023 stand for no interrupt. */
export const NONE = 1020;

/** The last interrupt that a device's line can be. */
export const LAST = NONE - 1;

/** How a line says that it wants something: once, or for as long as it wants it. */
export type Trigger = "edge" | "level";

/** Every interrupt has the same priority: a handler is never interrupted. */
export const PRIORITY = 0xa0;
/** What is more urgent than this gets through: PRIORITY in whichever of the bits there are. */
export const LEAST_URGENT = 0xf0;

export interface InterruptController {
  /** Nothing is enabled, pending or active; CPU 0 listens. */
  start(): void;
  /** Of a shared interrupt, while it is disabled: a private one's is the hardware's choice. */
  configure(id: number, trigger: Trigger): void;
  enable(id: number): void;
  disable(id: number): void;
  /** The most urgent interrupt that asks: it is active now. */
  acknowledge(): number;
  /** It may ask again. */
  complete(id: number): void;
}

/** Whether each CPU has an interrupt of its own by this number. */
export function isPrivate(id: number): boolean {
  return id < INTID.FIRST_SPI;
}

/** Of registers with a bit for each interrupt: the word, in bytes from the first. */
export function wordOffset(id: number): number {
  return 4 * (id >>> 5);
}

export function bitOf(id: number): number {
  return 1 << (id & 31);
}
