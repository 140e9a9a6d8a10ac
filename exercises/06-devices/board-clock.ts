import type { BoardRules } from "../../src/machine/board/parts";

/**
 * What time it is on a machine with several CPUs, as { cycles, count }, two bigints. `executed` says how many instructions each
 * of them has completed since the machine was switched on, CPU 0 first; `slept` is for how many cycles none of them had
 * anything to do, and the board turned the clock on.
 *
 *   cycles   one for each instruction, whoever executes it, and those of the sleep
 *   count    what every CPU reads in CNTVCT_EL0: it has gone on by 1 whenever 16 cycles have passed
 *
 * Neither ever goes backwards, whoever executes, and whoever reads.
 */
export const timeAt: BoardRules["timeAt"] = (executed, slept) => {
  throw new Error(`Return { cycles, count }: the CPUs have completed ${executed.join(", ")} instructions, and slept for ${slept} cycles.`);
};
