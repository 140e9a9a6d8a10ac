import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                      find                                                                   replace
    ["names nothing",                      "m.let(\"data\", m.load(128, address, \"atomic\"))",                   "m.load(128, address, \"atomic\")"],
    ["has the pair the wrong way round",   "m.join(m.readX(Rt2, 64), m.readX(Rt, 64), 64)",                       "m.join(m.readX(Rt, 64), m.readX(Rt2, 64), 64)"],
    ["sets what it should clear",          "m.and(data, m.not(128, cleared))",                                    "m.or(data, cleared)"],
    ["keeps what it should clear",         "m.not(128, cleared)",                                                 "cleared"],
    ["gives the pair the wrong way round", "m.writeX(Rt, 64, m.bits(data, 63, 0))",                               "m.writeX(Rt, 64, m.bits(data, 127, 64))"],
    ["does not store",                     "  m.store(128, address, m.and(data, m.not(128, cleared)), \"atomic\");\n", ""],
    ["takes the stack pointer for zero",   "m.readBase(Rn)",                                                      "m.readX(Rn, 64)"],
    ["does not mind the alignment",        "m.load(128, address, \"atomic\")",                                    "m.load(128, address, \"normal\")"],
    ["shifts the halves together by 32",   "m.readX(Rt, 64), 64)",                                                "m.readX(Rt, 64), 32)"],
  ],
  wrongFiles: {
    "writes a register before it stores": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
        const address = m.readBase(Rn);
        const data = m.let("data", m.load(128, address, "atomic"));
        const cleared = m.join(m.readX(Rt2, 64), m.readX(Rt, 64), 64);
        m.writeX(Rt, 64, m.bits(data, 63, 0));
        m.store(128, address, m.and(data, m.not(128, cleared)), "atomic");
        m.writeX(Rt2, 64, m.bits(data, 127, 64));
      };`,
    "loads and stores in halves": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
        const address = m.let("address", m.readBase(Rn));
        const above = m.let("above", m.add(64, address, m.constant(8)));
        const low = m.let("low", m.load(64, address, "atomic"));
        const high = m.let("high", m.load(64, above, "atomic"));
        m.store(64, address, m.and(low, m.not(64, m.readX(Rt, 64))), "atomic");
        m.store(64, above, m.and(high, m.not(64, m.readX(Rt2, 64))), "atomic");
        m.writeX(Rt, 64, low);
        m.writeX(Rt2, 64, high);
      };`,
    "asks JavaScript what a value is": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
        const address = m.readBase(Rn);
        if (Number(address) === 0) return;
        const cleared = m.join(m.readX(Rt2, 64), m.readX(Rt, 64), 64);
        const data = m.let("data", m.load(128, address, "atomic"));
        m.store(128, address, m.and(data, m.not(128, cleared)), "atomic");
        m.writeX(Rt, 64, m.bits(data, 63, 0));
        m.writeX(Rt2, 64, m.bits(data, 127, 64));
      };`,
  },
  right: {
    "in other words": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
        const high = m.shift("LSL", 128, m.readX(Rt2, 64), m.constant(64));
        const mask = m.xor(m.or(high, m.readX(Rt, 64)), m.constant((1n << 128n) - 1n));
        const at = m.let("at", m.readXOrSp(Rn, 64));
        const old = m.let("old", m.load(128, at, "atomic"));
        m.store(128, at, m.and(mask, old), "atomic");
        m.writeX(Rt2, 64, m.shift("LSR", 128, old, m.constant(64)));
        m.writeX(Rt, 64, m.extend(false, 64, 128, old));
      };`,
    "with everything named": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
        const address = m.let("address", m.readBase(Rn));
        const low = m.let("low", m.not(64, m.readX(Rt, 64)));
        const high = m.let("high", m.not(64, m.readX(Rt2, 64)));
        const data = m.let("data", m.load(128, address, "atomic"));
        const cleared = m.let("cleared", m.and(data, m.join(high, low, 64)));
        m.store(128, address, cleared, "atomic");
        const [first, second] = [m.let("first", m.bits(data, 63, 0)), m.let("second", m.bits(data, 127, 64))];
        m.writeX(Rt, 64, first);
        m.writeX(Rt2, 64, second);
      };`,
  },
};
