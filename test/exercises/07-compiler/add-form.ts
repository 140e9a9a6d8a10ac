import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["looks for a constant to the right alone", "a.kind === \"constant\" ? a : b;",              "b;"],
    ["does not subtract",                    "if (subtracted !== undefined)",                    "if (subtracted !== undefined && subtracted.imm12 < 0)"],
    ["negates 32 bits",                      "BigInt.asUintN(64, -constant.value)",              "BigInt.asUintN(32, -constant.value)"],
    ["has thirteen bits",                    "value < 0x1000n",                                  "value < 0x2000n"],
    ["shifts what has low bits",             "value % 0x1000n === 0n && ",                       ""],
    ["has no end",                           " && value < 0x100_0000n",                          ""],
    ["does not shift",                       "const isShifted = value % 0x1000n === 0n",         "const isShifted = value < 0n"],
    ["takes a's first",                      "[[\"b\", b], [\"a\", a]] as const",                "[[\"a\", a], [\"b\", b]] as const"],
    ["takes in what others want",            " || operand.uses !== 1",                           ""],
    ["looks at b alone",                     "[[\"b\", b], [\"a\", a]] as const",                "[[\"b\", b]] as const"],
    ["extends the wrong way",                "? \"SXTW\" : \"UXTW\"",                            "? \"UXTW\" : \"SXTW\""],
    ["takes the other one's place",          "amount: operand.amount, inner }",                  "amount: operand.amount, inner: inner === \"a\" ? \"b\" : \"a\" }"],
  ],
  right: {
    "by trying forms": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const addForm: CompilerQuestions["addForm"] = (a, b) => {
        for (const each of [a, b]) {
          if (each.kind !== "constant") continue;
          for (const [form, value] of [["ADD immediate", each.value], ["SUB immediate", (2n ** 64n - each.value) % 2n ** 64n]] as const) {
            for (const sh of [0, 1] as const) {
              const imm12 = Number((value >> BigInt(12 * sh)) & 0xfffn);
              if (BigInt(imm12) << BigInt(12 * sh) === value) return { form, imm12, sh };
            }
          }
        }
        for (const inner of ["b", "a"] as const) {
          const it = inner === "a" ? a : b;
          switch (it.kind) {
            case "shl": if (it.uses === 1) return { form: "shifted", shift: "LSL", amount: it.amount, inner }; break;
            case "lshr": if (it.uses === 1) return { form: "shifted", shift: "LSR", amount: it.amount, inner }; break;
            case "ashr": if (it.uses === 1) return { form: "shifted", shift: "ASR", amount: it.amount, inner }; break;
            case "sext32": if (it.uses === 1) return { form: "extended", extend: "SXTW", inner }; break;
            case "zext32": if (it.uses === 1) return { form: "extended", extend: "UXTW", inner }; break;
            default:
          }
        }
        return { form: "registers" };
      };`,
  },
};
