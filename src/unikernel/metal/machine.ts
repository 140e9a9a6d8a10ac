// What the processor does besides computing: it waits, orders its accesses, asks the firmware,
// leaves one frame or stack for another. Single instructions, or the assembly texts of
// src/compiler/runtime-assembly.ts.

import { hosted } from "./hosted";

/** Sleeps until an interrupt is pending. */
export function waitForInterrupt(): void {
  hosted().instruction("wfi");
}

/** Everything before it in memory is done before anything behind it begins. */
export function dataSynchronizationBarrier(): void {
  hosted().instruction("dsb sy");
}

/** Accesses before it are seen before those behind it. */
export function dataMemoryBarrier(): void {
  hosted().instruction("dmb sy");
}

/** What is fetched from here on sees what was changed before. */
export function instructionSynchronizationBarrier(): void {
  hosted().instruction("isb");
}

/** HVC #0 with X0 to X3; what it leaves in X0. */
export function hypervisorCall(
  id: bigint, first: bigint, second: bigint, third: bigint,
): bigint {
  return hosted().hypervisorCall(id, first, second, third);
}

/** SMC #0, likewise: for a machine whose EL2 is not the firmware's. */
export function secureMonitorCall(
  id: bigint, first: bigint, second: bigint, third: bigint,
): bigint {
  return hosted().secureMonitorCall(id, first, second, third);
}

/** Goes on at `handler` in the frame of another function, with an exception in X0. */
export function resume(exception: bigint, frame: bigint, handler: bigint): never {
  return hosted().resume(exception, frame, handler);
}

/**
 * Goes on with another stack. What a call keeps goes onto this one, and SP to the word at `save`;
 * `sp` is what such a word held. (How a stack begins: ../runtime/contexts.ts.)
 */
export function switchStack(save: bigint, sp: bigint): void {
  hosted().switchStack(save, sp);
}

/** Puts every register on the stack that a caller may hold a reference in, and collects. */
export function collectWithRegisters(): void {
  hosted().collectWithRegisters();
}
