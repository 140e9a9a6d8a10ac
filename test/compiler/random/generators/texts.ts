// Strings.

import type { Generators } from "./generator";

export const STRING: Generators = {
  add: (_, e) => `(${e("string")} + ${e("string")})`,
  template: (_, e) => `\`\${${e("number")}}-\${${e("word")}}\${${e("boolean")}}\${${e("string")}}\``,
  "template of no values": (s) => `\`${s.draws.pick(["", "plain", "two\\nlines", "\\`"])}\``,
  slice: (_, e) => `${e("string")}.slice(${e("number")}, ${e("number")})`,
  "slice from": (_, e) => `${e("string")}.slice(${e("number")})`,
  pad: (s, e) => `${e("string")}.${s.draws.pick(["padStart", "padEnd"])}(${s.draws.below(9)}${s.draws.chance(50) ? `, ${e("string")}` : ""})`,
  repeat: (s, e) => `${e("string")}.slice(0, 9).repeat(${s.draws.chance(5) ? `${e("number")} % 4` : `${e("number")} & 3`})`,
  trim: (_, e) => `${e("string")}.trim()`,
  join: (s, e) => `${s.draws.chance(30) ? `fixed(${e("numbers")})` : e("numbers")}.join(${s.draws.chance(30) ? "" : e("string")})`,
  "join texts": (_, e) => `${e("strings")}.join("+")`,
  convert: (s, e) => `String(${e(s.draws.pick(["number", "word", "boolean", "string"] as const))})`,
  code: (s, e) => (s.draws.chance(5) ? `String.fromCharCode(${e("number")})` : `String.fromCharCode(${e("number")} & 127 | 32)`),
  radix: (s, e) => `(${e("number")}).toString(${s.draws.chance(4) ? e("number") : s.draws.pick(["", "2", "7", "10", "16", "36"])})`,
  "radix of a word": (s, e) => `(${e("word")}).toString(${s.draws.pick(["", "2", "10", "16", "36"])})`,
  choice: (_, e) => `(${e("boolean")} ? ${e("string")} : ${e("string")})`,
  "split and join": (_, e) => `${e("string")}.split(${e("string")}.slice(0, 1)).join("_")`,
  name: (_, e) => `${e("shape")}.name`,
  "tuple element": (_, e) => `${e("pair")}[1]`,
  generic: (_, e) => `at(${e("strings")}, ${e("number")}, "none")`,
  defaults: (s, e) => s.draws.pick([`scaled(${e("number")})`, `scaled(${e("number")}, ${e("number")})`, `scaled(${e("number")}, 3, ${e("string")})`]),
  "part of a record": (_, e) => `${e("entry")}.right`,
  label: (_, e) => `${e("beast")}.label`,
  described: (_, e) => `${e("beast")}.described(${e("string")}.slice(0, 9))`,
  "told apart": (_, e) => `((k: Item, n: number): string => (k.kind === "mark" ? k.text : scaled(k.width, n)))(${e("item")}, ${e("number")})`,
  "reduced to text": (_, e) => `${e("strings")}.reduce((all, k, i) => (all + k + String(i)).slice(0, 20), ${e("string")})`,
  keys: (s) => `[...fixedMap(${s.variable("named")}).keys()].join("&")`,
};
