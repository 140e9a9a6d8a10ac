// Around the program: `_start` (src/compiler/runtime-assembly.ts) calls the one before it and the
// other behind it.

import { symbol } from "../metal/linker";
import { initializeConsole } from "./console";
import { initializeHeap } from "./allocate";
import { allowExplanation } from "./panic";
import { powerOff } from "./power";

/** @noalloc */
export function prepare(): void {
  initializeConsole();
  allowExplanation(symbol("link/stack"), symbol("link/heap-end"));
  initializeHeap(symbol("link/heap"), symbol("link/heap-end"));
}

/** @noalloc */
export function finish(): never {
  return powerOff();
}
