// CPACR_EL1.FPEN: whether floating-point and vector instructions are trapped to EL1.

import type { Level } from "./pstate";

/** 01 traps EL0's; 11 traps nobody's; 00 and 10 trap everybody's. */
export const trapsFp = (fpen: number, level: Level): boolean =>
  fpen === 0b01 ? level === 0 : fpen !== 0b11;
