// What --stats says of the engine: where the time went, and what it left to the interpreter.

import { figureLine, grouped } from "../../host/computer/statistics";
import { standardDecoder } from "../../machine/decoder/decoder";
import type { Activity, Statistics } from "../../machine/jit/statistics";

/** Instructions that are named. */
const NAMED = 12;

const ACTIVITIES: readonly Activity[] = ["compiled code", "interpreting", "compiling", "assembling"];

/** `busy`: seconds in which the machine did not sleep. */
export function engineLines(statistics: Statistics, busy: number): readonly string[] {
  const { milliseconds, interpreted, slow, slowWords = new Map<number, number>(), refused } = statistics;
  const seconds = ACTIVITIES.map((activity) => [activity, milliseconds[activity] / 1000] as const);
  const rest = busy - seconds.reduce((sum, [, value]) => sum + value, 0);
  const rows: (readonly [name: string, value: string])[] = [
    ["seconds of the engine", ""],
    ...[...seconds, ["elsewhere", Math.max(0, rest)] as const].map(([name, value]) => [`  ${name}`, value.toFixed(2)] as const),
    ["compiled", `${grouped(statistics.blocks)} blocks in ${grouped(statistics.regions)} regions, ${grouped(statistics.instructions)} instructions`],
    ["modules", `${grouped(statistics.modules)}, ${grouped(statistics.bytes)} bytes`],
    ["functions invalidated", `${grouped(statistics.invalidated)}; all let go ${grouped(statistics.cleared)} times`],
    ["interpreted, not compiled", grouped(interpreted)],
    ["interpreted for compiled", grouped(slow)],
    ...sharesOf(slowWords).map(([name, count]) => [`  ${name}`, `${grouped(count)}, ${((100 * count) / slow).toFixed(1)} %`] as const),
    ["not to be compiled", `${grouped(refused.size)} words`],
    ...sharesOf(refused).map(([name, count]) => [`  ${name}`, `in ${grouped(count)} places`] as const),
  ];
  return rows.map(figureLine);
}

/** By the names of their rows, the most frequent first. */
function sharesOf(words: ReadonlyMap<number, number>): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words) {
    const decoded = standardDecoder().decode(word);
    const name = "row" in decoded ? decoded.row.name : decoded.kind;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, NAMED);
}
