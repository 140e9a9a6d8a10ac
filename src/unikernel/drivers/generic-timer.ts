// The Generic Timer of the CPU ("Arm Architecture Reference Manual", D12): a counter that never
// stops, and a comparator that interrupts as long as the counter has reached a value.
//
// It is the virtual timer that we use, not the physical one. A kernel at EL1 may always use it,
// while a hypervisor may keep the physical one for itself (CNTHCTL_EL2.EL1PCEN), and it counts no
// time in which a hypervisor has stopped us. Where nobody is above us, CNTVOFF_EL2 is 0
// (../boot/entry.ts), and the two counters are one.
//
// 1. The comparator takes a time, not a duration: whoever wants every tenth of a second adds to the
//    last time, and how long the handler took does not add up.

import { instructionSynchronizationBarrier } from "../metal/machine";
import { readSystemRegister, writeSystemRegister } from "../metal/system-register";

/** CNTV_CTL_EL0 */
const ENABLE = 1n;

/** Of the four interrupts in the tree's /timer: secure, physical, virtual, hypervisor's. */
export const VIRTUAL_TIMER = 2;

/** In ticks, since some time before the kernel started. @noalloc */
export function counter(): bigint {
  instructionSynchronizationBarrier(); // Or it is read early, by a processor that looks ahead.
  return readSystemRegister("CNTVCT_EL0");
}

/** Ticks per second. @noalloc */
export function counterFrequency(): bigint {
  return readSystemRegister("CNTFRQ_EL0");
}

/** It interrupts from this time on. @noalloc */
export function setAlarm(at: bigint): void {
  writeSystemRegister("CNTV_CVAL_EL0", at);
  writeSystemRegister("CNTV_CTL_EL0", ENABLE);
  instructionSynchronizationBarrier();
}

/** It does not interrupt any more. @noalloc */
export function clearAlarm(): void {
  writeSystemRegister("CNTV_CTL_EL0", 0n);
  instructionSynchronizationBarrier();
}
