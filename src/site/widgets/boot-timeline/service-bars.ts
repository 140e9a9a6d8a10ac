/** A boot as bars: where each step begins, how long it is, and where the first letter comes. Pure. */
import type { BootRecord, BootStep } from "../service/service-record";

export interface BootBar {
  readonly step: BootStep;
  readonly instructions: number;
  /** In percent of what the bars show. */
  readonly left: number;
  readonly width: number;
  readonly share: number;
}

export function barsOf({ steps, instructions }: Pick<BootRecord, "steps" | "instructions">): readonly BootBar[] {
  return steps.map((step) => {
    const length = step.end - step.begin;
    const percent = (count: number): number => (100 * count) / instructions;
    return { step, instructions: length, left: percent(step.begin), width: percent(length), share: percent(length) };
  });
}

/** The step that takes longest. */
export const longestOf = (bars: readonly BootBar[]): BootBar | undefined =>
  bars.reduce<BootBar | undefined>((most, bar) => (bar.instructions > (most?.instructions ?? -1) ? bar : most), undefined);

/** "12 %", "0.4 %", "< 0.1 %" */
export function shareText(percent: number): string {
  if (percent < 0.1) return "< 0.1 %";
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}
