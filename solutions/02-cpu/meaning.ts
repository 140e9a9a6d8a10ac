import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * LDCLRP Xt, Xt2, [Xn|SP]: atomic bit clear on a quadword in memory (FEAT_LSE128, which our machine does not have). From the
 * manual, for a little-endian machine:
 *
 *     address = if n == 31 then SP[] else X[n];
 *     data = Mem[address, 16], atomically replaced by data AND NOT(X[t2]:X[t]);
 *     X[t] = data<63:0>;
 *     X[t2] = data<127:64>;
 *
 * Rt and Rt2 are never 31. The address must be aligned to 16 bytes; m sees to that if the access is "atomic".
 */
export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => {
  const address = m.readBase(Rn);
  const cleared = m.join(m.readX(Rt2, 64), m.readX(Rt, 64), 64);
  const data = m.let("data", m.load(128, address, "atomic"));
  m.store(128, address, m.and(data, m.not(128, cleared)), "atomic");
  m.writeX(Rt, 64, m.bits(data, 63, 0));
  m.writeX(Rt2, 64, m.bits(data, 127, 64));
};
