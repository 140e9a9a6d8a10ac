import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                replace
    ["knows an x31",                              "number > 30",                      "number > 31"],
    ["lets x7 begin with zeros",                  "(0|[1-9][0-9]?)",                  "([0-9]+)"],
    ["does not know capitals",                    "name.toLowerCase()",               "name"],
    ["does not look behind the number",           "(0|[1-9][0-9]?)$/",                "(0|[1-9][0-9]?)/"],
    ["does not look in front of the letter",      "/^([xw])",                         "/([xw])"],
    ["gives every register 64 bits",              `letter === "x" ? 64 : 32`,         "64"],
    ["takes the zero register for the stack pointer", `["xzr", { number: 31, width: 64, sp: false }]`, `["xzr", { number: 31, width: 64, sp: true }]`],
    ["takes the stack pointer for the zero register", `["wsp", { number: 31, width: 32, sp: true }]`, `["wsp", { number: 31, width: 32, sp: false }]`],
    ["takes fp for x30",                          "number: 29",                       "number: 30"],
    ["takes x10 to x30 for nothing",              "[1-9][0-9]?",                      "[1-9]"],
    ["lets blanks stand around it",               "name.toLowerCase()",               "name.toLowerCase().trim()"],
  ],
  wrongFiles: {
    "finds registers in every object's prototype": `${header}
      const SPECIAL: Record<string, ReturnType<DecoderParts["parseRegister"]>> = {
        xzr: { number: 31, width: 64, sp: false }, wzr: { number: 31, width: 32, sp: false },
        sp: { number: 31, width: 64, sp: true }, wsp: { number: 31, width: 32, sp: true },
        fp: { number: 29, width: 64, sp: false }, lr: { number: 30, width: 64, sp: false },
      };
      export const parseRegister: DecoderParts["parseRegister"] = (name) => {
        const lower = name.toLowerCase();
        if (lower in SPECIAL) return SPECIAL[lower];
        const [, letter, digits] = /^([xw])(0|[1-9][0-9]?)$/.exec(lower) ?? [];
        if (digits === undefined || Number(digits) > 30) return undefined;
        return { number: Number(digits), width: letter === "x" ? 64 : 32, sp: false };
      };`,
    "leaves the number to Number()": `${header}
      export const parseRegister: DecoderParts["parseRegister"] = (name) => {
        const lower = name.toLowerCase();
        const width = lower.startsWith("w") ? 32 : 64;
        if (lower === "sp" || lower === "wsp") return { number: 31, width, sp: true };
        if (lower === "xzr" || lower === "wzr") return { number: 31, width, sp: false };
        if (lower === "fp") return { number: 29, width: 64, sp: false };
        if (lower === "lr") return { number: 30, width: 64, sp: false };
        const number = Number(lower.slice(1));
        if (!/^[xw]/.test(lower) || !(number >= 0 && number <= 30)) return undefined;
        return { number, width, sp: false };
      };`,
  },
  right: {
    "by listing them all": `${header}
      const NAMES = new Map<string, ReturnType<DecoderParts["parseRegister"]>>();
      for (let number = 0; number < 31; number++) {
        NAMES.set("x" + number, { number, width: 64, sp: false });
        NAMES.set("w" + number, { number, width: 32, sp: false });
      }
      for (const width of [32, 64] as const) {
        NAMES.set(width === 64 ? "xzr" : "wzr", { number: 31, width, sp: false });
        NAMES.set(width === 64 ? "sp" : "wsp", { number: 31, width, sp: true });
      }
      NAMES.set("fp", NAMES.get("x29"));
      NAMES.set("lr", NAMES.get("x30"));
      export const parseRegister: DecoderParts["parseRegister"] = (name) => NAMES.get(name.toLowerCase());`,
  },
};
