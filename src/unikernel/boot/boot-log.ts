// What the boot did, and when: a row for each step, written when it is done. Monitor and the boot
// timeline read them afterwards. With `bootlog=verbose` in the bootargs each step is printed too,
// with the ticks of the counter that it took.
//
//   boot: __init_sanity_checks                             1911 ticks
//
// 1. The rows are objects, so that they are in .data: the first steps come before .bss is cleared.

import { readSystemRegister } from "../metal/system-register";
import { minus } from "../metal/word";
import { log, print, printNumber, put } from "../runtime/console";

const MOST_ROWS = 20;
const SPACE = 32;
const NAME_COLUMNS = 40;
const TICK_COLUMNS = 10;

class BootLog {
  isVerbose = false;
  count = 0;
  /** What the counter said at the first instruction. */
  startedAt = 0n;
  readonly names: string[] = new Array<string>(MOST_ROWS).fill("");
  /** What it said when the step was done. */
  readonly doneAt = new BigUint64Array(MOST_ROWS);
}

const bootLog = new BootLog();

/** Nothing has been done yet. `startedAt` is what the counter said. @noalloc */
export function beginBootLog(startedAt: bigint): void {
  bootLog.startedAt = startedAt;
}

/** From now on steps are printed; first those that are done. @noalloc */
export function beVerbose(): void {
  bootLog.isVerbose = true;
  for (let index = 0; index < bootLog.count; index++) printStep(index);
}

/** The step is done. @noalloc */
export function step(name: string): void {
  stepAt(name, readSystemRegister("CNTVCT_EL0"));
}

/** It was done when the counter said this. @noalloc */
export function stepAt(name: string, counter: bigint): void {
  const index = bootLog.count;
  if (index >= MOST_ROWS) return;
  bootLog.names[index] = name;
  bootLog.doneAt[index] = counter;
  bootLog.count++;
  if (bootLog.isVerbose) printStep(index);
}

/** @noalloc */
export function stepCount(): number {
  return bootLog.count;
}

/** @noalloc */
export function stepName(index: number): string {
  return bootLog.names[index]!;
}

/** How long the step took, in ticks of the counter. @noalloc */
export function stepTicks(index: number): bigint {
  const before = index === 0 ? bootLog.startedAt : bootLog.doneAt[index - 1]!;
  return minus(bootLog.doneAt[index]!, before);
}

function printStep(index: number): void {
  const name = stepName(index);
  const ticks = Number(stepTicks(index));
  print("boot: ");
  print(name);
  let spaces = NAME_COLUMNS + TICK_COLUMNS - name.length;
  for (let rest = ticks; rest >= 10; rest = Math.trunc(rest / 10)) spaces--;
  for (; spaces > 0; spaces--) put(SPACE);
  printNumber(ticks);
  log(" ticks");
}
