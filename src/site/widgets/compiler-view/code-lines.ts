/** A column's lines, all equally high, so that of a long program only those in sight need to be drawn. Pure. */
import type { FunctionView, Row } from "./compiled-view";

export type CodeLine =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "row"; readonly row: Row; /** Among all rows. */ readonly at: number; /** Whether the line above comes from another line of the source. */ readonly isNew: boolean }
  | { readonly kind: "gap" };

/** The lines of one function that are drawn. */
export interface CodeGroup {
  readonly name: string;
  readonly lines: readonly CodeLine[];
}

export interface CodeWindow {
  /** Lines above what is drawn, and below. */
  readonly above: number;
  readonly below: number;
  readonly groups: readonly CodeGroup[];
}

/** A program of no more lines is drawn whole: it can be searched and printed. */
const mostWhole = 600;
const step = 40;

export function codeGroups(functions: readonly FunctionView[], form: "ir" | "assembly"): readonly CodeGroup[] {
  let at = 0;
  return functions.map(({ name, [form]: rows }) => ({
    name,
    lines: [
      ...(form === "assembly" ? [{ kind: "name", text: name } as const] : []),
      ...rows.map((row, i): CodeLine => ({ kind: "row", row, at: at++, isNew: row.line !== undefined && row.line !== rows[i - 1]?.line })),
      { kind: "gap" },
    ],
  }));
}

export const linesIn = (groups: readonly CodeGroup[]): number => groups.reduce((sum, { lines }) => sum + lines.length, 0);

/** The window over what stands from line `top` on, `visible` lines of it, and some more on both sides. It moves by steps. */
export function windowOver(groups: readonly CodeGroup[], top: number, visible: number): CodeWindow {
  const total = linesIn(groups);
  if (total <= mostWhole) return { above: 0, below: 0, groups };
  const first = Math.min(Math.max(0, (Math.floor(top / step) - 1) * step), total);
  const last = Math.min(total, first + 3 * step + Math.ceil(visible / step) * step);
  let begin = 0;
  const shown = groups.flatMap(({ name, lines }) => {
    const [from, to] = [Math.max(first - begin, 0), Math.min(last - begin, lines.length)];
    begin += lines.length;
    return to <= from ? [] : [{ name, lines: lines.slice(from, to) }];
  });
  return { above: first, below: total - last, groups: shown };
}

/** At which line the first row stands that is wanted. */
export function lineOf(groups: readonly CodeGroup[], isWanted: (row: Row, at: number) => boolean): number | undefined {
  const index = groups.flatMap(({ lines }) => lines).findIndex((line) => line.kind === "row" && isWanted(line.row, line.at));
  return index < 0 ? undefined : index;
}
