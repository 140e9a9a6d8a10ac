// The solution to a variant, as a student of the house would write it.

import { hex } from "../../03-system-registers/notation";
import type { MapVariant, Region } from "./variant";

export function mapSolution({ board, lines, wins, regions }: MapVariant): string {
  return `import type { BoardQuestions, Reached } from "../../src/course/exercises/06-devices/board-questions";

interface Row {
  readonly name: string;
  readonly base: number;
  readonly bytes: number;
  readonly copies: number;
  readonly apart: number;
  readonly repeats: number;
  /** Empty: any access. */
  readonly widths: readonly number[];
}

/** The ${board}'s. The first that fits is the one. */
const ROWS: readonly Row[] = [
${(wins === "upper" ? regions : [...regions].reverse()).map((region) => `  ${rowCode(region)},`).join("\n")}
];

/** What lies beyond its ${lines} address lines. */
const END = 2 ** ${lines};

export const reach: BoardQuestions["reach"] = (address, bytes) => {
  const at = address % END;
  const row = ROWS.find((each) => holds(each, at));
  if (row === undefined || ROWS.find((each) => holds(each, at + bytes - 1)) !== row) return undefined;
  const from = at - row.base;
  const copy = Math.floor(from / row.apart);
  const offset = (from % row.apart) % row.repeats;
  if (offset + bytes > row.repeats) return undefined;
  const isTaken = row.widths.length === 0 || (row.widths.includes(bytes) && offset % bytes === 0);
  return isTaken ? { name: row.name, copy, offset } satisfies Reached : undefined;
};

/** Whether a byte is one of its. */
function holds({ base, bytes, copies, apart }: Row, at: number): boolean {
  const from = at - base;
  return from >= 0 && from < copies * apart && from % apart < bytes;
}
`;
}

const rowCode = ({ name, base, bytes, copies, apart, repeats, widths }: Region): string =>
  `{ name: "${name}", base: ${hex(base)}, bytes: ${hex(bytes)}, copies: ${copies}, apart: ${hex(apart)}, repeats: ${hex(repeats)}, widths: [${widths.join(", ")}] }`;
