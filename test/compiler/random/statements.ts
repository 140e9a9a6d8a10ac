// Random statements: a generator for each construct. A statement is text with lists of statements in it, from any of
// which one may be left out: that is how a program that fails is made small.

import { expression } from "./expressions";
import { type Scope, TYPES, type TypeName, type Variable } from "./scope";

export type Piece = string | Statement[];

export interface Statement {
  readonly pieces: readonly Piece[];
}

type Generator = (s: Scope) => Statement;

const ASSIGNED = ["number", "number", "number", "word", "boolean", "string", "numbers", "strings", "bytes", "halves", "point", "shape", "maybe", "pair", "closure"] as const;

const line = (text: string): Statement => ({ pieces: [text] });

/** A value to keep: cut down, so that loops do not make it grow without end. */
function kept(s: Scope, type: TypeName): string {
  const value = expression(s, type, 3);
  switch (type) {
    case "number": return s.draws.chance(85) ? `${value} % 10007` : value;
    case "string": return `(${value}).slice(0, 30)`;
    case "numbers": case "strings": return `(${value}).slice(0, 12)`;
    case "maybe": return `maybe(${value})`;
    default: return value;
  }
}

export function block(s: Scope, most = 3): Statement[] {
  const count = 1 + s.draws.below(most);
  return Array.from({ length: count }, () => statement(s));
}

const local = (s: Scope, type: TypeName): Variable => ({ name: s.fresh("v"), type, isAssignable: true });

const number = (s: Scope): string => expression(s, "number", 2);

const STATEMENTS: Readonly<Record<string, Generator>> = {
  assign: (s) => { const type = s.draws.pick(ASSIGNED); return line(`${s.assignable(type)} = ${kept(s, type)};`); },
  "compound number": (s) => line(`${s.assignable("number")} ${s.draws.pick(["+=", "-=", "&=", "|=", "^=", ">>=", ">>>="])} ${number(s)};`),
  "compound remainder": (s) => line(`${s.assignable("number")} %= ${s.draws.pick([7, 100, 10007])};`),
  "compound word": (s) => line(`${s.assignable("word")} ${s.draws.pick(["&=", "|=", "^=", ">>="])} ${expression(s, "word", 2)};`),
  "compound boolean": (s) => line(`${s.assignable("boolean")} ${s.draws.pick(["&&=", "||="])} ${expression(s, "boolean", 2)};`),
  "compound text": (s) => line(`if (${s.assignable("string")}.length < 40) ${s.assignable("string")} += (${expression(s, "string", 2)}).slice(0, 9);`),
  step: (s) => line(`${s.assignable("number")}${s.draws.pick(["++", "--"])};`),
  note: (s) => line(`note(${expression(s, "string", 2)});`),
  element: (s) => { const a = s.variable("numbers"); return line(`if (${a}.length > 0) ${a}[Math.abs(${number(s)} % ${a}.length)]! ${s.draws.pick(["=", "+=", "^="])} ${number(s)};`); },
  byte: (s) => { const a = s.variable("bytes"); return line(`${a}[Math.abs(${number(s)} % ${a}.length)]! ${s.draws.pick(["=", "+=", "-=", "<<=", "^="])} ${number(s)};`); },
  half: (s) => { const a = s.variable("halves"); return line(s.draws.chance(50) ? `${a}[${s.draws.below(2)}]!${s.draws.pick(["++", "--"])};` : `${a}.fill(${number(s)}, ${s.draws.below(4)});`); },
  push: (s) => { const a = s.variable("numbers"); return line(`if (${a}.length < 20) ${a}.push(${number(s)});`); },
  pop: (s) => line(`${s.assignable("number")} = ${s.variable("numbers")}.pop() ?? ${number(s)};`),
  "change array": (s) => line(`${s.variable("numbers")}.${s.draws.pick(["reverse()", `fill(${number(s)}, 1)`, "sort((k, l) => k - l)"])};`.replace("k - l", "(k < l ? -1 : k > l ? 1 : 0)")),
  "typed set": (s) => { const a = s.variable("bytes"); return line(s.draws.chance(95) ? `${a}.set(${a}.subarray(1), 0);` : `${a}.set([${number(s)}], ${s.draws.below(5)});`); },
  "map set": (s) => { const m = s.variable("map"); return line(`if (${m}.size < 20) ${m}.set(${number(s)} % 10, ${number(s)} % 10007);`); },
  "map delete": (s) => line(`${s.variable("map")}.delete(${number(s)} % 10);`),
  "set change": (s) => { const v = s.variable("set"); return line(s.draws.chance(70) ? `if (${v}.size < 20) ${v}.add((${expression(s, "string", 2)}).slice(0, 3));` : `${v}.delete(${expression(s, "string", 1)});`); },
  field: (s) => line(`${s.variable("point")}.${s.draws.pick(["x", "y"])} ${s.draws.pick(["=", "+=", "^="])} ${number(s)} % 10007;`),
  setter: (s) => line(`${s.variable("point")}.double ${s.draws.pick(["=", "+="])} ${number(s)} % 10007;`),
  "interface setter": (s) => line(`${s.variable("shape")}.size ${s.draws.pick(["=", "+=", "-="])} ${number(s)} % 10007;`),
  "optional call": (s) => line(`${s.assignable("number")} = maybe(${s.variable("maybe")})?.sum(${number(s)}) ?? ${number(s)};`),
  "tuple element": (s) => line(`${s.variable("pair")}[0] = ${number(s)} % 10007;`),
  swap: (s) => { const [a, b] = [s.assignable("number"), s.assignable("number")]; return line(`[${a}, ${b}] = [${b}, ${number(s)} % 10007];`); },
  "swap elements": (s) => { const a = s.variable("numbers"); return line(`if (${a}.length > 1) [${a}[0], ${a}[1]] = [${a}[1]!, ${a}[0]!];`); },
  "take apart": (s) => {
    const [n, text] = [local(s, "number"), local(s, "string")];
    return { pieces: [`{ const [${n.name}, ${text.name}] = ${expression(s, "pair", 1)};`, block(s.inner([constant(n), constant(text)]), 2), "}"] };
  },
  "take a point apart": (s) => {
    const [x, y] = [local(s, "number"), local(s, "number")];
    return { pieces: [`{ const { x: ${x.name}, y: ${y.name} } = ${s.variable("point")};`, block(s.inner([constant(x), constant(y)]), 2), "}"] };
  },
  "local variable": (s) => {
    const type = s.draws.pick(ASSIGNED);
    const v = local(s, type);
    return { pieces: [`{ let ${v.name}: ${TYPES[type][0]} = ${kept(s, type)};`, block(s.inner([v]), 3), "}"] };
  },
  shadow: (s) => {
    const outer = s.draws.pick(s.all("number"));
    return { pieces: [`{ let ${outer.name}: number = ${s.draws.below(50)};`, block(s.inner([{ ...outer, isAssignable: true }]), 2), `note(String(${outer.name})); }`] };
  },
  if: (s) => ({ pieces: [`if (${condition(s)}) {`, block(s.inner()), "}"] }),
  "if else": (s) => ({ pieces: [`if (${condition(s)}) {`, block(s.inner()), "} else {", block(s.inner()), "}"] }),
  narrowed: (s) => {
    const q = local(s, "maybe").name;
    return line(`{ const ${q} = maybe(${s.variable("maybe")}); if (${q} !== null) ${q}.x = ${number(s)} % 10007; else ${s.assignable("number")} = ${number(s)} % 10007; }`);
  },
  for: (s) => {
    const [i, label] = [local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (let ${i.name} = 0; ${i.name} < ${1 + s.draws.below(6)} && fuel > 0; ${i.name}++) { fuel--;`, block(s.inner([constant(i)], label)), "}"] };
  },
  "for down": (s) => {
    const [i, label] = [local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (let ${i.name} = ${number(s)} % 10; ${i.name} > -2; ${i.name} -= 3) { if (fuel-- <= 0) break;`, block(s.inner([constant(i)], label)), "}"] };
  },
  while: (s) => { const label = s.fresh("loop"); return { pieces: [`${label}: while (fuel > 0 && ${condition(s)}) { fuel -= 7;`, block(s.inner([], label)), "}"] }; },
  "do while": (s) => { const label = s.fresh("loop"); return { pieces: [`${label}: do { fuel -= 7;`, block(s.inner([], label)), `} while (fuel > 0 && ${expression(s, "boolean", 2)});`] }; },
  "for of numbers": (s) => forOf(s, "number", "numbers"),
  "for of texts": (s) => forOf(s, "string", "strings"),
  "for of bytes": (s) => forOf(s, "number", "bytes"),
  "for of a set": (s) => forOf(s, "string", "set"),
  "for of a map": (s) => {
    const [k, v, label] = [local(s, "number"), local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (const [${k.name}, ${v.name}] of ${s.variable("map")}) { if (fuel-- <= 0) break;`, block(s.inner([constant(k), constant(v)], label)), "}"] };
  },
  break: (s) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s)}) break;`)),
  "break a label": (s) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s)}) break ${s.draws.pick(s.loops)};`)),
  "continue a label": (s) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s)}) continue ${s.draws.pick(s.loops)};`)),
  "switch on a number": (s) => ({ pieces: [
    `switch (${number(s)} % 4) { case 0: {`, block(s.inner(), 2), "break; } case 1: case -1: {", block(s.inner(), 2), "break; } case 2: {", block(s.inner(), 2), "break; } default: {", block(s.inner(), 2), "} }",
  ] }),
  "switch on a text": (s) => ({ pieces: [`switch (${s.variable("string")}.slice(0)) { case "a": {`, block(s.inner(), 2), "break; } case \"ab\": {", block(s.inner(), 2), "break; } default: {", block(s.inner(), 2), "} }"] }),
  "try catch": (s) => ({ pieces: ["try {", [...block(s.inner()), thrower(s)], "} catch (e) { if (!(e instanceof Problem)) throw e;", block(s.inner(), 2), `${s.assignable("number")} = e.code; }`] }),
  "try catch all": (s) => ({ pieces: ["try {", [...block(s.inner()), thrower(s)], "} catch {", block(s.inner(), 2), "}"] }),
  "try finally": (s) => ({ pieces: ["try {", block(s.inner()), "} finally {", block(s.inner(), 2), "}"] }),
  "try catch finally": (s) => ({ pieces: ["try {", [thrower(s), ...block(s.inner())], "} catch (e) {", block(s.inner(), 2), "if (e instanceof Error) note(e.message); } finally {", block(s.inner(), 2), "}"] }),
  throw: (s) => (s.draws.chance(20) ? thrower(s) : line(";")),
  closure: (s) => {
    const k = local(s, "number");
    return { pieces: [`${s.assignable("closure")} = (${k.name}: number): number => { if (fuel-- <= 0) return 0;`, block(s.closure([k]), 2), `return ${expression(s.closure([k]), "number", 2)} % 10007; };`] };
  },
  "for each": (s) => {
    const k = local(s, "number");
    return { pieces: [`${s.variable("numbers")}.forEach((${k.name}) => { if (fuel-- <= 0) return;`, block(s.closure([k]), 2), "});"] };
  },
  call: (s) => {
    if (s.callables.length === 0) return line(";");
    const { name, parameters } = s.draws.pick(s.callables);
    return line(`if (fuel-- > 0) ${name}(${parameters.map((type) => expression(s, type, 2)).join(", ")});`);
  },
  "nested function": (s) => {
    const [f, k] = [s.fresh("nested"), local(s, "number")];
    return { pieces: [`{ function ${f}(${k.name}: number): number { if (fuel-- <= 0 || ${k.name} <= 0) return 1;`, block(s.closure([k]), 2), `return ${f}(Math.min(${k.name}, 4) - 1) + 1; } note(String(${f}(${s.draws.below(4)}))); }`] };
  },
};

export const STATEMENT_NAMES: readonly string[] = Object.keys(STATEMENTS);

const constant = (variable: Variable): Variable => ({ ...variable, isAssignable: false });

/** TypeScript narrows nothing where it is sure that nobody comes, so no condition is one that it can decide. */
function condition(s: Scope): string {
  const text = expression(s, "boolean", 2);
  return /\b(?:true|false)\b/.test(text) ? `(fuel < 100000) === (${text})` : text;
}

const thrower = (s: Scope): Statement => line(`if (${condition(s)}) throw new Problem(${number(s)} % 100);`);

function forOf(s: Scope, element: TypeName, list: TypeName): Statement {
  const [v, label] = [local(s, element), s.fresh("loop")];
  return { pieces: [`${label}: for (const ${v.name} of ${s.variable(list)}) { if (fuel-- <= 0) break;`, block(s.inner([constant(v)], label)), "}"] };
}

const isSimple = (name: string): boolean => !/if|for|while|switch|try|local|shadow|take|nested|closure/.test(name);

const SIMPLE = Object.entries(STATEMENTS).filter(([name]) => isSimple(name)).map(([, generator]) => generator);
const EVERY = Object.values(STATEMENTS);

/** Deep inside, only statements without others in them. */
export const statement = (s: Scope): Statement => s.draws.pick(s.depth >= 3 ? SIMPLE : EVERY)(s);
