import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not look where it comes from",   " + groupOf(pstate)",                        ""],
    ["swaps the groups of EL1",             "? 0x000n : 0x200n",                         "? 0x200n : 0x000n"],
    ["looks at the stack pointer alone",    "  if (level === 0) return 0x400n;\n",       ""],
    ["looks at the level alone",            "return (pstate & 1) === 0 ? 0x000n : 0x200n;", "return 0x200n;"],
    ["has EL0 in the fourth group",         "return 0x400n",                             "return 0x600n"],
    ["keeps all bits of VBAR_EL1",          "(vbar & ~0x7ffn)",                          "vbar"],
    ["keeps bit 10 of VBAR_EL1",            "~0x7ffn",                                   "~0x3ffn"],
    ["aligns the table to 4 KiB",           "~0x7ffn",                                   "~0xfffn"],
    ["swaps IRQ and FIQ",                   "IRQ: 0x080n, FIQ: 0x100n",                  "IRQ: 0x100n, FIQ: 0x080n"],
    ["has room for 16 instructions",        "IRQ: 0x080n, FIQ: 0x100n, SError: 0x180n",  "IRQ: 0x040n, FIQ: 0x080n, SError: 0x0c0n"],
    ["sends an SError to the first place",  "SError: 0x180n",                            "SError: 0x000n"],
    ["takes a masked PSTATE for another",   "(pstate >> 2) & 3",                         "pstate >> 2"],
    ["has lost the upper half",             "=> (vbar & ~0x7ffn)",                       "=> (vbar & 0xffff_ffff_f800n)"],
  ],
  right: {
    "as arithmetic": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      import { levelOf, stackPointerOf } from "../../src/machine/sysregs/pstate";
      export const vectorOf: ExceptionParts["vectorOf"] = (vbar, pstate, kind) => {
        const group = levelOf(pstate) === 0 ? 2 : stackPointerOf(pstate);
        const place = ["synchronous", "IRQ", "FIQ", "SError"].indexOf(kind);
        return vbar - (vbar % 2048n) + BigInt(group * 4 + place) * 128n;
      };`,
  },
};
