// Where a line that TypeScript has emitted comes from: the "mappings" of a source map (ECMA-426,
// version 3), as far as lines go.

import { bug } from "../../base/bug";

interface Segment {
  /** In the emitted line, from 0. */
  readonly column: number;
  /** From 1. */
  readonly sourceLine: number;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Of a digit: more digits follow. */
const CONTINUED = 0x20;

export class SourceLines {
  /** By the emitted line, from 0. */
  readonly #lines: readonly (readonly Segment[])[];

  constructor(mappings: string) {
    let sourceLine = 1;
    this.#lines = mappings.split(";").map((line) => {
      let column = 0;
      return line.split(",").filter((text) => text !== "").map((text): Segment => {
        const [columns = 0, , lines = 0] = numbersOf(text);
        column += columns;
        sourceLine += lines;
        return { column, sourceLine };
      });
    });
  }

  /** Both from 0; undefined where the text is none of the source's. */
  lineOf(line: number, column: number): number | undefined {
    return this.#lines[line]?.findLast((each) => each.column <= column)?.sourceLine;
  }
}

/** Numbers of five bits a digit, the lowest first, with the sign in the lowest bit of all. */
function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) bug(`${character} is no digit of a source map`);
    value += (digit & (CONTINUED - 1)) << shift;
    shift += 5;
    if (digit & CONTINUED) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
