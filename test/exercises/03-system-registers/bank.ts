import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                                   replace
    ["forgets to save",                      "  all[inUse(from)] = sp;\n",                                          ""],
    ["takes the new one from the old place", "sp: all[inUse(to)]",                                                  "sp: all[inUse(from)]"],
    ["saves it in the new place",            "all[inUse(from)] = sp",                                               "all[inUse(to)] = sp"],
    ["loads before it saves",                "all[inUse(from)] = sp;\n  return { sp: all[inUse(to)], bank: all };", "const next = all[inUse(to)];\n  all[inUse(from)] = sp;\n  return { sp: next, bank: all };"],
    ["gives the old bank",                   "bank: all }",                                                         "bank }"],
    ["switches with the level alone",        "((pstate >> 2) & pstate & 1) === 1",                                  "((pstate >> 2) & 1) === 1"],
    ["looks for the level elsewhere",        "((pstate >> 2) & pstate & 1) === 1",  "((pstate >> 3) & pstate & 1) === 1"],
    ["never switches",                       "sp: all[inUse(to)]",                                                  "sp"],
  ],
  right: {
    "with SP alone, which is 0 at EL0": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const switchStacks: SystemQuestions["switchStacks"] = ({ sp, bank }, from, to) => {
        if ((from & 1) === (to & 1)) return { sp, bank };
        return (to & 1) === 1 ? { sp: bank[1], bank: [sp, bank[1]] } : { sp: bank[0], bank: [bank[0], sp] };
      };`,
    "by cases": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const switchStacks: SystemQuestions["switchStacks"] = ({ sp, bank: [SP_EL0, SP_EL1] }, from, to) => {
        const [was, is] = [from, to].map((pstate) => (pstate & 0b1101) === 0b0101);
        if (was === is) return { sp, bank: [SP_EL0, SP_EL1] };
        return is ? { sp: SP_EL1, bank: [sp, 0n] } : { sp: SP_EL0, bank: [0n, sp] };
      };`,
  },
};
