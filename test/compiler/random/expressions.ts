// Random expressions: for each type, a generator for each construct that makes one.

import { BOOLEAN_OF_LISTS, NUMBER_OF_LISTS, NUMBERS, VIEW_GENERATORS } from "./generators/lists";
import { BOOLEAN, NUMBER, WORD } from "./generators/numbers";
import { BOOLEAN_OF_OBJECTS, NUMBER_OF_OBJECTS, OBJECTS } from "./generators/objects";
import { STRING } from "./generators/texts";
import type { Generators } from "./generators/generator";
import type { Scope, TypeName } from "./scope";

const NUMBER_LITERALS = [0, 1, -1, 2, 3, 7, 10, 31, 32, 100, 255, 256, 65535, 2147483647, -2147483648, 4294967295, 4294967296] as const;
const WORDS = ["0n", "1n", "2n", "255n", "0xffff_ffffn", "0x1_0000_0000n", "0x7fff_ffff_ffff_ffffn", "0x8000_0000_0000_0000n", "0xffff_ffff_ffff_ffffn"] as const;
const TEXTS = ["", "a", "b", "ab", " ba ", "abc,d", "zz", "\\xff", "0"] as const;

/** For each type, its constructs by name. */
export const EXPRESSIONS: Readonly<Record<TypeName, Generators>> = {
  number: { ...NUMBER, ...NUMBER_OF_LISTS, ...NUMBER_OF_OBJECTS },
  word: WORD,
  boolean: { ...BOOLEAN, ...BOOLEAN_OF_LISTS, ...BOOLEAN_OF_OBJECTS },
  string: STRING,
  numbers: NUMBERS,
  strings: {
    split: (_, e) => `${e("string")}.split(",")`,
    literal: (_, e) => `[${e("string")}, ${e("string")}]`,
    map: (_, e) => `${e("numbers")}.map((k) => \`<\${k}>\`)`,
    "of a set": (s) => `[...${s.draws.pick([s.variable("set"), `${s.variable("set")}.values()`, `fixedSet(${s.variable("set")}).values()`])}]`,
    sorted: (_, e) => `${e("strings")}.slice(0, 9).sort((k, l) => (k < l ? -1 : k > l ? 1 : 0))`,
  },
  words: {
    literal: (_, e) => `[${e("word")}, ${e("word")}]`,
    map: (_, e) => `${e("numbers")}.map((k) => BigInt(Math.abs(k)))`,
    "of a view": (s) => `[...${s.variable("longs")}]`,
  },
  ...VIEW_GENERATORS,
  ...OBJECTS,
  points: {
    literal: (_, e) => `[${e("point")}, ${e("point")}]`,
    spread: (s, e) => `[${e("point")}, ...${s.variable("points")}.slice(0, 6)]`,
    "of a map": (s) => `[...${s.variable("named")}.values()]`,
    filter: (s, e) => `${e("points")}.filter((k) => k.x !== ${s.variable("number")})`,
  },
};

const literal = (s: Scope, type: TypeName): string | undefined => {
  switch (type) {
    case "number": return s.draws.chance(50) ? String(s.draws.pick(NUMBER_LITERALS)) : String(s.draws.below(20) - 4);
    case "word": return s.draws.pick(WORDS);
    case "boolean": return s.draws.pick(["yes(true)", "yes(false)"]);
    case "string": return `"${s.draws.pick(TEXTS)}"`;
    default: return undefined;
  }
};

const CHOICES = Object.fromEntries(Object.entries(EXPRESSIONS).map(([type, generators]) => [type, Object.values(generators)])) as
  Record<TypeName, Generators[string][]>;

/** An expression of the type, at most so many constructs deep. */
export function expression(s: Scope, type: TypeName, depth = 2): string {
  if (depth === 0 || s.draws.chance(25)) {
    const text = s.draws.chance(35) ? literal(s, type) : undefined;
    return text === undefined ? s.variable(type) : text.startsWith("-") ? `(${text})` : text;
  }
  const called = s.draws.chance(8) ? s.callables.filter(({ result }) => result === type) : [];
  const e = (of: TypeName): string => expression(s, of, depth - 1);
  if (called.length > 0) {
    const { name, parameters } = s.draws.pick(called);
    return `${name}(${parameters.map(e).join(", ")})`;
  }
  return s.draws.pick(CHOICES[type])(s, e);
}
