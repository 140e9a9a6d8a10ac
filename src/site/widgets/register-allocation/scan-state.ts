/** Where every interval is behind so many steps of a scan, and what the last of them did, in a sentence. */
import { counted } from "../machine/numbers";
import type { AliveInterval, ScanRound, ScanRun, Where } from "./allocation-data";

export interface ScanState {
  /** By interval; undefined: the scan has not come to it. */
  readonly where: readonly (Where | undefined)[];
  /** The interval that the last step came to. */
  readonly current: number | undefined;
  /** Who had to make room for it. */
  readonly evicted: readonly number[];
}

export function stateBehind({ intervals, steps }: ScanRound, count: number): ScanState {
  const where: (Where | undefined)[] = intervals.map(() => undefined);
  let evicted: number[] = [];
  for (const [i, step] of steps.slice(0, count).entries()) {
    evicted = step.flatMap(([interval]) => (interval === i ? [] : [interval]));
    for (const [interval, to] of step) where[interval] = to;
  }
  return { where, current: count === 0 ? undefined : count - 1, evicted };
}

export function whereText(where: Where): string {
  if (typeof where === "number") return `X${where}`;
  return where === "frame" ? "the frame" : "no place: made anew where it is wanted";
}

/** Instruction i reads at 2i and writes at 2i + 1. */
export const instructionOf = (at: number): number => Math.floor(at / 2);

export function aliveText({ ranges }: AliveInterval): string {
  return ranges.map(({ from, to }) => `${instructionOf(from)} to ${instructionOf(to - 1)}`).join(", ");
}

export function scanText({ intervals }: ScanRound, { where, current, evicted }: ScanState): string {
  if (current === undefined) return "The intervals are gone through in the order in which they begin. None has a place yet.";
  const interval = intervals[current]!;
  const place = where[current]!;
  const begins = `${interval.name} begins at instruction ${instructionOf(interval.ranges[0]!.from)}`;
  if (typeof place !== "number") return `${begins}. No register is free while it is alive, and nobody in one is worth less for its length: ${leaves([interval.name], place)}.`;
  if (evicted.length === 0) return `${begins}. ${whereText(place)} is free whenever it is alive.`;
  const out = evicted.map((each) => intervals[each]!.name);
  const verbs = out.length === 1 ? "is worth less for its length" : "are worth less for their length";
  return `${begins}. No register is free. ${out.join(" and ")}, in ${whereText(place)}, ${verbs}: ${leaves(out, where[evicted[0]!]!)}, and ${interval.name} has ${whereText(place)}.`;
}

const leaves = (names: readonly string[], to: Where): string => {
  const [goes, is] = names.length === 1 ? ["goes", "is"] : ["go", "are"];
  return to === "anew" ? `${names.join(" and ")} ${is} a constant, to be made anew where it is wanted` : `${names.join(" and ")} ${goes} to the frame`;
};

/** At a round's end: what has come of it, and what comes behind it. */
export function sumText({ rounds }: ScanRun, round: number, { where }: ScanState): string {
  const left = where.filter((each) => typeof each !== "number").length;
  if (left > 0) {
    const makes = where.includes("anew") ? "loads it first, or makes it anew" : "loads it first";
    return `${left} of ${where.length} ${left === 1 ? "has" : "have"} no register: whoever reads ${left === 1 ? "it" : "one"} ${makes}, for a moment. Round ${round + 2} goes over the code as it is then.`;
  }
  const used = new Set(where).size;
  const enough = `${counted(used, "register")} ${used === 1 ? "is" : "are"} enough`;
  if (round === 0) return `${enough}, and nothing is in the frame.`;
  const gone = rounds.slice(0, round).flatMap(withoutRegister);
  return `${counted(rounds.length, "round")}, and everybody has a place: ${enough}, and ${gone.join(", ")} ${gone.length === 1 ? "has" : "have"} none.`;
}

/** Whom a round leaves without. */
export function withoutRegister(round: ScanRound): string[] {
  const { where } = stateBehind(round, round.steps.length);
  return round.intervals.filter((_, i) => typeof where[i] !== "number").map(({ name }) => name);
}
