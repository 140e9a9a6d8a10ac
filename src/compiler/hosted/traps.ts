// A trap under Node: an exception that the program's own catch and finally do not see. Besides
// those that the checks throw there are two that V8 finds by itself: the stack is full, or a
// reference that was tested for null is null by now.

import { TRAPS, type Trap } from "../ir/operation";

/** What stands between a trap and the program's own exceptions. */
export class HostedTrap extends Error {
  override readonly name: string = "HostedTrap";
  readonly trap: Trap;
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(trap: Trap, file: string, line: number, column: number) {
    super(`${trapLine(trap)}\n    at ${file}:${line}:${column}`);
    this.trap = trap;
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** What the program prints last. */
export const trapLine = (trap: Trap): string => `trap: ${TRAPS[trap][1]}`;

/** Which trap the error is to the compiled program; undefined if it is none. */
export function trapOf(error: unknown): Trap | undefined {
  if (error instanceof HostedTrap) return error.trap;
  if (error instanceof RangeError && error.message.startsWith("Maximum call stack")) return "stack";
  return error instanceof TypeError && OF_NULL.test(error.message) ? "null" : undefined;
}

/** A member, an element or a part of null; null called, or gone through. */
const OF_NULL = /\b(null|undefined)\b|is not a function|is not iterable|private (member|method)/;

/** A place in a module: the line and the column, from 1, in one number. */
export const placeNumber = (line: number, column: number): number =>
  line * COLUMNS + Math.min(column, COLUMNS - 1);

export const lineOfPlace = (place: number): number => Math.trunc(place / COLUMNS);

export const columnOfPlace = (place: number): number => place % COLUMNS;

const COLUMNS = 4096;
