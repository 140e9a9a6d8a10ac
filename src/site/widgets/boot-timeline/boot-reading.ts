/** What the figure says of a boot: how much a part takes, where it begins, what happens at a moment. */
import type { BootData, BootLine, BootPart } from "./boot-data";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const slicesOf = ({ parts }: BootData): number => parts[0]?.looks.length ?? 0;

/** Of all looks, in percent. */
export function shareOf(part: BootPart, { parts }: BootData): number {
  return (100 * sum(part.looks)) / sum(parts.map(({ looks }) => sum(looks)));
}

/** Instructions that a part took. */
export const instructionsOf = (part: BootPart, data: BootData): number => (shareOf(part, data) * data.instructions) / 100;

/** Which part takes most of a slice, and how much of it, in percent. */
export function mostOf(slice: number, { parts }: BootData): { readonly part: BootPart; readonly percent: number } | undefined {
  const total = sum(parts.map(({ looks }) => looks[slice] ?? 0));
  const part = parts.reduce<BootPart | undefined>((most, each) => ((each.looks[slice] ?? 0) > (most?.looks[slice] ?? 0) ? each : most), undefined);
  return part === undefined ? undefined : { part, percent: (100 * part.looks[slice]!) / total };
}

/** Where a slice begins, in instructions. */
export const beginOf = (slice: number, data: BootData): number => Math.round((slice * data.instructions) / slicesOf(data));

/** The last lines that the console has shown when `instructions` are executed. */
export const linesAt = (instructions: number, { lines }: BootData, count: number): readonly BootLine[] =>
  lines.filter(({ at }) => at <= instructions).slice(-count);

/** How dark a slice of a part is drawn, from 0 to 1: its share of the slice. */
export function shades(part: BootPart, { parts }: BootData): readonly number[] {
  return part.looks.map((looks, slice) => looks / Math.max(1, sum(parts.map((each) => each.looks[slice] ?? 0))));
}

/** "342 million" */
export function millions(instructions: number): string {
  const count = instructions / 1e6;
  return `${count >= 10 ? Math.round(count) : count.toFixed(1)} million`;
}
