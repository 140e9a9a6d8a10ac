// What the bench prints: a row for each program, with the times of a round and their ratios; and the ratios' means.

import type { Pass } from "./marks";

export interface Column {
  readonly title: string;
  readonly width: number;
  /** To the left; numbers stand to the right. */
  readonly isText?: true;
}

/** A row's cells under their columns. */
export function tableRow(columns: readonly Column[], cells: readonly string[]): string {
  return cells.map((cell, i) => {
    const { width, isText } = columns[i]!;
    return isText === true ? cell.padEnd(width) : cell.padStart(width);
  }).join("  ").trimEnd();
}

export const heads = (columns: readonly Column[]): string => tableRow(columns, columns.map(({ title }) => title));

/** Milliseconds, of which three digits tell something. */
export const msText = (ms: number | undefined): string => (ms === undefined ? "" : `${ms < 1000 ? Number(ms.toPrecision(3)) : Math.round(ms)} ms`);

export const ratioText = (ratio: number | undefined): string => (ratio === undefined ? "" : ratio.toFixed(2));

/** Undefined where there is nothing to compare with. */
export const ratioOf = (ours: number | undefined, theirs: number | undefined): number | undefined =>
  (ours === undefined || theirs === undefined ? undefined : ours / theirs);

/** Of the ratios that there are; undefined if there are none. */
export function geometricMean(ratios: readonly (number | undefined)[]): number | undefined {
  const known = ratios.filter((ratio) => ratio !== undefined);
  if (known.length === 0) return undefined;
  return Math.exp(known.reduce((sum, ratio) => sum + Math.log(ratio), 0) / known.length);
}

/** Says which machines have come to other checksums than the first that made as many rounds; nothing if none has. */
export function disagreements(name: string, passesOf: ReadonlyMap<string, readonly Pass[]>): string[] {
  const known = new Map<number, { readonly machine: string; readonly checksum: string }>();
  return [...passesOf].flatMap(([machine, passes]) => passes.flatMap(({ rounds, checksum }) => {
    const first = known.get(rounds) ?? { machine, checksum };
    known.set(rounds, first);
    if (first.checksum === checksum) return [];
    return [`${name}: ${rounds} rounds are ${checksum} on ${machine}, and ${first.checksum} on ${first.machine}`];
  }));
}
