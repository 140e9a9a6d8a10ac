// Numbers and words. Most results are kept small, so that a program gets somewhere before it traps; some are not, so that
// it may.

import { type Generators, index } from "./generator";
import type { Scope } from "../scope";

/** Almost never zero. */
const divisor = (s: Scope, n: string): string =>
  (s.draws.chance(4) ? n : s.draws.chance(50) ? `(${n} | 1)` : s.draws.pick(["2", "3", "-3", "7", "10", "16", "-1"]));
const wordDivisor = (s: Scope, w: string): string =>
  (s.draws.chance(4) ? w : s.draws.chance(50) ? `(${w} | 1n)` : s.draws.pick(["2n", "3n", "10n", "255n"]));

export const NUMBER: Generators = {
  add: (_, e) => `(${e("number")} + ${e("number")})`,
  subtract: (_, e) => `(${e("number")} - ${e("number")})`,
  multiply: (s, e) => `(${e("number")} * ${s.draws.pick(["2", "-3", "10", "31"])})`,
  product: (s, e) => (s.draws.chance(4) ? `(${e("number")} * ${e("number")})` : `((${e("number")} % 30011) * (${e("number")} % 30011))`),
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
  least: (s, e) => `Math.${s.draws.pick(["min", "max"])}(${e("number")}, ${e("number")}${s.draws.chance(30) ? `, ${e("number")}` : ""})`,
  math: (s, e) => `Math.${s.draws.pick(["abs", "clz32", "sign"])}(${e("number")})`,
  imul: (_, e) => `Math.imul(${e("number")}, ${e("number")})`,
  bounds: (s, e) => s.draws.pick([
    `(Number.MAX_SAFE_INTEGER - ${e("number")} % 1000${s.draws.chance(90) ? " - 1000" : ""})`, `(Number.MIN_SAFE_INTEGER + (${e("number")} & 1023))`,
  ]),
  "from a word": (s, e) => `Number(${e("word")}${s.draws.chance(5) ? "" : " & 0xffffn"})`,
  "itself again": (_, e) => `Number(${e("number")})`,
  "index of text": (s, e) => `${e("string")}.indexOf(${e("string")}${s.draws.chance(30) ? `, ${e("number")}` : ""})`,
  length: (_, e) => `${e("string")}.length`,
  code: (s, e) => (s.draws.chance(8) ? `${e("string")}.charCodeAt(${e("number")})` : `code(${e("string")}, ${e("number")})`),
  table: (s, e) => (s.draws.chance(5) ? `TABLE[${e("number")} + 0]!` : `TABLE[${e("number")} & 3]!`),
  "named constant": (s) => s.draws.pick(["NAMED.first", "NAMED.second", "inherited"]),
  satisfies: (_, e) => `(${e("number")} satisfies number)`,
  assignment: (s, e) => `(${s.assignable("number")} = ${e("number")} % 10007)`,
  increment: (s) => { const v = s.assignable("number"); return s.draws.pick([`(${v}++)`, `(++${v})`, `(${v}--)`, `(--${v})`]); },
  traced: (_, e) => `t(${e("number")})`,
  generic: (_, e) => `last(${e("numbers")}, ${e("number")})`,
  constant: (s) => `exact(${s.draws.below(40)})`,
  total: (s, e) => (s.draws.chance(50) ? `total(${e("number")}, ...${e("numbers")})` : `total(${e("number")}, ${e("number")}, ${e("number")})`),
  "element of a list": (s, e) => {
    const a = s.variable("numbers");
    return s.draws.chance(60) ? `at(${a}, ${e("number")}, 5)` : `(${a}.length > 0 ? ${a}[${index(s, a, e("number"))}]! : 6)`;
  },
};

export const WORD: Generators = {
  wrapped: (s, e) => `BigInt.asUintN(64, ${e("word")} ${s.draws.pick(["+", "-", "*"])} ${e("word")})`,
  nested: (s, e) => `BigInt.asUintN(64, (${e("word")} * ${e("word")} + ${e("word")}) ${s.draws.pick(["-", "^", "&", "|"])} ~${e("word")})`,
  "shift left": (s, e) => `BigInt.asUintN(64, ${e("word")} << ${s.draws.below(64)}n)`,
  "shift right": (s, e) => `(${e("word")} >> ${s.draws.chance(50) ? `${s.draws.below(66)}n` : `(${e("word")} & 127n)`})`,
  bits: (s, e) => `(${e("word")} ${s.draws.pick(["&", "|", "^"])} ${e("word")})`,
  quotient: (s, e) => `(${e("word")} / ${wordDivisor(s, e("word"))})`,
  remainder: (s, e) => `(${e("word")} % ${wordDivisor(s, e("word"))})`,
  "from a number": (s, e) => (s.draws.chance(5) ? `BigInt(${e("number")})` : `BigInt(Math.abs(${e("number")}))`),
  "itself again": (_, e) => `BigInt(${e("word")})`,
  "fewer bits": (s, e) => `BigInt.asUintN(${s.draws.pick([1, 8, 16, 31, 32, 33, 63])}, ${e("word")})`,
  choice: (_, e) => `(${e("boolean")} ? ${e("word")} : ${e("word")})`,
  element: (s, e) => { const a = s.variable("longs"); return `${a}[${index(s, a, e("number"))}]!`; },
  "element of a list": (_, e) => `at(${e("words")}, ${e("number")}, 8n)`,
  reduce: (_, e) => `${e("words")}.reduce((sum, k) => BigInt.asUintN(64, sum * 31n + k), ${e("word")})`,
};

export const BOOLEAN: Generators = {
  "compare numbers": (s, e) => `(${s.variable("number")} + 0 ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("number")})`,
  "compare words": (s, e) => `((${s.variable("word")} | 0n) ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("word")})`,
  "compare texts": (s, e) => `(${s.variable("string")}.slice(0) ${s.draws.pick(["<", "<=", ">", ">=", "===", "!=="])} ${e("string")})`,
  and: (_, e) => `(${e("boolean")} && ${e("boolean")})`,
  or: (_, e) => `(${e("boolean")} || ${e("boolean")})`,
  not: (_, e) => `(!${e("boolean")})`,
  same: (s, e) => `(yes(${e("boolean")}) ${s.draws.pick(["===", "!=="])} yes(${e("boolean")}))`,
  text: (s, e) => `${e("string")}.${s.draws.pick(["includes", "startsWith", "endsWith"])}(${e("string")}${s.draws.chance(30) ? `, ${e("number")}` : ""})`,
};
