// What the vectors call: an interrupt goes to who asked for it, all else is a crash. The collector
// may have been at work where it happened: nothing here allocates.

import { takeInterrupt } from "../events/interrupts";
import { load64 } from "../metal/memory";
import { plus } from "../metal/word";
import { crash } from "../crash/crash";
import { EXCEPTION_KIND, FRAME } from "../crash/frame";
import { takeSystemCall } from "./init-syscalls";

/** ESR_ELx.EC: SVC from AArch64. */
const SVC = 0x15n;

/** `entry`: which of the sixteen vectors. Returns to the interrupted code. @noalloc */
export function handleException(frame: bigint, entry: number): void {
  if (entry % 4 === EXCEPTION_KIND.irq) return takeInterrupt();
  const isSynchronous = entry % 4 === EXCEPTION_KIND.synchronous;
  const exceptionClass = load64(plus(frame, BigInt(FRAME.esr))) >> 26n;
  if (isSynchronous && exceptionClass === SVC) return takeSystemCall(frame);
  crash(frame, entry);
}
