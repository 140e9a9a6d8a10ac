// Integers: <imm12>, <imm9 signed>, <imm7 signed *8>, <imm16 hex>, <immb +1>. The # in front belongs to the template.

import type { Operand } from "../operand";
import { parseExpression } from "../expression";
import type { Slice } from "../slice";
import type { Context } from "./context";

/** `words`: signed, hex, *N (the field counts N at a time; *-1: it is the number's opposite), +N (it is N less than the number). */
export function integer(slice: Slice, words: readonly string[], context: Context): Operand {
  const signed = words.includes("signed");
  const hex = words.includes("hex");
  const amount = (sign: string): number | undefined => {
    const word = words.find((w) => w.startsWith(sign));
    return word === undefined ? undefined : Number(word.slice(1));
  };
  const scale = amount("*") ?? 1;
  const plus = amount("+") ?? 0;
  const [lowest, highest] = signed ? [-(2 ** (slice.width - 1)), 2 ** (slice.width - 1) - 1] : [0, 2 ** slice.width - 1];
  const ends = [lowest * scale + plus, highest * scale + plus].sort((a, b) => a - b);
  const range = `${scale > 1 ? `a multiple of ${scale}` : "an integer"} from ${ends[0]} to ${ends[1]}`;

  return {
    mask: slice.mask,
    whenAbsent: { mask: slice.mask, value: 0 },
    print(word) {
      const field = slice.get(word);
      const value = (signed ? context.parts.signExtend(field, slice.width) : field) * scale + plus;
      // LLVM's hexadecimal is C's %#x, whose zero is a bare 0.
      return !hex || value === 0 ? String(value) : value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
    },
    parse(text, _soFar, site) {
      const value = parseInteger(text, site.lookup);
      if (value === undefined) return undefined;
      const field = (value.number - plus) / scale;
      if (Number.isInteger(field) && field >= lowest && field <= highest) return slice.put(field);
      text.position = value.start;
      return text.fail(range);
    },
  };
}

/** An expression that is a safe integer, and where it starts. */
export function parseInteger(text: Parameters<typeof parseExpression>[0], lookup: ((name: string) => bigint | undefined) | undefined): { number: number; start: number } | undefined {
  text.skipSpace();
  const start = text.position;
  const value = parseExpression(text, lookup ?? (() => undefined));
  if (value === undefined) return undefined;
  // Beyond the safe integers every range check fails alike.
  return { number: Number(value), start };
}
