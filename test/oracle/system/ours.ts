// Our machine in QEMU's place: the same image, the same cases, the same reports.

import type { MachineEngine } from "../../../src/machine/cpu/engine";
import type { ProcessorParts } from "../../../src/machine/exceptions/processor";
import { OurBoard } from "./board";
import { type Case, casesFile } from "./case";
import { harnessImage } from "./harness";
import { CASES, IMAGE } from "./place";
import { readReports, type Report } from "./report";

const BATCH = 2000;
/** Instructions after which a case is taken to be endless: a sweep has the most, 2048 encodings of a few dozen. */
const PATIENCE = 500_000;

/** Undefined: the case did not end, or took the harness with it. `engine`: one for each board. */
export function ourReports(cases: readonly Case[], parts?: ProcessorParts, engine?: () => MachineEngine): (Report | undefined)[] {
  const all: (Report | undefined)[] = [];
  while (all.length < cases.length) {
    const batch = cases.slice(all.length, all.length + BATCH);
    const board = new OurBoard(parts, engine?.());
    board.load(IMAGE, harnessImage());
    board.load(CASES, casesFile(batch));
    const reports = readReports(board.run(PATIENCE));
    const done = batch.findIndex((_, i) => !reports.has(i));
    const ended = batch.slice(0, done === -1 ? batch.length : done + 1);
    all.push(...ended.map((_, i) => reports.get(i)));
  }
  return all;
}
