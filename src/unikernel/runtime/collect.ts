// The collector: mark and sweep. Roots are the variables of modules and, word by word, the stacks;
// collectWithRegisters() (../metal/machine.ts) puts onto the one that runs what callers hold in
// registers.

import { symbol } from "../metal/linker";
import { markStacks } from "./contexts";
import { clearMarks } from "./heap";
import { finishMarking, markRange, startMarking } from "./mark";
import { sweep } from "./sweep";

let collections = 0;
let usedBytes = 0n;

/** `sp` is where the stack that runs ends, registers and all. @noalloc */
export function collectFrom(sp: bigint): void {
  clearMarks();
  startMarking();
  markRange(symbol("link/data"), symbol("link/data-end"));
  markRange(symbol("link/bss"), symbol("link/bss-end"));
  markStacks(sp);
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
