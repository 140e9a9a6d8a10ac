// Integers: <imm12>, <imm9 signed>, <imm7 signed *8>, <imm16 hex>, <immb +1>. The # in front
// belongs to the template.

import { type Lookup, parseExpression } from "../expression";
import type { Operand, Site } from "../operand";
import type { Scanner } from "../scanner";
import type { Slice } from "../slice";
import type { Context } from "./context";

/**
 * `words`: signed; hex; *N, the field counts N at a time (*-1: it is the number's opposite);
 * +N, it is N less than the number.
 */
export function integer(slice: Slice, words: readonly string[], context: Context): Operand {
  const signed = words.includes("signed");
  const hex = words.includes("hex");
  const amount = (sign: string): number | undefined => {
    const word = words.find((w) => w.startsWith(sign));
    return word === undefined ? undefined : Number(word.slice(1));
  };
  const scale = amount("*") ?? 1;
  const plus = amount("+") ?? 0;
  const lowest = signed ? -(2 ** (slice.width - 1)) : 0;
  const highest = lowest + 2 ** slice.width - 1;
  const ends = [lowest * scale + plus, highest * scale + plus].sort((a, b) => a - b);
  const wanted = scale > 1 ? `a multiple of ${scale}` : "an integer";

  return {
    mask: slice.mask,
    whenAbsent: { mask: slice.mask, value: 0 },
    print(word) {
      const field = slice.get(word);
      const number = signed ? context.parts.signExtend(field, slice.width) : field;
      const value = number * scale + plus;
      return hex ? hexadecimal(value) : String(value);
    },
    parse(text, _soFar, site) {
      const value = parseInteger(text, site.lookup);
      if (value === undefined) return undefined;
      const field = (value.number - plus) / scale;
      if (Number.isInteger(field) && field >= lowest && field <= highest) return slice.put(field);
      return text.refuse(value.start, `${wanted} from ${ends[0]} to ${ends[1]}`);
    },
  };
}

/** LLVM's hexadecimal is C's %#x, whose zero is a bare 0. */
function hexadecimal(value: number): string {
  if (value === 0) return "0";
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** An expression, and where it starts. Beyond the safe integers it is rounded, and out of range. */
export function parseInteger(
  text: Scanner, lookup: Lookup | undefined,
): { readonly number: number; readonly start: number } | undefined {
  text.skipSpace();
  const start = text.position;
  const value = parseExpression(text, lookup);
  return value === undefined ? undefined : { number: Number(value), start };
}

/** An integer from `lowest` to `highest`. */
export function integerIn(
  text: Scanner, site: Site, lowest: number, highest: number,
  wanted = `an integer from ${lowest} to ${highest}`,
): number | undefined {
  const value = parseInteger(text, site.lookup);
  if (value === undefined) return undefined;
  if (value.number >= lowest && value.number <= highest) return value.number;
  return text.refuse(value.start, wanted);
}
