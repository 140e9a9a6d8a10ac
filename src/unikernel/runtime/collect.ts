// The collector: mark and sweep. Roots are the variables of modules and, word by word, the stack;
// collectWithRegisters() (../metal/machine.ts) puts onto it what callers hold in registers.

import { symbol } from "../metal/object";
import { clearMarks } from "./heap";
import { finishMarking, markRange, startMarking } from "./mark";
import { sweep } from "./sweep";

let collections = 0;
let usedBytes = 0n;

/** `stack` is where the stack ends, registers and all. */
export function collectFrom(stack: bigint): void {
  clearMarks();
  startMarking();
  markRange(symbol("link/data"), symbol("link/data-end"));
  markRange(symbol("link/bss"), symbol("link/bss-end"));
  markRange(stack, symbol("link/stack-end"));
  finishMarking();
  usedBytes = sweep();
  collections++;
}

/** How often there was no room. */
export function collectionCount(): number {
  return collections;
}

/** The bytes that were in use behind the last collection. */
export function usedAfterCollection(): bigint {
  return usedBytes;
}
