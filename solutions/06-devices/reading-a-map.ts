import type { BoardQuestions, Reached } from "../../src/course/exercises/06-devices/board-questions";

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

/** The Razorbill's. The first that fits is the one. */
const ROWS: readonly Row[] = [
  { name: "uart", base: 0x117415000, bytes: 0x1000, copies: 1, apart: 0x1000, repeats: 0x10, widths: [4, 8] },
  { name: "clock", base: 0x94814000, bytes: 0x100, copies: 1, apart: 0x100, repeats: 0x100, widths: [4] },
  { name: "sound", base: 0x1b8c09000, bytes: 0x800, copies: 4, apart: 0x1000, repeats: 0x8, widths: [] },
  { name: "rom", base: 0x30a516000, bytes: 0x40000, copies: 1, apart: 0x40000, repeats: 0x40000, widths: [] },
  { name: "slot", base: 0x28f11a000, bytes: 0x200, copies: 5, apart: 0x200, repeats: 0x200, widths: [4] },
  { name: "timer", base: 0x3af61e000, bytes: 0x60, copies: 5, apart: 0x1000, repeats: 0x60, widths: [2, 4] },
  { name: "ram", base: 0x215d09000, bytes: 0xd000000, copies: 4, apart: 0xd000000, repeats: 0xd000000, widths: [] },
  { name: "pen", base: 0x15a8000, bytes: 0x1000, copies: 1, apart: 0x1000, repeats: 0x1000, widths: [2, 4] },
  { name: "screen", base: 0x120c000, bytes: 0x500000, copies: 1, apart: 0x500000, repeats: 0x500000, widths: [] },
];

/** What lies beyond its 34 address lines. */
const END = 2 ** 34;

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
