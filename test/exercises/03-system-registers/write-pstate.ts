import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                    find                                                replace
    ["lets EL0 mask interrupts",        "if (isEl0 && uma === 0) return \"trapped\";",      ""],
    ["always traps EL0",                "isEl0 && uma === 0",                               "isEl0"],
    ["traps EL1 too",                   "isEl0 && uma === 0",                               "uma === 0"],
    ["calls a trap undefined",          "return \"trapped\"",                               "return \"undefined\""],
    ["lets EL0 choose its stack",       "bit === undefined || isEl0",                       "bit === undefined"],
    ["traps EL0 where it is undefined", "bit === undefined || isEl0) return \"undefined\"", "bit === undefined) return \"undefined\";\n  if (isEl0) return uma === 0 ? \"trapped\" : \"undefined\""],
    ["swaps set and clear",             "op2 === 6 ? pstate",                               "op2 === 7 ? pstate"],
    ["writes DAIF as a whole",          "pstate | (imm << 6)",                              "(pstate & ~0x3c0) | (imm << 6)"],
    ["has F in bit 5",                  "pstate | (imm << 6)",                              "pstate | (imm << 5)"],
    ["takes 2 for true",                "((imm & 1) << bit)",                               "((imm === 0 ? 0 : 1) << bit)"],
    ["never clears a bit",              "(pstate & ~(1 << bit))",                           "pstate"],
    ["swaps UAO and PAN",               "3: 23, 4: 22",                                     "3: 22, 4: 23"],
    ["looks at op2 alone",              "op1 === 0 ? { 3",                                  "op1 < 8 ? { 3"],
    ["takes DAIF at any op1",           "op1 === 3 && (op2",                                "(op2"],
  ],
  right: {
    "as a switch": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const writePstate: SystemParts["writePstate"] = (pstate, { op1, op2 }, imm, uma) => {
        const level = (pstate >> 2) & 3;
        const put = (mask: number): number => (imm % 2 === 1 ? pstate | mask : pstate & ~mask);
        switch (8 * op1 + op2) {
          case 0o36: return level === 0 && !uma ? "trapped" : pstate | (imm * 64);
          case 0o37: return level === 0 && !uma ? "trapped" : pstate - (pstate & (imm * 64));
          case 3: return level === 0 ? "undefined" : put(0x80_0000);
          case 4: return level === 0 ? "undefined" : put(0x40_0000);
          case 5: return level === 0 ? "undefined" : put(1);
        }
        return "undefined";
      };`,
    "from a table": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      const ROWS = [
        { op1: 0, op2: 3, shift: 23, mask: 1, el0: false },
        { op1: 0, op2: 4, shift: 22, mask: 1, el0: false },
        { op1: 0, op2: 5, shift: 0, mask: 1, el0: false },
        { op1: 3, op2: 6, shift: 6, mask: 15, el0: true },
        { op1: 3, op2: 7, shift: 6, mask: 15, el0: true },
      ];
      export const writePstate: SystemParts["writePstate"] = (pstate, field, imm, uma) => {
        const row = ROWS.find(({ op1, op2 }) => op1 === field.op1 && op2 === field.op2);
        if (row === undefined) return "undefined";
        if ((pstate & 12) === 0 && !(row.el0 && uma === 1)) return row.el0 ? "trapped" : "undefined";
        const old = (pstate >> row.shift) & row.mask;
        const now = !row.el0 ? imm & 1 : row.op2 === 6 ? old | imm : old & ~imm;
        return pstate ^ ((old ^ now) << row.shift);
      };`,
  },
};
