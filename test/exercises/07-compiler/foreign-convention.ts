import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    ["aligns pairs",                    "const from = words;",                   "const from = count === 2 ? words + words % 2 : words;"],
    ["splits a pair",                   "if (from + count > WORDS.length)",      "if (from >= WORDS.length)"],
    ["closes the registers",            "return onStack(size);\n    }",          "words = WORDS.length;\n      return onStack(size);\n    }"],
    ["has one register less",           "if (from + count > WORDS.length)",      "if (from + count >= WORDS.length)"],
    ["passes floats like words",        "return FLOATS[floats++] ?? onStack(8);", "return inWords(1, 8);"],
    ["passes floats in the first",      "FLOATS[floats++] ?? onStack(8)",        "FLOATS[0] ?? onStack(8)"],
    ["passes a record's address",       "return onStack(32);",                   "return inWords(1, 8);"],
    ["has a stack that begins at 0",    "let bytes = 32;",                       "let bytes = 0;"],
    ["gives a byte a word",             "return inWords(1, 1);",                 "return inWords(1, 8);"],
    ["aligns no word behind bytes",     "if (size !== 1) bytes = Math.ceil(bytes / 8) * 8;", ""],
    ["aligns bytes too",                "if (size !== 1) bytes",                 "bytes"],
    ["aligns pairs on the stack to 16", "Math.ceil(bytes / 8) * 8",              "(size === 16 ? Math.ceil(bytes / 16) * 16 : Math.ceil(bytes / 8) * 8)"],
    ["names one register of a pair",    ".join(\":\")",                          "[0]!"],
  ],
  right: {
    "with lists that are used up": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      const SIZES = { byte: 1, word: 8, pair: 16, float: 8, record: 32 } as const;
      export const passed: CompilerQuestions["passed"] = (parameters) => {
        const free = ["i1", "i2", "i3", "i4", "i5"];
        const floats = ["u1", "u0"];
        let end = 32;
        const places: string[] = [];
        for (const type of parameters) {
          const list = type === "float" ? floats : type === "record" ? [] : free;
          const wanted = type === "pair" ? 2 : 1;
          if (list.length >= wanted) {
            places.push(list.splice(0, wanted).join(":"));
            continue;
          }
          while (type !== "byte" && end % 8 > 0) end++;
          places.push("[sp+" + String(end) + "]");
          end += SIZES[type];
        }
        return places;
      };`,
  },
};
