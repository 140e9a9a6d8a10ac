// A word in the boxes of its encoding, as the Arm manual draws them.
//
//   31 30 29 28          23 22 21                      10 9        5 4        0
//  +--+-----+--------------+--+-------------------------+-----------+----------+
//  | 1| 0 0 | 1 0 0 0 1 0  | 0| ...

import { bug } from "../base/bug";

interface Cell {
  readonly hi: number;
  readonly lo: number;
  /** The bits of the word, in parentheses where they are only a should-be. */
  readonly bits: string;
  /** The field's name; nothing for fixed bits. */
  readonly name: string;
}

/** The lines of the drawing: bit numbers, bits, names. `diagram` is in the language of decoder/diagram.ts. */
export function encodingBox(diagram: string, word: number): string[] {
  const cells = cellsOf(diagram, word);
  const widths = cells.map(({ bits, name, hi, lo }) => Math.max(bits.length, name.length, bitNumbers(hi, lo, 0).length));
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const row = (texts: readonly string[]) => `|${texts.map((text, i) => ` ${text.padEnd(widths[i]!)} `).join("|")}|`;
  return [
    ` ${cells.map(({ hi, lo }, i) => ` ${bitNumbers(hi, lo, widths[i]!)} `).join(" ")}`.trimEnd(),
    rule,
    row(cells.map(({ bits }) => bits)),
    row(cells.map(({ name }) => name)),
    rule,
  ];
}

function cellsOf(diagram: string, word: number): Cell[] {
  let hi = 31;
  const cells = diagram.split(" ").map((token): Cell => {
    const fixed = /^\(?([01]+)\)?$/.exec(token)?.[1];
    const [name = "", size = "1"] = token.split(":");
    const width = fixed?.length ?? Number(size);
    const lo = hi - width + 1;
    const spaced = bitsText(word, hi, lo).split("").join(" ");
    const cell = { hi, lo, bits: token.startsWith("(") ? `(${spaced})` : spaced, name: fixed === undefined ? name : "" };
    hi = lo - 1;
    return cell;
  });
  return hi === -1 ? cells : bug(`a diagram of ${31 - hi} bits, not 32: ${diagram}`);
}

/** The highest bit's number at the left, the lowest's at the right. */
function bitNumbers(hi: number, lo: number, width: number): string {
  return hi === lo ? `${hi}`.padEnd(width) : `${hi} ${`${lo}`.padStart(width - `${hi} `.length)}`;
}

/** Bits hi..lo of `word`, in binary. */
export function bitsText(word: number, hi: number, lo: number): string {
  return (word >>> 0).toString(2).padStart(32, "0").slice(31 - hi, 32 - lo);
}
