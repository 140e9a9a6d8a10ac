import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                           find                                                                   replace
    ["moves the base the other way",            "m.add(64, base, m.constant(imm * 4))",                                "m.sub(64, base, m.constant(imm * 4))"],
    ["moves it by another step",                "imm * 4",                                                             "imm * 8"],
    ["loads where the base was",                "m.load(32, next, \"normal\")",                                        "m.load(32, base, \"normal\")"],
    ["loads a doubleword",                      "m.load(32, next, \"normal\")",                                        "m.load(64, next, \"normal\")"],
    ["shifts instead of turning",               "m.shift(\"ROR\", 32, m.readX",                                        "m.shift(\"LSR\", 32, m.readX"],
    ["looks at the wrong bit",                  "m.bits(operand, 6, 6)",                                               "m.bits(operand, 5, 5)"],
    ["chooses the other way round",             "m.select(holds, whenTrue, whenFalse)",                                "m.select(holds, whenFalse, whenTrue)"],
    ["subtracts the other way round",           "m.sub(32, operand, old)",                                             "m.sub(32, old, operand)"],
    ["compares the other way round",            "m.compare(\"LT\", 32, result, old)",                                  "m.compare(\"LT\", 32, old, result)"],
    ["compares with signs",                     "m.compare(\"LT\", 32, result, old)",                                  "m.compare(\"SLT\", 32, result, old)"],
    ["forgets an inversion",                    "m.xor(holds, m.constant(1))",                                         "holds"],
    ["puts the flags together wrongly",         "m.join(nz, cv, 2)",                                                   "m.join(cv, nz, 2)"],
    ["writes the registers in the other order", "  m.writeXOrSp(Rn, 64, next);\n  m.writeX(Rd, 32, old);",             "  m.writeX(Rd, 32, old);\n  m.writeXOrSp(Rn, 64, next);"],
    ["takes the stack pointer for zero",        "m.writeXOrSp(Rn, 64, next)",                                          "m.writeX(Rn, 64, next)"],
    ["does not name what it loads",             "m.let(\"old\", m.load(32, next, \"normal\"))",                        "m.load(32, next, \"normal\")"],
    ["does not name the operand",               "m.let(\"operand\", m.shift(\"ROR\", 32, m.readX(Rm, 32), m.constant(14)))", "m.shift(\"ROR\", 32, m.readX(Rm, 32), m.constant(14))"],
    ["does not name where it goes",             "m.let(\"next\", m.add(64, base, m.constant(imm * 4)))",               "m.add(64, base, m.constant(imm * 4))"],
    ["leaves it to JavaScript to choose",       "m.select(holds, whenTrue, whenFalse)",                                "holds ? whenTrue : whenFalse"],
  ],
  wrongFiles: {
    "writes the base before it loads": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const foreignMeaning: CpuQuestions["foreignMeaning"] = (m, { Rd, Rn, Rm, imm }) => {
        const operand = m.let("operand", m.shift("ROR", 32, m.readX(Rm, 32), m.constant(14)));
        const next = m.let("next", m.add(64, m.readBase(Rn), m.constant(imm * 4)));
        m.writeXOrSp(Rn, 64, next);
        const old = m.let("old", m.load(32, next, "normal"));
        const holds = m.let("holds", m.bits(operand, 6, 6));
        const result = m.let("result", m.select(holds, m.sub(32, operand, old), m.shift("ROR", 32, old, m.constant(8))));
        m.store(32, next, result, "normal");
        const nz = m.join(m.compare("LT", 32, result, old), m.xor(holds, m.constant(1)), 1);
        const cv = m.join(m.xor(m.bits(operand, 31, 31), m.constant(1)), m.bits(result, 31, 31), 1);
        m.writeNzcv(m.join(nz, cv, 2));
        m.writeX(Rd, 32, old);
      };`,
  },
  right: {
    "in another order": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const foreignMeaning: CpuQuestions["foreignMeaning"] = (m, { Rd, Rn, Rm, imm }) => {
        const operand = m.let("operand", m.shift("ROR", 32, m.readX(Rm, 32), m.constant(14)));
        const address = m.let("address", m.add(64, m.readXOrSp(Rn, 64), m.constant(4 * imm)));
        const old = m.let("old", m.load(32, address, "normal"));
        const bit = m.let("bit", m.and(m.shift("LSR", 32, operand, m.constant(6)), m.constant(1)));
        const isClear = m.let("isClear", m.compare("EQ", 32, bit, m.constant(0)));
        const result = m.let("result", m.select(isClear,
          m.or(m.shift("LSR", 32, old, m.constant(8)), m.shift("LSL", 32, old, m.constant(24))),
          m.sub(32, operand, old)));
        const n = m.shift("LSL", 32, m.compare("LT", 32, result, old), m.constant(3));
        const z = m.shift("LSL", 32, isClear, m.constant(2));
        const c = m.shift("LSL", 32, m.sub(32, m.constant(1), m.bits(operand, 31, 31)), m.constant(1));
        const v = m.bits(result, 31, 31);
        m.store(32, address, result, "normal");
        m.writeNzcv(m.or(m.or(n, z), m.or(c, v)));
        m.writeXOrSp(Rn, 64, address);
        m.writeX(Rd, 32, old);
      };`,
  },
};
