import { UserFault } from "../../base/fault";
import type { Scanner } from "./scanner";
import type { Statement } from "./statement";

/** A mistake in assembly text. Lines and columns count from 1. */
export class AssemblyError extends UserFault {
  override readonly name = "AssemblyError";
  readonly line: number;
  readonly column: number;
  /** The message without its place. */
  readonly what: string;

  constructor(line: number, column: number, what: string) {
    super(`${line}:${column}: ${what}`);
    this.line = line;
    this.column = column;
    this.what = what;
  }
}

/** `column` counts from 0, as in a Statement. */
export function errorAt(statement: Statement, column: number, what: string): AssemblyError {
  return new AssemblyError(statement.line, column + 1, what);
}

/** What the scanner wanted where it failed. */
export const failure = (statement: Statement, text: Scanner): AssemblyError =>
  errorAt(statement, text.failedAt, `expected ${text.wanted}`);

/** Throws if `text`, the statement's own, has not been read to its end. */
export function checkEnd(statement: Statement, text: Scanner): void {
  if (!text.atEnd()) throw errorAt(statement, text.position, "expected the end of the line");
}
