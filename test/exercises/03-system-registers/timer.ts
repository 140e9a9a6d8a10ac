import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                     find                                                             replace
    ["compares with signs",              "count >= timer.cval",                                           "BigInt.asIntN(64, count) >= BigInt.asIntN(64, timer.cval)"],
    ["is one tick late",                 "count >= timer.cval",                                           "count > timer.cval"],
    ["compares the difference",          "count >= timer.cval",                                           "BigInt.asIntN(64, count - timer.cval) >= 0n"],
    ["runs while it is disabled",        "timer.enable === 1 && count",                                   "count"],
    ["interrupts while it is masked",    "istatus === 1 && timer.imask === 0",                            "istatus === 1"],
    ["hides ISTATUS while it is masked", "timer.enable === 1 && count",                                   "timer.enable === 1 && timer.imask === 0 && count"],
    ["reads TVAL with a sign",           "BigInt.asUintN(32, timer.cval - count)",                        "BigInt.asIntN(32, timer.cval - count)"],
    ["reads TVAL in 64 bits",            "BigInt.asUintN(32, timer.cval - count)",                        "BigInt.asUintN(64, timer.cval - count)"],
    ["reads TVAL the wrong way round",   "timer.cval - count",                                            "count - timer.cval"],
    ["writes TVAL without a sign",       "count + BigInt.asIntN(32, value)",                              "count + BigInt.asUintN(32, value)"],
    ["writes TVAL in 64 bits",           "count + BigInt.asIntN(32, value)",                              "count + value"],
    ["lets CVAL grow",                   "BigInt.asUintN(64, count + BigInt.asIntN(32, value))",          "count + BigInt.asIntN(32, value)"],
    ["takes all of CTL for ENABLE",      "(value & 1n) === 1n ? 1 : 0",                                   "value !== 0n ? 1 : 0"],
    ["never masks",                      "imask: (value & 2n) === 2n ? 1 : 0",                            "imask: timer.imask"],
    ["reads behind a write",             "access.kind === \"read\" ? views[access.register] : undefined", "views[access.register]"],
    ["asks before it writes",            "const istatus = timer.enable === 1 && count >= timer.cval",     "const istatus = before.enable === 1 && count >= before.cval"],
  ],
  right: {
    "in one piece": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const accessTimer: SystemQuestions["accessTimer"] = (timer, count, access) => {
        let { cval, enable, imask } = timer;
        const value = access.kind === "write" ? access.value : 0n;
        if (access.kind === "write") {
          if (access.register === "CTL") {
            enable = Number(value & 1n) as 0 | 1;
            imask = Number((value >> 1n) & 1n) as 0 | 1;
          } else {
            cval = access.register === "CVAL" ? value : BigInt.asUintN(64, count + BigInt(Number(value & 0xffff_ffffn) | 0));
          }
        }
        const fires = enable === 1 && cval <= count;
        let read: bigint | undefined;
        if (access.kind === "read") {
          if (access.register === "CVAL") read = cval;
          else if (access.register === "TVAL") read = (cval - count) & 0xffff_ffffn;
          else read = BigInt(enable + imask * 2 + (fires ? 4 : 0));
        }
        return { timer: { cval, enable, imask }, read, interrupt: fires && imask === 0 };
      };`,
  },
};
