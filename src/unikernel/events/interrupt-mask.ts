// Whether the CPU takes interrupts. Handlers run masked: the CPU sees to that itself, and the way
// back out of a handler takes it back. Everything else masks for a few instructions at most.

import { readSystemRegister, writeSystemRegister } from "../metal/system-register";

/** DAIF.I */
const IRQ = 0x80n;
const OTHERS = 0x340n;

/** @noalloc */
export function maskInterrupts(): void {
  writeSystemRegister("DAIF", readSystemRegister("DAIF") | IRQ);
}

/** @noalloc */
export function unmaskInterrupts(): void {
  writeSystemRegister("DAIF", readSystemRegister("DAIF") & OTHERS);
}
