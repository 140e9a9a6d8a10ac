import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                  find                               replace
    ["puts L the other way round",    "instruction === \"MRS\" ? 1 : 0", "instruction === \"MRS\" ? 0 : 1"],
    ["gives a negative number",       "| Rt) >>> 0",                     "| Rt)"],
    ["swaps CRn and CRm",             "(CRn << 12) | (CRm << 8)",        "(CRm << 12) | (CRn << 8)"],
    ["swaps op1 and op2",             "(op1 << 16)",                     "(op2 << 16)"],
    ["takes op0 for one bit",         "(op0 << 19)",                     "((op0 & 1) << 19)"],
    ["takes any op0",                 "^S([23])",                        "^S([0-3])"],
    ["takes any digit for op1",       "_([0-7])_C",                      "_(\\d)_C"],
    ["knows no C10 to C15",           "_C(\\d|1[0-5])_C(\\d|1[0-5])",    "_C(\\d)_C(\\d)"],
    ["takes C16",                     "_C(\\d|1[0-5])_C(\\d|1[0-5])",    "_C(\\d|1[0-9])_C(\\d|1[0-9])"],
    ["takes what ends in a name",     "/^S",                             "/S"],
    ["takes what begins with a name", "$/.exec",                         "/.exec"],
    ["forgets Rt",                    " | Rt)",                          ")"],
  ],
  right: {
    "by splitting": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      export const systemWord: SystemQuestions["systemWord"] = (instruction, register, Rt) => {
        const parts = register.split("_");
        const LETTERS = ["S", "", "C", "C", ""];
        const WIDTHS = [2, 3, 4, 4, 3];
        if (parts.length !== 5) return undefined;
        let word = 0b1101010100 * 2 + (instruction === "MRS" ? 1 : 0);
        for (const [i, part] of parts.entries()) {
          const letter = LETTERS[i]!;
          const value = Number(part.slice(letter.length));
          if (part !== letter + String(value) || value >= 2 ** WIDTHS[i]!) return undefined;
          if (i === 0 && value < 2) return undefined;
          word = word * 2 ** WIDTHS[i]! + value;
        }
        return word * 32 + Rt;
      };`,
    "with chapter 1's assembler": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

      import { Assembler } from "../../src/machine/decoder/assembler";
      import { standardDecoder } from "../../src/machine/decoder/decoder";
      const assembler = new Assembler(standardDecoder());
      export const systemWord: SystemQuestions["systemWord"] = (instruction, register, Rt) => {
        const [op0, op1, CRn, CRm, op2] = (register.match(/\\d+/g) ?? []).map(Number);
        if (register !== \`S\${op0}_\${op1}_C\${CRn}_C\${CRm}_\${op2}\`) return undefined;
        if (op0! < 2 || op0! > 3 || op1! > 7 || CRn! > 15 || CRm! > 15 || op2! > 7) return undefined;
        const t = Rt === 31 ? "xzr" : \`x\${Rt}\`;
        const text = instruction === "MRS" ? \`mrs \${t}, \${register}\` : \`msr \${register}, \${t}\`;
        const bytes = assembler.assemble(text, 0n).bytes;
        return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      };`,
  },
};
