// Statements that change something: variables, elements, fields, collections.

import { elementOf, VIEW_NAMES } from "./lists";
import { index, line, type Grammar, type StatementGenerators } from "./generator";
import type { Scope, TypeName } from "../scope";

/** A value to keep: cut down, so that loops do not make it grow without end. */
export function kept(s: Scope, { e }: Grammar, type: TypeName): string {
  const value = e(s, type, 3);
  switch (type) {
    case "number": return s.draws.chance(85) ? `${value} % 10007` : value;
    case "string": return `(${value}).slice(0, 30)`;
    case "numbers": case "strings": case "words": case "points": return `(${value}).slice(0, 12)`;
    case "bytes": case "signed": case "pairs16": case "halves": case "quads": case "ints": case "longs": return `(${value}).slice(0, 12)`;
    case "maybe": return `maybe(${value})`;
    default: return value;
  }
}

const small = (s: Scope, { e }: Grammar): string => `${e(s, "number")} % 10007`;

export const ASSIGNED: readonly TypeName[] = [
  "number", "number", "number", "word", "word", "boolean", "string", "numbers", "strings", "words", "bytes", "signed", "pairs16", "halves",
  "quads", "ints", "longs", "point", "points", "shape", "item", "beast", "stack", "entry", "maybe", "pair", "closure",
];

export const ASSIGNMENTS: StatementGenerators = {
  assign: (s, g) => { const type = s.draws.pick(ASSIGNED); return line(`${s.assignable(type)} = ${kept(s, g, type)};`); },
  "compound number": (s, { e }) => line(`${s.assignable("number")} ${s.draws.pick(["+=", "-=", "&=", "|=", "^=", "<<=", ">>=", ">>>="])} ${e(s, "number")};`),
  "compound product": (s, { e }) => line(`${s.assignable("number")} *= ${s.draws.chance(10) ? e(s, "number") : s.draws.below(4)};`),
  "compound remainder": (s) => line(`${s.assignable("number")} %= ${s.draws.pick([7, 100, 10007])};`),
  "compound word": (s, { e }) => line(`${s.assignable("word")} ${s.draws.pick(["&=", "|=", "^=", ">>="])} ${e(s, "word")};`),
  "compound quotient": (s, { e }) => line(`${s.assignable("word")} ${s.draws.pick(["/=", "%="])} ${s.draws.chance(5) ? e(s, "word") : `(${e(s, "word")} | 1n)`};`),
  "compound boolean": (s, { e }) => line(`${s.assignable("boolean")} ${s.draws.pick(["&&=", "||="])} ${e(s, "boolean")};`),
  "compound null": (s, { e }) => { const q = s.assignable("maybe"); return line(`${q} = maybe(${q} ??= ${e(s, "point")});`); },
  "compound text": (s, { e }) => { const v = s.assignable("string"); return line(`if (${v}.length < 40) ${v} += (${e(s, "string")}).slice(0, 9);`); },
  step: (s) => line(`${s.assignable("number")}${s.draws.pick(["++", "--"])};`),
  note: (s, { e }) => line(`note(${e(s, "string")});`),
  element: (s, { e }) => { const a = s.variable("numbers"); return line(`if (${a}.length > 0) ${a}[${index(s, a, e(s, "number"))}]! ${s.draws.pick(["=", "+=", "^="])} ${e(s, "number")};`); },
  "element of a view": (s, { e }) => {
    const view = s.draws.pick(VIEW_NAMES);
    const a = s.variable(view);
    const operator = view === "longs" ? s.draws.pick(["=", "^=", "|="]) : s.draws.pick(["=", "+=", "-=", "<<=", "^="]);
    return line(`if (${a}.length > 0) ${a}[${index(s, a, e(s, "number"))}]! ${operator} ${e(s, elementOf(view))};`);
  },
  "step an element": (s) => { const a = s.variable(s.draws.pick(["bytes", "halves", "signed", "ints"] as const)); return line(`if (${a}.length > 1) ${a}[${s.draws.below(2)}]!${s.draws.pick(["++", "--"])};`); },
  "fill a view": (s, { e }) => { const view = s.draws.pick(VIEW_NAMES); return line(`${s.variable(view)}.fill(${e(s, elementOf(view))}, ${s.draws.below(4)});`); },
  "set a view": (s, { e }) => {
    const view = s.draws.pick(VIEW_NAMES);
    const a = s.variable(view);
    if (s.draws.chance(10)) return line(`${a}.set(${view === "longs" ? e(s, "words") : e(s, "numbers")}, ${s.draws.below(5)});`);
    return line(`if (${a}.length > 1) ${a}.set(${a}.subarray(1)${s.draws.chance(50) ? "" : ", 0"});`);
  },
  push: (s, { e }) => { const a = s.variable("numbers"); return line(`if (${a}.length < 20) ${a}.push(${e(s, "number")}${s.draws.chance(30) ? `, ${e(s, "number")}` : ""});`); },
  pop: (s, { e }) => line(`${s.assignable("number")} = ${s.variable("numbers")}.pop()${s.draws.chance(5) ? "!" : ` ?? ${e(s, "number")}`};`),
  "change array": (s, { e }) => line(`${s.variable("numbers")}.${s.draws.pick(["reverse()", `fill(${e(s, "number")}, 1)`, "sort((k, l) => (k < l ? -1 : k > l ? 1 : 0))"])};`),
  "push a point": (s, { e }) => { const a = s.variable("points"); return line(`if (${a}.length < 9) ${a}.push(${e(s, "point")});`); },
  "map set": (s, g) => { const m = s.variable("map"); return line(`if (${m}.size < 20) ${m}.set(${small(s, g).replace("10007", "10")}, ${small(s, g)});`); },
  "map of points set": (s, { e }) => { const m = s.variable("named"); return line(`if (${m}.size < 9) ${m}.set((${e(s, "string")}).slice(0, 5), ${e(s, "point")});`); },
  "map delete": (s, { e }) => line(s.draws.chance(80) ? `${s.variable("map")}.delete(${e(s, "number")} % 10);` : `${s.variable(s.draws.pick(["map", "named"] as const))}.clear();`),
  "set change": (s, { e }) => {
    const v = s.variable("set");
    if (s.draws.chance(10)) return line(`${v}.clear();`);
    return line(s.draws.chance(70) ? `if (${v}.size < 20) ${v}.add((${e(s, "string")}).slice(0, 3));` : `${v}.delete(${e(s, "string")});`);
  },
  field: (s, g) => line(`${s.variable("point")}.${s.draws.pick(["x", "y"])} ${s.draws.pick(["=", "+=", "^="])} ${small(s, g)};`),
  setter: (s, g) => line(`${s.variable("point")}.double ${s.draws.pick(["=", "+="])} ${small(s, g)};`),
  "interface setter": (s, g) => line(`${s.variable("shape")}.size ${s.draws.pick(["=", "+=", "-="])} ${small(s, g)};`),
  "beast's setter": (s, g) => line(s.draws.chance(50) ? `${s.variable("beast")}.weight ${s.draws.pick(["=", "+=", "-="])} ${small(s, g)};` : `${s.variable("beast")}.weight${s.draws.pick(["++", "--"])};`),
  "part of a record": (s, g) => line(s.draws.chance(50) ? `${s.variable("entry")}.left ${s.draws.pick(["=", "^="])} ${small(s, g)};` : `${s.variable("entry")}.right = ${kept(s, g, "string")};`),
  "optional call": (s, { e }) => line(`${s.assignable("number")} = maybe(${s.variable("maybe")})?.sum(${e(s, "number")}) ?? ${e(s, "number")};`),
  "tuple element": (s, g) => line(`${s.variable("pair")}[0] = ${small(s, g)};`),
  swap: (s, g) => { const [a, b] = [s.assignable("number"), s.assignable("number")]; return line(`[${a}, ${b}] = [${b}, ${small(s, g)}];`); },
  "swap elements": (s) => { const a = s.variable("numbers"); return line(`if (${a}.length > 1) [${a}[0], ${a}[1]] = [${a}[1]!, ${a}[0]!];`); },
  "assign the parts": (s, { e }) => line(`[${s.assignable("number")}, ${s.assignable("string")}] = ${e(s, "pair")};`),
  "assign the fields": (s, { e }) => {
    const [left, right] = [s.assignable("number"), s.assignable("string")];
    // A text that is joined with itself, again and again, would fill any heap.
    return line(`({ left: ${left}, right: ${right} } = ${e(s, "entry")}); ${right} = ${right}.slice(0, 40);`);
  },
  call: (s, { e }) => {
    if (s.callables.length === 0) return line(";");
    const { name, parameters } = s.draws.pick(s.callables);
    return line(`if (fuel-- > 0) ${name}(${parameters.map((type) => e(s, type)).join(", ")});`);
  },
};
