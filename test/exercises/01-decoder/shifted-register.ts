import type { Gate } from "../gate";

const header = `import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                   replace
    ["shifts a W register by 32",                 "sf === 1 ? 64 : 32",                  "64"],
    ["shifts an X register by 64",                "imm6 >=",                             "imm6 >"],
    ["knows an x31",                              "Rm > 30",                             "Rm > 31"],
    ["knows the stack pointer",                   "text.toLowerCase()",                  `text.toLowerCase().replace(/\\bsp\\b/, "xzr")`],
    ["does not know the zero register",           "|zr)",                                ")"],
    ["does not know capitals",                    "text.toLowerCase()",                  "text"],
    ["cannot do without a shift",                 "[ \\t]*)?$/",                          "[ \\t]*)$/"],
    ["swaps asr and lsr",                         `["lsl", "lsr", "asr", "ror"]`,        `["lsl", "asr", "lsr", "ror"]`],
    ["does not know ror",                         "lsl|lsr|asr|ror",                     "lsl|lsr|asr"],
    ["insists on a #",                            "|[ \\t]+)(0x",                         ")(0x"],
    ["lets lsl3 pass",                            "|[ \\t]+)(0x",                         "|[ \\t]*)(0x"],
    ["reads no hexadecimal",                      "0x[0-9a-f]+|",                        ""],
    ["does not look at the end",                  "[ \\t]*)?$/",                          "[ \\t]*)?/"],
    ["swaps W and X",                             `letter === "x" ? 1 : 0`,              `letter === "x" ? 0 : 1`],
  ],
  wrongFiles: {
    "splits at blanks and hopes": `${header}
      export const parseShiftedRegister: DecoderQuestions["parseShiftedRegister"] = (text) => {
        const [register = "", shift, distance = "0"] = text.toLowerCase().split(/[ \\t,#]+/).filter((word) => word !== "");
        const Rm = register.endsWith("zr") ? 31 : Number(register.slice(1));
        return { sf: register.startsWith("x") ? 1 : 0, Rm, shift: Math.max(["lsl", "lsr", "asr", "ror"].indexOf(shift ?? "lsl"), 0), imm6: Number(distance) };
      };`,
  },
  right: {
    "from left to right": `${header}
      export const parseShiftedRegister: DecoderQuestions["parseShiftedRegister"] = (text) => {
        let rest = text.toLowerCase();
        const take = (what: RegExp): string | undefined => {
          const found = new RegExp("^(?:" + what.source + ")").exec(rest)?.[0];
          if (found !== undefined) rest = rest.slice(found.length);
          return found;
        };
        const blanks = () => take(/[ \\t]*/);
        blanks();
        const register = take(/[xw](?:zr|[0-9]+)/);
        if (register === undefined) return undefined;
        const sf = register[0] === "x" ? 1 : 0;
        const digits = register.slice(1);
        const Rm = digits === "zr" ? 31 : Number(digits);
        if (digits !== "zr" && (Rm > 30 || String(Rm) !== digits)) return undefined;
        blanks();
        if (rest === "") return { sf, Rm, shift: 0, imm6: 0 };
        if (take(/,/) === undefined) return undefined;
        blanks();
        const name = take(/lsl|lsr|asr|ror/);
        if (name === undefined) return undefined;
        const gap = blanks();
        const mark = take(/#[ \\t]*/);
        if (gap === "" && mark === undefined) return undefined;
        const distance = take(/0x[0-9a-f]+|[0-9]+/);
        blanks();
        if (distance === undefined || rest !== "") return undefined;
        const imm6 = Number(distance);
        return imm6 < (sf === 1 ? 64 : 32) ? { sf, Rm, shift: ["lsl", "lsr", "asr", "ror"].indexOf(name), imm6 } : undefined;
      };`,
  },
};
