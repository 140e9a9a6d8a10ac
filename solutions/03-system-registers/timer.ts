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
export const accessTimer: SystemQuestions["accessTimer"] = (before, count, access) => {
  const timer = access.kind === "write" ? after(before, count, access.register, access.value) : before;
  const istatus = timer.enable === 1 && count >= timer.cval ? 1 : 0;
  const views = {
    CVAL: timer.cval,
    TVAL: BigInt.asUintN(32, timer.cval - count),
    CTL: BigInt(timer.enable | (timer.imask << 1) | (istatus << 2)),
  };
  return {
    timer,
    read: access.kind === "read" ? views[access.register] : undefined,
    interrupt: istatus === 1 && timer.imask === 0,
  };
};

type Timer = Parameters<typeof accessTimer>[0];

function after(timer: Timer, count: bigint, register: "CVAL" | "TVAL" | "CTL", value: bigint): Timer {
  switch (register) {
    case "CVAL": return { ...timer, cval: value };
    case "TVAL": return { ...timer, cval: BigInt.asUintN(64, count + BigInt.asIntN(32, value)) };
    case "CTL": return { ...timer, enable: (value & 1n) === 1n ? 1 : 0, imask: (value & 2n) === 2n ? 1 : 0 };
  }
}
