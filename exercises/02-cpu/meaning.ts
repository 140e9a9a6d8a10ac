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
  throw new Error(`Ask m for what LDCLRP X${Rt}, X${Rt2}, [X${Rn}] does.`);
};
