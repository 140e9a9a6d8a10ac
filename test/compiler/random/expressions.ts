// Random expressions: for each type, a generator for each construct that makes one. Most results are kept small, so that
// a program gets somewhere before it traps; some are not, so that it may.

import type { Scope, TypeName } from "./scope";

/** Makes a text; `e` makes an operand of a type. */
type Generator = (s: Scope, e: (type: TypeName) => string) => string;

const NUMBERS = [0, 1, -1, 2, 3, 7, 10, 31, 32, 100, 255, 256, 65535, 2147483647, -2147483648, 4294967295, 4294967296] as const;
const WORDS = ["0n", "1n", "2n", "255n", "0xffff_ffffn", "0x1_0000_0000n", "0x7fff_ffff_ffff_ffffn", "0x8000_0000_0000_0000n", "0xffff_ffff_ffff_ffffn"] as const;
const TEXTS = ["", "a", "b", "ab", " ba ", "abc,d", "zz", "\\xff", "0"] as const;

/** Almost never zero. */
const divisor = (s: Scope, n: string): string => (s.draws.chance(3) ? n : s.draws.chance(50) ? `(${n} | 1)` : s.draws.pick(["2", "3", "-3", "7", "10", "16", "-1"]));
const wordDivisor = (s: Scope, w: string): string => (s.draws.chance(3) ? w : s.draws.chance(50) ? `(${w} | 1n)` : s.draws.pick(["2n", "3n", "10n", "255n"]));

/** An index that is good, or almost never not. */
const index = (s: Scope, array: string, n: string): string => (s.draws.chance(2) ? n : `Math.abs(${n} % ${array}.length)`);

const NUMBER: Readonly<Record<string, Generator>> = {
  add: (_, e) => `(${e("number")} + ${e("number")})`,
  subtract: (_, e) => `(${e("number")} - ${e("number")})`,
  multiply: (s, e) => `(${e("number")} * ${s.draws.pick(["2", "-3", "10", "31"])})`,
  product: (_, e) => `((${e("number")} % 30011) * (${e("number")} % 30011))`,
  negate: (_, e) => `(-${e("number")})`,
  "divide towards zero": (s, e) => `Math.trunc(${e("number")} / ${divisor(s, e("number"))})`,
  "divide downwards": (s, e) => `Math.floor(${e("number")} / ${divisor(s, e("number"))})`,
  "divide to 32 bits": (s, e) => `((${e("number")} / ${divisor(s, e("number"))}) | 0)`,
  "divide to 32 bits without sign": (s, e) => `((${e("number")} / ${divisor(s, e("number"))}) >>> 0)`,
  remainder: (s, e) => `(${e("number")} % ${divisor(s, e("number"))})`,
  bits: (s, e) => `(${e("number")} ${s.draws.pick(["&", "|", "^"])} ${e("number")})`,
  shift: (s, e) => `(${e("number")} ${s.draws.pick(["<<", ">>", ">>>"])} ${e("number")})`,
  "shift by a constant": (s, e) => `(${e("number")} ${s.draws.pick(["<<", ">>", ">>>"])} ${s.draws.below(33)})`,
  not: (_, e) => `(~${e("number")})`,
  choice: (_, e) => `(${e("boolean")} ? ${e("number")} : ${e("number")})`,
  least: (_, e) => `Math.min(${e("number")}, ${e("number")})`,
  most: (_, e) => `Math.max(${e("number")}, ${e("number")})`,
  math: (s, e) => `Math.${s.draws.pick(["abs", "clz32", "sign"])}(${e("number")})`,
  imul: (_, e) => `Math.imul(${e("number")}, ${e("number")})`,
  element: (s, e) => { const a = s.variable("numbers"); return s.draws.chance(60) ? `at(${a}, ${e("number")}, 5)` : `(${a}.length > 0 ? ${a}[${index(s, a, e("number"))}]! : 6)`; },
  byte: (s, e) => { const a = s.variable("bytes"); return `${a}[${index(s, a, e("number"))}]!`; },
  half: (s, e) => { const a = s.variable("halves"); return `${a}[${index(s, a, e("number"))}]!`; },
  length: (_, e) => `${e("string")}.length`,
  count: (_, e) => `${e("numbers")}.length`,
  code: (_, e) => `code(${e("string")}, ${e("number")})`,
  "index of text": (_, e) => `${e("string")}.indexOf(${e("string")})`,
  "index of number": (_, e) => `${e("numbers")}.indexOf(${e("number")})`,
  "find index": (s, e) => `${e("numbers")}.findIndex((k) => k > ${s.variable("number")})`,
  reduce: (_, e) => `${e("numbers")}.reduce((sum, k, i) => (sum * 3 + k % 1000 + i) % 10007, ${e("number")} % 1000)`,
  "map get": (s, e) => `(${s.variable("map")}.get(${e("number")}) ?? ${e("number")})`,
  sizes: (s) => `(${s.variable("map")}.size * 10 + ${s.variable("set")}.size)`,
  field: (_, e) => `${e("point")}.${"x"}`,
  method: (_, e) => `${e("point")}.sum(${e("number")})`,
  getter: (_, e) => `${e("point")}.double`,
  "interface method": (_, e) => `${e("shape")}.area(${e("number")})`,
  "interface property": (_, e) => `${e("shape")}.size`,
  "optional chain": (s, e) => `(maybe(${s.variable("maybe")})?.y ?? ${e("number")})`,
  "non-null": (s, e) => { const q = s.variable("maybe"); return s.draws.chance(5) ? `maybe(${q})!.x` : `xOf(${q}, ${e("number")})`; },
  "tuple element": (_, e) => `${e("pair")}[0]`,
  closure: (_, e) => `(${e("closure")})(${e("number")})`,
  "immediate closure": (_, e) => `((k: number): number => k * 2 + ${e("number")})(${e("number")})`,
  "from a word": (_, e) => `Number(${e("word")} & 0xffffn)`,
  assignment: (s, e) => `(${s.assignable("number")} = ${e("number")} % 10007)`,
  increment: (s) => { const v = s.assignable("number"); return s.draws.pick([`(${v}++)`, `(++${v})`, `(${v}--)`, `(--${v})`]); },
  traced: (_, e) => `t(${e("number")})`,
  generic: (_, e) => `last(${e("numbers")}, ${e("number")})`,
};

const WORD: Readonly<Record<string, Generator>> = {
  wrapped: (s, e) => `BigInt.asUintN(64, ${e("word")} ${s.draws.pick(["+", "-", "*"])} ${e("word")})`,
  nested: (s, e) => `BigInt.asUintN(64, (${e("word")} * ${e("word")} + ${e("word")}) ${s.draws.pick(["-", "^", "&", "|"])} ~${e("word")})`,
  "shift left": (s, e) => `BigInt.asUintN(64, ${e("word")} << ${s.draws.below(64)}n)`,
  "shift right": (s, e) => `(${e("word")} >> ${s.draws.chance(50) ? `${s.draws.below(66)}n` : `(${e("word")} & 127n)`})`,
  bits: (s, e) => `(${e("word")} ${s.draws.pick(["&", "|", "^"])} ${e("word")})`,
  quotient: (s, e) => `(${e("word")} / ${wordDivisor(s, e("word"))})`,
  remainder: (s, e) => `(${e("word")} % ${wordDivisor(s, e("word"))})`,
  "from a number": (s, e) => (s.draws.chance(2) ? `BigInt(${e("number")})` : `BigInt(Math.abs(${e("number")}))`),
  "fewer bits": (s, e) => `BigInt.asUintN(${s.draws.pick([1, 8, 16, 31, 32, 33, 63])}, ${e("word")})`,
  choice: (_, e) => `(${e("boolean")} ? ${e("word")} : ${e("word")})`,
};

const BOOLEAN: Readonly<Record<string, Generator>> = {
  "compare numbers": (s, e) => `(${s.variable("number")} + 0 ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("number")})`,
  "compare words": (s, e) => `((${s.variable("word")} | 0n) ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("word")})`,
  "compare texts": (s, e) => `(${s.variable("string")}.slice(0) ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("string")})`,
  and: (_, e) => `(${e("boolean")} && ${e("boolean")})`,
  or: (_, e) => `(${e("boolean")} || ${e("boolean")})`,
  not: (_, e) => `(!${e("boolean")})`,
  same: (s, e) => `(yes(${e("boolean")}) ${s.draws.pick(["===", "!=="])} yes(${e("boolean")}))`,
  text: (s, e) => `${e("string")}.${s.draws.pick(["includes", "startsWith", "endsWith"])}(${e("string")})`,
  includes: (_, e) => `${e("numbers")}.includes(${e("number")})`,
  every: (s, e) => `${e("numbers")}.${s.draws.pick(["every", "some"])}((k) => k >= ${s.variable("number")})`,
  has: (s, e) => (s.draws.chance(50) ? `${s.variable("map")}.has(${e("number")})` : `${s.variable("set")}.has(${e("string")})`),
  instance: (_, e) => `(same(${e("point")}) instanceof Far)`,
  null: (s) => `(maybe(${s.variable("maybe")}) === null)`,
  identity: (s, e) => `(${s.variable("point")} === ${e("point")})`,
};

const STRING: Readonly<Record<string, Generator>> = {
  add: (_, e) => `(${e("string")} + ${e("string")})`,
  template: (_, e) => `\`\${${e("number")}}-\${${e("word")}}\${${e("boolean")}}\${${e("string")}}\``,
  slice: (_, e) => `${e("string")}.slice(${e("number")}, ${e("number")})`,
  "slice from": (_, e) => `${e("string")}.slice(${e("number")})`,
  pad: (s, e) => `${e("string")}.${s.draws.pick(["padStart", "padEnd"])}(${s.draws.below(9)}${s.draws.chance(50) ? `, ${e("string")}` : ""})`,
  repeat: (_, e) => `${e("string")}.slice(0, 9).repeat(${e("number")} & 3)`,
  trim: (_, e) => `${e("string")}.trim()`,
  join: (_, e) => `${e("numbers")}.join(${e("string")})`,
  "join texts": (_, e) => `${e("strings")}.join("+")`,
  convert: (s, e) => `String(${e(s.draws.pick(["number", "word", "boolean"] as const))})`,
  code: (s, e) => (s.draws.chance(2) ? `String.fromCharCode(${e("number")})` : `String.fromCharCode(${e("number")} & 127 | 32)`),
  radix: (s, e) => `(${e("number")}).toString(${s.draws.pick([2, 7, 10, 16, 36])})`,
  "radix of a word": (s, e) => `(${e("word")}).toString(${s.draws.pick([2, 10, 16])})`,
  choice: (_, e) => `(${e("boolean")} ? ${e("string")} : ${e("string")})`,
  "split and join": (_, e) => `${e("string")}.split(${e("string")}.slice(0, 1)).join("_")`,
  name: (_, e) => `${e("shape")}.name`,
  "tuple element": (_, e) => `${e("pair")}[1]`,
  generic: (_, e) => `at(${e("strings")}, ${e("number")}, "none")`,
};

const NUMBER_ARRAY: Readonly<Record<string, Generator>> = {
  literal: (_, e) => `[${e("number")}, ${e("number")}]`,
  map: (s, e) => `${e("numbers")}.map((k, i) => k % 1000 + i * ${s.variable("number")} % 7)`,
  filter: (s, e) => `${e("numbers")}.filter((k) => k !== ${s.variable("number")})`,
  slice: (_, e) => `${e("numbers")}.slice(${e("number")}, ${e("number")})`,
  concat: (_, e) => `${e("numbers")}.concat(${e("numbers")})`,
  spread: (_, e) => `[...${e("numbers")}, ${e("number")}, ...${e("numbers")}]`,
  reverse: (_, e) => `${e("numbers")}.slice().reverse()`,
  sort: (s, e) => `${e("numbers")}.slice().sort((k, l) => ${s.draws.pick(["(k < l ? -1 : k > l ? 1 : 0)", "(k < l ? 1 : k > l ? -1 : 0)", "Math.abs(k % 100) - Math.abs(l % 100)"])})`,
  fill: (s, e) => `new Array<number>(${s.draws.below(5)}).fill(${e("number")})`,
  keys: (s) => `[...${s.variable("map")}.${s.draws.pick(["keys", "values"])}()]`,
  choice: (_, e) => `(${e("boolean")} ? ${e("numbers")} : ${e("numbers")})`,
};

/** For each type, its constructs by name. */
export const EXPRESSIONS: Readonly<Record<TypeName, Readonly<Record<string, Generator>>>> = {
  number: NUMBER, word: WORD, boolean: BOOLEAN, string: STRING, numbers: NUMBER_ARRAY,
  strings: {
    split: (_, e) => `${e("string")}.split(",")`,
    literal: (_, e) => `[${e("string")}, ${e("string")}]`,
    map: (_, e) => `${e("numbers")}.map((k) => \`<\${k}>\`)`,
    "of a set": (s) => `[...${s.variable("set")}]`,
  },
  bytes: {
    literal: (_, e) => `new Uint8Array([${e("number")}, ${e("number")}, 3])`,
    slice: (_, e) => `new Uint8Array([...${e("bytes")}.slice(0, 8), 7])`,
    convert: (_, e) => `new Uint8Array(${e("halves")})`,
  },
  halves: {
    literal: (_, e) => `new Int16Array([${e("number")}, ${e("number")}])`,
    convert: (_, e) => `new Int16Array(${e("bytes")})`,
  },
  map: { new: () => "new Map<number, number>()" },
  set: { new: () => "new Set<string>()" },
  point: {
    new: (s, e) => `new ${s.draws.pick(["Point", "Far"])}(${e("number")} % 10007, ${e("number")} % 10007)`,
    method: (s) => `${s.variable("point")}.moved(${s.draws.below(5)})`,
    default: (s, e) => `(maybe(${s.variable("maybe")}) ?? ${e("point")})`,
  },
  shape: { disc: (_, e) => `new Disc(${e("number")} % 10007)`, tile: () => "new Tile()" },
  maybe: { null: () => "null", point: (_, e) => e("point"), choice: (_, e) => `(${e("boolean")} ? ${e("point")} : null)` },
  pair: { literal: (_, e) => `pairOf(${e("number")} % 10007, ${e("string")}.slice(0, 20))` },
  closure: {
    arrow: (s, e) => `(k: number): number => (k + ${s.variable("number")} + ${e("number")}) % 10007`,
    counting: (s) => `(k: number): number => { ${s.assignable("number")} += 1; return k % 10007; }`,
    choice: (_, e) => `(${e("boolean")} ? (${e("closure")}) : (${e("closure")}))`,
  },
};

const literal = (s: Scope, type: TypeName): string | undefined => {
  switch (type) {
    case "number": return s.draws.chance(50) ? String(s.draws.pick(NUMBERS)) : String(s.draws.below(20) - 4);
    case "word": return s.draws.pick(WORDS);
    case "boolean": return s.draws.pick(["true", "false"]);
    case "string": return `"${s.draws.pick(TEXTS)}"`;
    default: return undefined;
  }
};

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
  return `${s.draws.pick(Object.values(EXPRESSIONS[type]))(s, e)}`;
}
