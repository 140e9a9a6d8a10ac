// One line of a listing, in llvm-objdump's columns.
//
//       10: 20 04 40 91   add  x0, x1, #1, lsl #12     // =4096
//   address  bytes        instruction                  comment
//
// A tab stands before the mnemonic and one behind it.

import { commentOf } from "./comment";

/** The column of the tab before the mnemonic is one less. */
const INSTRUCTION_COLUMN = { withBytes: 24, withoutBytes: 16 };
/** From the instruction's column. */
const COMMENT_DISTANCE = 32;
const TAB = 8;

/** Two digits each, as bytes print. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export const bytesText = (bytes: Uint8Array, from: number, to: number): string => {
  let text = HEX[bytes[from]!]!;
  for (let i = from + 1; i < to; i++) text += ` ${HEX[bytes[i]!]!}`;
  return text;
};

export const addressText = (address: bigint): string => `${address.toString(16).padStart(8, " ")}:`;

/** `text` is an instruction, with a tab behind its mnemonic. No newline. */
export function instructionLine(address: bigint, rawBytes: string | undefined, text: string): string {
  const left = rawBytes === undefined ? addressText(address) : `${addressText(address)} ${rawBytes}`;
  const column = rawBytes === undefined ? INSTRUCTION_COLUMN.withoutBytes : INSTRUCTION_COLUMN.withBytes;
  const line = `${left}${padding(left.length, column)}\t${text}`;
  const comment = commentOf(text);
  return comment === undefined ? line : `${line}${" ".repeat(Math.max(column + COMMENT_DISTANCE - width(line), 1))}// ${comment}`;
}

/** Up to the column before the tab, or where that is taken, to before the next tab stop. */
function padding(width: number, column: number): string {
  return " ".repeat(width < column - 1 ? column - 1 - width : TAB - 1 - (width % TAB));
}

/** As LLVM counts: a tab that stands on a tab stop takes no room. */
function width(line: string): number {
  let column = 0;
  for (const character of line) column += character === "\t" ? (TAB - (column % TAB)) % TAB : 1;
  return column;
}
