import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/**
 * One access to a timer: { cval, enable, imask }. `count` is what the counter is at, and `access` is a read or a write of
 * one of its three registers:
 *
 *   CVAL   64 bits: what the counter has to come to
 *   TVAL   32 bits, signed: how far that is away. Written, it is added to the counter, modulo 2^64, and makes CVAL;
 *          read, it is the low 32 bits of CVAL - count, unsigned, and 0s above them
 *   CTL    bit 0 ENABLE, bit 1 IMASK, bit 2 ISTATUS; ISTATUS cannot be written, and the rest is RES0
 *
 * ISTATUS is 1 if the timer is enabled and the counter has come to CVAL: count >= CVAL, both unsigned. There is an
 * interrupt while ISTATUS is 1 and IMASK is 0.
 *
 * Return the timer behind the access, what was read (undefined behind a write), and whether there is an interrupt then.
 */
export const accessTimer: SystemQuestions["accessTimer"] = (timer, count, access) => {
  const what = access.kind === "write" ? `a write of 0x${access.value.toString(16)} to ${access.register}` : `a read of ${access.register}`;
  throw new Error(`Return { timer, read, interrupt } behind ${what}, when the counter is at 0x${count.toString(16)} and CVAL is 0x${timer.cval.toString(16)}.`);
};
