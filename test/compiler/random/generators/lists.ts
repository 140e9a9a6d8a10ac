// Arrays, through Array and ReadonlyArray, and typed arrays of every kind.

import { type Generators, index } from "./generator";
import type { Scope, TypeName } from "../scope";

/** For each type of typed array, its constructor. */
const VIEWS = {
  bytes: "Uint8Array", signed: "Int8Array", pairs16: "Uint16Array", halves: "Int16Array",
  quads: "Uint32Array", ints: "Int32Array", longs: "BigUint64Array",
} as const satisfies Partial<Record<TypeName, string>>;

export type ViewName = keyof typeof VIEWS;

export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** Those whose elements are numbers. */
const NUMBER_VIEWS = ["bytes", "signed", "pairs16", "halves", "quads", "ints"] as const satisfies readonly ViewName[];

export const elementOf = (view: ViewName): "number" | "word" => (view === "longs" ? "word" : "number");

type Make = (type: TypeName) => string;

const optional = (s: Scope, e: Make, before: string): string =>
  (s.draws.chance(50) ? "" : `${before}${e("number")}${s.draws.chance(50) ? "" : `, ${e("number")}`}`);

/** An array of numbers that one may read. */
const list = (s: Scope, e: Make): string => (s.draws.chance(40) ? `fixed(${e("numbers")})` : e("numbers"));
const pointList = (s: Scope, e: Make): string => (s.draws.chance(40) ? `fixed(${e("points")})` : e("points"));

export const NUMBER_OF_LISTS: Generators = {
  count: (s, e) => `${list(s, e)}.length`,
  "index of number": (s, e) => `${list(s, e)}.indexOf(${e("number")}${s.draws.chance(30) ? `, ${e("number")}` : ""})`,
  "find index": (s, e) => `${list(s, e)}.findIndex((k, i) => k > ${s.variable("number")} + i)`,
  reduce: (s, e) => `${list(s, e)}.reduce((sum, k, i) => (sum * 3 + k % 1000 + i) % 10007, ${e("number")} % 1000)`,
  element: (s, e) => { const a = s.variable(s.draws.pick(NUMBER_VIEWS)); return `${a}[${index(s, a, e("number"))}]!`; },
  "view's length": (s) => `${s.variable(s.draws.pick(VIEW_NAMES))}.${s.draws.pick(["length", "byteLength"])}`,
  "element's bytes": (s) => `${VIEWS[s.draws.pick(VIEW_NAMES)]}.BYTES_PER_ELEMENT`,
  "index of element": (s, e) => {
    const view = s.draws.pick(VIEW_NAMES);
    return `${s.variable(view)}.indexOf(${e(elementOf(view))}${s.draws.chance(30) ? `, ${e("number")}` : ""})`;
  },
  "find point": (s, e) => `(${pointList(s, e)}.find((k) => k.x > ${s.variable("number")})?.y ?? ${e("number")})`,
  "find far point": (s, e) => `(${pointList(s, e)}.find((k) => k instanceof Far)?.z ?? ${e("number")})`,
  "far points": (s, e) => `${pointList(s, e)}.filter((k) => k instanceof Far).reduce((sum, k) => sum + k.z + k.x % 100, 0)`,
  "points' sum": (s, e) => `${pointList(s, e)}.map((k) => k.sum(1) % 1000).reduce((sum, k) => sum + k, ${e("number")} % 1000)`,
};

export const BOOLEAN_OF_LISTS: Generators = {
  includes: (s, e) => `${list(s, e)}.includes(${e("number")}${s.draws.chance(30) ? `, ${e("number")}` : ""})`,
  every: (s, e) => `${list(s, e)}.${s.draws.pick(["every", "some"])}((k, i) => k >= ${s.variable("number")} - i)`,
  "text among texts": (_, e) => `${e("strings")}.includes(${e("string")})`,
};

export const NUMBERS: Generators = {
  literal: (_, e) => `[${e("number")}, ${e("number")}]`,
  map: (s, e) => `${list(s, e)}.map((k, i) => k % 1000 + i * ${s.variable("number")} % 7)`,
  filter: (s, e) => `${list(s, e)}.filter((k) => k !== ${s.variable("number")})`,
  slice: (s, e) => `${list(s, e)}.slice(${optional(s, e, "")})`,
  concat: (s, e) => `${list(s, e)}.concat(${list(s, e)})`,
  spread: (s, e) => `[...${list(s, e)}, ${e("number")}, ...${e(s.draws.pick(["numbers", "bytes", "halves", "ints"] as const))}]`,
  reverse: (_, e) => `${e("numbers")}.slice().reverse()`,
  sort: (s, e) => `${e("numbers")}.slice().sort((k, l) => ${s.draws.pick(["(k < l ? -1 : k > l ? 1 : 0)", "(k < l ? 1 : k > l ? -1 : 0)", "Math.abs(k % 100) - Math.abs(l % 100)"])})`,
  fill: (s, e) => `new Array<number>(${s.draws.chance(4) ? `${e("number")} % 10` : s.draws.below(5)}).fill(${e("number")})`,
  "of a map": (s) => `[...${s.draws.chance(50) ? s.variable("map") : `fixedMap(${s.variable("map")})`}.${s.draws.pick(["keys", "values"])}()]`,
  "of pairs": (s) => `[...${s.variable("map")}.entries()].map(([k, v]) => k * 3 + v)`,
  "lengths of texts": (_, e) => `${e("strings")}.map((k) => k.length)`,
  choice: (_, e) => `(${e("boolean")} ? ${e("numbers")} : ${e("numbers")})`,
};

const viewGenerators = (view: ViewName): Generators => {
  const element = elementOf(view);
  const name = VIEWS[view];
  return {
    "zeros of a length": () => `new ${name}(3)`,
    literal: (_, e) => `new ${name}([${e(element)}, ${e(element)}, ${element === "word" ? "3n" : "3"}])`,
    zeros: (s, e) => (s.draws.chance(5) ? `new ${name}(${e("number")} % 30)` : `new ${name}(${1 + s.draws.below(6)})`),
    slice: (s, e) => `new ${name}([...${s.variable(view)}.slice(${optional(s, e, "")}).subarray(0, 8), ${element === "word" ? "7n" : "7"}])`,
    "part of": (s, e) => `new ${name}([${element === "word" ? "9n" : "9"}, ...${e(view)}.subarray(${optional(s, e, "")}).slice(0, 8)])`,
    convert: (s, e) => (element === "word" ? `new ${name}([...${e("words")}.slice(0, 8), 1n])` : `new ${name}(${s.variable(s.draws.pick(NUMBER_VIEWS))})`),
    filled: (s, e) => `new ${name}(${e(view)}.slice(0, 8).fill(${e(element)}${optional(s, e, ", ")}))`,
  };
};

/** For each type of typed array, its constructs. */
export const VIEW_GENERATORS = Object.fromEntries(VIEW_NAMES.map((view) => [view, viewGenerators(view)])) as Record<ViewName, Generators>;
