// Statements that declare something for the statements in them: variables, parts of values, functions.

import { ASSIGNED, kept } from "./assignments";
import { line, type StatementGenerators, TIRED } from "./generator";
import { type Scope, type TypeName, TYPES, type Variable } from "../scope";

export const local = (s: Scope, type: TypeName): Variable => ({ name: s.fresh("v"), type, isAssignable: true });

export const constant = (variable: Variable): Variable => ({ ...variable, isAssignable: false });

/** Other ways to write a type. */
const ANNOTATIONS: Partial<Readonly<Record<TypeName, readonly string[]>>> = {
  number: [
    "(number)", "Point[\"x\"]", "typeof gnumber", "typeof gpoint.x", "Parameters<typeof t>[0]", "NonNullable<[name: string, count?: number][1]>", "NonNullable<[string, number?][1]>",
    "[string, ...number[]][1]", "{ [K in keyof Entry]: Entry[K] }[\"left\"]", "(number[] extends readonly (infer E)[] ? E : never)",
    "(Entry & Shape)[\"left\"]", "Count",
  ],
  string: ["Entry[\"right\"]", "typeof gstring", "ReturnType<typeof scaled>", "Exclude<string | null, null>"],
  numbers: ["Array<number>", "typeof gnumbers", "Count[]"],
  maybe: ["null | Point", "typeof gmaybe"],
  entry: ["typeof gentry"],
  closure: ["(k: Count) => Count", "typeof gclosure"],
  pair: ["[count: number, name: string]", "typeof gpair"],
};

const annotation = (s: Scope, type: TypeName): string => (s.draws.chance(50) ? TYPES[type][0] : s.draws.pick(ANNOTATIONS[type] ?? [TYPES[type][0]]));

export const LOCALS: StatementGenerators = {
  "local variable": (s, g) => {
    const type = s.draws.pick(ASSIGNED);
    const v = local(s, type);
    return { pieces: [`{ let ${v.name}: ${annotation(s, type)} = ${kept(s, g, type)};`, g.block(s.inner([v]), 3), "}"] };
  },
  "of a computed type": (s, g) => {
    const v = local(s, s.draws.pick(["number", "number", "number", "string", "numbers", "entry", "pair"] as const));
    return { pieces: [`{ let ${v.name}: ${s.draws.pick(ANNOTATIONS[v.type] ?? [])} = ${kept(s, g, v.type)};`, g.block(s.inner([v]), 2), "}"] };
  },
  "local constant": (s, g) => {
    const v = local(s, s.draws.pick(["number", "string", "word", "numbers", "point", "closure"] as const));
    return { pieces: [`{ const ${v.name} = ${g.e(s, v.type)};`, g.block(s.inner([constant(v)]), 3), "}"] };
  },
  shadow: (s, g) => {
    const outer = s.draws.pick(s.all("number").filter(({ name }) => !name.startsWith("this.")));
    return { pieces: [`{ let ${outer.name}: number = ${s.draws.below(50)};`, g.block(s.inner([{ ...outer, isAssignable: true }]), 2), `note(String(${outer.name})); }`] };
  },
  record: (s, g) => {
    const [v, left, right] = [local(s, "entry"), local(s, "number"), local(s, "string")];
    return { pieces: [
      `{ const ${left.name} = ${g.e(s, "number")}, ${right.name} = ${g.e(s, "string")}; const ${v.name}: Entry = { left: ${left.name} % 10007, right: ${right.name} };`,
      g.block(s.inner([constant(v), constant(left), constant(right)]), 2), "}",
    ] };
  },
  shorthand: (s, g) => {
    const v = s.fresh("v");
    return line(`{ const left = ${g.e(s, "number")}; const right = ${g.e(s, "string")}; const ${v}: { left: number; right: string } = { left, right }; ${v}.left ^= 5; note(String(${v}.left) + ${v}.right); ${s.assignable("entry")} = { left, right }; }`);
  },
  "take apart": (s, g) => {
    const [n, text] = [local(s, "number"), local(s, "string")];
    const name = s.draws.chance(30) ? "" : n.name;
    return { pieces: [`{ const [${name}, ${text.name}] = ${g.e(s, "pair", 1)};`, g.block(s.inner([...(name === "" ? [] : [constant(n)]), constant(text)]), 2), "}"] };
  },
  "take a point apart": (s, g) => {
    const [x, y] = [local(s, "number"), local(s, "number")];
    return { pieces: [`{ const { x: ${x.name}, y: ${y.name} } = ${s.variable("point")};`, g.block(s.inner([constant(x), constant(y)]), 2), "}"] };
  },
  "take a record apart": (s, g) => {
    const [left, right] = [local(s, "number"), local(s, "string")];
    return { pieces: [`{ let { left: ${left.name}, right: ${right.name} } = ${g.e(s, "entry", 1)};`, g.block(s.inner([left, right]), 2), "}"] };
  },
  narrowed: (s, { e }) => {
    const q = local(s, "maybe").name;
    return line(`{ const ${q} = maybe(${s.variable("maybe")}); if (${q} !== null) ${q}.x = ${e(s, "number")} % 10007; else ${s.assignable("number")} = ${e(s, "number")} % 10007; }`);
  },
  found: (s, { e }) => {
    const q = s.fresh("v");
    return line(`{ const ${q}: Point | undefined = ${e(s, "points")}.find((k) => k.x > ${s.variable("number")}); if (${q} !== undefined) ${q}.y = ${e(s, "number")} % 10007; }`);
  },
  "class tested": (s, { e }) => {
    const q = s.fresh("v");
    return line(`{ const ${q}: Beast = ${e(s, "beast")}; if (${q} instanceof Bear) note(String(${q}.paws)); else ${q}.weight = ${e(s, "number")} % 10007; }`);
  },
  closure: (s, g) => {
    const k = local(s, "number");
    return { pieces: [`${s.assignable("closure")} = (${k.name}: number): number => { ${TIRED}`, g.block(s.closure([k]), 2), `return ${g.e(s.closure([k]), "number")} % 10007; };`] };
  },
  "function expression": (s, g) => {
    const k = local(s, "number");
    const inside = s.function([k]);
    return { pieces: [`${s.assignable("closure")} = function (${k.name}: number): number { ${TIRED}`, g.block(inside, 2), `return ${g.e(inside, "number")} % 10007; };`] };
  },
  "for each": (s, g) => {
    const k = local(s, "number");
    const list = s.draws.pick([s.variable("numbers"), `fixed(${s.variable("numbers")})`, s.variable("map"), `fixedMap(${s.variable("map")})`]);
    return { pieces: [`${list}.forEach((${k.name}) => { if (fuel-- <= 0) return;`, g.block(s.closure([k]), 2), "});"] };
  },
  "for each text": (s, g) => {
    const k = local(s, "string");
    const list = s.draws.pick([s.variable("strings"), s.variable("set"), `fixedSet(${s.variable("set")})`]);
    return { pieces: [`${list}.forEach((${k.name}) => { if (fuel-- <= 0) return;`, g.block(s.closure([k]), 2), "});"] };
  },
  "nested function": (s, g) => {
    const [f, k] = [s.fresh("nested"), local(s, "number")];
    return { pieces: [`{ function ${f}(${k.name}: number): number { if (fuel-- <= 0 || ${k.name} <= 0) return 1;`, g.block(s.function([k]), 2), `return ${f}(Math.min(${k.name}, 4) - 1) + 1; } note(String(${f}(${s.draws.below(4)}))); }`] };
  },
  "generic function": (s, g) => {
    const f = s.fresh("nested");
    return line(`{ const ${f} = <T extends object, const U>(a: T, b: U, isFirst: boolean, of: (a: T) => U): U => (isFirst ? of(a) : b); note(${f}(${g.e(s, "point")}, (${g.e(s, "string")}) as string, ${g.e(s, "boolean")}, (k) => \`(\${k.x})\`)); }`);
  },
};
