// How often something can be done in a second.

export interface Figure {
  readonly what: string;
  /** A second. */
  readonly rate: number;
  readonly unit: string;
  /** What the course promises; undefined for what only stands beside it. */
  readonly target?: number;
}

const WARM_UP_SECONDS = 0.5;

/** Runs `work`, which does `count` things, again and again for `seconds`; the things a second of the best run. */
export function rateOf(count: number, work: () => void, seconds = 2): number {
  repeat(work, WARM_UP_SECONDS);
  return count / Math.min(...repeat(work, seconds));
}

/** How long each run took. The best one is the least disturbed by whatever else the machine does. */
function repeat(work: () => void, seconds: number): number[] {
  const times: number[] = [];
  const began = performance.now();
  do {
    const start = performance.now();
    work();
    times.push((performance.now() - start) / 1000);
  } while (performance.now() - began < seconds * 1000);
  return times;
}

export function figuresTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, rate, unit, target }) => [what, `${grouped(rate)} ${unit}/s`, target === undefined ? "" : `target ${grouped(target)}`]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([what, rate, target]) => `${what!.padEnd(widths[0]!)}  ${rate!.padStart(widths[1]!)}  ${target!}`.trimEnd()).join("\n");
}

const grouped = (value: number) => Math.round(value).toLocaleString("en-US");
