// PSTATEs that a processor can have, drawn.

import type { Pstate } from "../../../machine/sysregs/pstate";
import type { Draw } from "../draw";

export const EL0T = 0b0000;
export const EL1T = 0b0100;
export const EL1H = 0b0101;

/** Any level and stack pointer, anything masked; UAO and PAN too, as EL1 may leave them for EL0. */
export const drawPstate = (draw: Draw, level = draw.pick([EL0T, EL1T, EL1H])): Pstate =>
  (draw.bits(2) << 22) | (draw.bits(4) << 6) | level;
