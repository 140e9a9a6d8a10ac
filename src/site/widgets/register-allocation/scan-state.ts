/** Where every interval is behind so many steps of a scan, and what the last of them did, in a sentence. */
import type { AllocationData, AliveInterval, ScanRun, Where } from "./allocation-data";

export interface ScanState {
  /** By interval; undefined: the scan has not come to it. */
  readonly where: readonly (Where | undefined)[];
  /** The interval that the last step came to. */
  readonly current: number | undefined;
  /** Who had to make room for it. */
  readonly evicted: readonly number[];
}

export function stateBehind({ intervals }: AllocationData, { steps }: ScanRun, count: number): ScanState {
  const where: (Where | undefined)[] = intervals.map(() => undefined);
  let evicted: number[] = [];
  for (const [i, step] of steps.slice(0, count).entries()) {
    evicted = step.flatMap(([interval]) => (interval === i ? [] : [interval]));
    for (const [interval, to] of step) where[interval] = to;
  }
  return { where, current: count === 0 ? undefined : count - 1, evicted };
}

export const whereText = (where: Where): string => (where === "frame" ? "the frame" : `X${where}`);

/** Instruction i reads at 2i and writes at 2i + 1. */
export const instructionOf = (at: number): number => Math.floor(at / 2);

export function aliveText({ ranges }: AliveInterval): string {
  return ranges.map(({ from, to }) => `${instructionOf(from)} to ${instructionOf(to - 1)}`).join(", ");
}

export function scanText({ intervals }: AllocationData, { where, current, evicted }: ScanState): string {
  if (current === undefined) return "The intervals are gone through in the order in which they begin. None has a place yet.";
  const interval = intervals[current]!;
  const place = where[current]!;
  const begins = `${interval.name} begins at instruction ${instructionOf(interval.ranges[0]!.from)}`;
  if (place === "frame") return `${begins}. No register is free while it is alive, and nobody in one is worth less for its length: ${interval.name} goes to the frame.`;
  if (evicted.length === 0) return `${begins}. ${whereText(place)} is free whenever it is alive.`;
  const out = evicted.map((each) => intervals[each]!.name).join(" and ");
  return `${begins}. No register is free. ${out}, in ${whereText(place)}, ${evicted.length === 1 ? "is" : "are"} worth less for ${evicted.length === 1 ? "its" : "their"} length, and ${
    evicted.length === 1 ? "goes" : "go"} to the frame; ${interval.name} has ${whereText(place)}.`;
}

export function sumText({ where }: ScanState): string {
  const spilled = where.filter((each) => each === "frame").length;
  const used = new Set(where.filter((each) => each !== undefined && each !== "frame")).size;
  if (spilled === 0) return `${used} registers do, and nothing is in the frame.`;
  return `${spilled} of ${where.length} ${spilled === 1 ? "is" : "are"} in the frame: who reads it loads it first, for a moment, and the scan runs once more over what is left.`;
}
