import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                     find                                                                       replace
    ["works at EL0",                     "if ((before.pstate & 0b1100) === 0) return \"undefined\";",               ""],
    ["is never allowed",                 "(before.pstate & 0b1100) === 0",                                          "(before.pstate & 1) === 0"],
    ["goes on behind it",                "pc: before.ELR_EL1",                                                      "pc: before.pc + 4n"],
    ["keeps the flags",                  "nzcv: Number((before.SPSR_EL1 >> 28n) & 0xfn)",                           "nzcv: before.nzcv"],
    ["has the flags in PSTATE, too",     "Number(before.SPSR_EL1 & 0xff_ffffn)",                                    "Number(before.SPSR_EL1)"],
    ["drops UAO and PAN",                "0xff_ffffn",                                                              "0xffffn"],
    ["keeps the stack",                  "sp: stacks[inUse(pstate)]",                                               "sp: before.sp"],
    ["loses the kernel's stack",         "[inUse(before.pstate)]: before.sp",                                       "SP_EL0: before.SP_EL0"],
    ["takes the program's stack always", "stacks[inUse(pstate)]",                                                   "stacks.SP_EL0"],
    ["looks at SP alone",                "(pstate & 0b1100) !== 0 && (pstate & 1) === 1 ? \"SP_EL1\" : \"SP_EL0\"", "(pstate & 0b1100) !== 0 ? \"SP_EL1\" : \"SP_EL0\""],
    ["turns the flags round",            "(before.SPSR_EL1 >> 28n) & 0xfn",                                         "(before.SPSR_EL1 >> 29n) & 0x7n"],
    ["clears what it came from",         "    ...before,\n    ...stacks,",                                          "    ...before,\n    ...stacks,\n    SPSR_EL1: 0n,"],
  ],
  right: {
    "by cases": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const eret: SystemQuestions["eret"] = (before) => {
        const { pstate: from, sp, SPSR_EL1, ELR_EL1 } = before;
        if (from % 16 < 4) return "undefined";
        const to = Number(BigInt.asUintN(24, SPSR_EL1));
        const handler = (pstate: number): boolean => pstate % 16 === 5;
        const SP_EL0 = handler(from) ? before.SP_EL0 : sp;
        const SP_EL1 = handler(from) ? sp : before.SP_EL1;
        return {
          pc: ELR_EL1, pstate: to, nzcv: Number(SPSR_EL1 / 0x1000_0000n), sp: handler(to) ? SP_EL1 : SP_EL0, SP_EL0, SP_EL1, SPSR_EL1, ELR_EL1,
        };
      };`,
  },
};
