// What stands behind a command's name, and what is wrong with it: a Complaint, which the shell
// prints as one line.

const DIGITS = "0123456789abcdef";
const UNDERSCORE = "_";
const MOST_QUOTED = 20;
const MOST_WORD = 0xffff_ffff_ffff_ffffn;

export class Complaint extends Error {}

/** Of what was typed, as much as a line of text has room for. */
export function quoted(text: string): string {
  return text.length <= MOST_QUOTED ? text : `${text.slice(0, MOST_QUOTED)}...`;
}

/** Text between spaces. */
export function wordsOf(line: string): string[] {
  return line.split(" ").filter((word) => word !== "");
}

/** 0x and hexadecimal digits, or decimal ones; _ may stand between them. */
export function wordArgument(text: string): bigint {
  return text.startsWith("0x") ? digits(text, 2, 16) : digits(text, 0, 10);
}

/** From `least` to `most`. */
export function numberArgument(text: string, least: number, most: number): number {
  const value = wordArgument(text);
  if (value < BigInt(least) || value > BigInt(most)) {
    throw new Complaint(`not from ${least} to ${most}: ${quoted(text)}`);
  }
  return Number(value);
}

function digits(text: string, from: number, base: number): bigint {
  let value = 0n;
  let count = 0;
  for (let i = from; i < text.length; i++) {
    const letter = text.slice(i, i + 1);
    if (letter === UNDERSCORE) continue;
    const digit = DIGITS.indexOf(letter);
    if (digit < 0 || digit >= base || !hasRoom(value, base, digit)) throw noNumber(text);
    value = BigInt.asUintN(64, value * BigInt(base) + BigInt(digit));
    count++;
  }
  if (count === 0) throw noNumber(text);
  return value;
}

/** Whether the number with one more digit is a word. */
function hasRoom(value: bigint, base: number, digit: number): boolean {
  return value <= BigInt.asUintN(64, MOST_WORD - BigInt(digit)) / BigInt(base);
}

function noNumber(text: string): Complaint {
  return new Complaint(`no number of 64 bits: ${quoted(text)}`);
}
