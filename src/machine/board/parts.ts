// The parts of the board that can be replaced, beside its processors' and its devices': what this
// chapter's exercises on time and firmware implement. Plain data goes in and comes out.

import type { BoardTime } from "./clock";
import type { PsciAnswer, PsciArguments } from "./psci";
import type { CpuActivity, Turn } from "./turns";

export interface BoardRules {
  /** Virtual time, behind so many instructions of each CPU and so many cycles of sleep. */
  timeAt(executed: readonly number[], slept: bigint): BoardTime;
  /**
   * The count at which a timer will fire, given its CTL and CVAL; NEVER (2^64 - 1) if it has by
   * `count`, or is off or masked.
   */
  timerDue(control: bigint, value: bigint, count: bigint): bigint;
  /** Whose turn it is then, given what each CPU does; undefined: nobody runs. */
  nextTurn(turn: Turn, activities: readonly CpuActivity[]): Turn | undefined;
  /** What a call of the firmware does, where `isOn` has each CPU's state. */
  psci(call: PsciArguments, isOn: readonly boolean[]): PsciAnswer;
}
