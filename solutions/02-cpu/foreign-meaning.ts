import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/** What hur does on a Mizzen. All is read, and named, before the first register is written. */
export const foreignMeaning: CpuQuestions["foreignMeaning"] = (m, { Rd, Rn, Rm, imm }) => {
  const base = m.let("base", m.readBase(Rn));
  const next = m.let("next", m.add(64, base, m.constant(imm * 4)));
  const old = m.let("old", m.load(32, next, "normal"));
  const operand = m.let("operand", m.shift("ROR", 32, m.readX(Rm, 32), m.constant(14)));
  const holds = m.let("holds", m.bits(operand, 6, 6));
  const whenTrue = m.sub(32, operand, old);
  const whenFalse = m.shift("ROR", 32, old, m.constant(8));
  const result = m.let("result", m.select(holds, whenTrue, whenFalse));

  m.store(32, next, result, "normal");
  const nz = m.join(m.compare("LT", 32, result, old), m.xor(holds, m.constant(1)), 1);
  const cv = m.join(m.xor(m.bits(operand, 31, 31), m.constant(1)), m.bits(result, 31, 31), 1);
  m.writeNzcv(m.join(nz, cv, 2));
  m.writeXOrSp(Rn, 64, next);
  m.writeX(Rd, 32, old);
};
