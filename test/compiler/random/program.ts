// A random program: classes, some functions, each of which calls those above it, and a start() that prints all it has at
// the end. It ends by construction: every loop and every function uses up fuel.

import { classesOf } from "./declarations";
import { Draws } from "./draws";
import { expression } from "./expressions";
import { line, type Piece, type Statement } from "./generators/generator";
import { type Callable, Scope, TYPE_NAMES, TYPES, type TypeName, type Variable } from "./scope";
import { block } from "./statements";

const RESULTS = ["number", "word", "boolean", "string", "numbers", "point", "beast", "entry"] as const;

const variablesOf = (prefix: string, names: readonly TypeName[]): Variable[] =>
  names.map((type) => ({ name: `${prefix}${type}`, type, isAssignable: true }));

const declarations = (variables: readonly Variable[]): string =>
  variables.map(({ name, type }) => `let ${name}: ${TYPES[type][0]} = ${TYPES[type][1]};`).join("\n");

const HEAD = `import {
  at, type Beast, beastText, code, Disc, Egg, exact, type Entry, fail, Far, fixed, fixedMap, fixedSet, Gap, type Item, itemOf, itemText, last, mapText,
  Mark, maybe, namedText, pairOf, perhaps, Point, pointText, Problem, same, scaled, type Shape, Stack, Tile, total, Trouble, xOf, yes,
} from "../prelude";
type Count = number;
let fuel = 3000;
let trace = "";
function t(n: number): number {
  if (trace.length < 60) trace += String(n % 10);
  return n;
}
function note(text: string): void {
  if (fuel > 2000) console.log(text.slice(0, 60));
}`;

/** Tables that the image holds ready made. */
function tables(draws: Draws): string {
  const numbers = Array.from({ length: 4 }, () => draws.below(1000) - 100);
  return [
    `const TABLE = [${numbers.join(", ")}] as const;`,
    `const NAMED = { first: ${draws.below(100)}, second: ${draws.below(100)} * 3 + TABLE[1] } as const;`,
    `const inherited = NAMED.first + TABLE[${draws.below(4)}];`,
  ].join("\n");
}

/** Some types of variables; those of the rest are global. */
const some = (draws: Draws): TypeName[] => TYPE_NAMES.filter((name) => name === "number" || draws.chance(12));

function functionOf(draws: Draws, name: string, above: readonly Callable[]): { readonly callable: Callable; readonly statement: Statement } {
  const parameters = Array.from({ length: draws.below(4) }, () => draws.pick(TYPE_NAMES));
  const callable: Callable = { name, parameters, result: draws.pick(RESULTS) };
  const named = parameters.map((type, i): Variable => ({ name: `p${i}`, type, isAssignable: true }));
  const own = variablesOf("l", some(draws));
  const scope = new Scope(draws, [...own, ...named, ...variablesOf("g", TYPE_NAMES)], above, [], 1);
  const list = named.map(({ name: parameter, type }) => `${parameter}: ${TYPES[type][0]}`).join(", ");
  const head = `function ${name}(${list}): ${TYPES[callable.result][0]} {\n${declarations(own)}\nif (fuel-- > 0) {`;
  return { callable, statement: { pieces: [head, block(scope, 4), `}\nreturn ${expression(scope, callable.result, 2)};\n}`] } };
}

const listText = (name: string): string => `[...${name}].join()`;

/** For each type, the text of a variable at the program's end. */
const REPORTS: Readonly<Record<TypeName, (name: string) => string>> = {
  number: (name) => `String(${name})`, word: (name) => `${name}.toString(16)`, boolean: (name) => `String(${name})`, string: (name) => name,
  numbers: (name) => `${name}.join()`, strings: (name) => `${name}.join("|")`, words: (name) => `${name}.join()`,
  bytes: listText, signed: listText, pairs16: listText, halves: listText, quads: listText, ints: listText, longs: listText,
  map: (name) => `mapText(${name})`, named: (name) => `namedText(${name})`, set: (name) => `[...${name}].join("|")`,
  point: (name) => `pointText(${name})`, points: (name) => `${name}.map((each) => pointText(each)).join()`, maybe: (name) => `pointText(${name})`,
  shape: (name) => `\`\${${name}.name} \${${name}.size}\``, item: (name) => `itemText(${name})`, beast: (name) => `beastText(${name})`,
  stack: (name) => `\`\${${name}.height} \${${name}.top(0)}\``, entry: (name) => `\`\${${name}.left} \${${name}.right}\``,
  pair: (name) => `\`\${${name}[0]} \${${name}[1]}\``, closure: (name) => `String(${name}(3))`,
};

/** What the statements name: the rest of the globals and classes would be compiled for nothing. */
const isNamed = (statements: readonly Statement[], name: RegExp): boolean => statements.some((each) => name.test(textOf(each)));

export function randomProgram(seed: number): Statement {
  const draws = new Draws(seed);
  const all = variablesOf("g", TYPE_NAMES);
  const classes = classesOf(draws, all);
  const callables: Callable[] = [];
  const functions: Statement[] = [];
  const count = 1 + draws.below(2);
  for (let i = 0; i < count; i++) {
    const { callable, statement } = functionOf(draws, `f${i}`, [...callables]);
    callables.push(callable);
    functions.push(statement);
  }
  const scope = new Scope(draws, all, callables);
  const calls = callables.map(({ name, parameters }) => line(`${name}(${parameters.map((type) => expression(scope, type, 1)).join(", ")});`));
  const beasts = draws.chance(35) ? [line(`gbeast = ${draws.pick(["new Bear(5)", "new Cub(6)", "new Wolf(\"w\")"])}; note(String(gbeast.act(3)));`)] : [];
  const body = [...beasts, ...block(scope, 4), ...calls, ...block(scope, 4)];
  const family = isNamed([...functions, ...body], /\b(Animal|Bear|Cub|Wolf)\b/) ? [classes] : [];
  const globals = all.filter(({ name }) => name === "gnumber" || isNamed([...family, ...functions, ...body], new RegExp(`\\b${name}\\b`)));
  const report = `console.log([\`\${fuel} \${trace}\`, ${globals.map(({ name, type }) => REPORTS[type](name)).join(", ")}].join(" ; "));`;
  return { pieces: [
    `${HEAD}\n${tables(draws)}`, family, declarations(globals), functions, "export function start(): void {", body, `${report}\n}\nexport { f0 as again };\n`,
  ] };
}

/** The program's text, a statement a line or more. */
export function textOf({ pieces }: Statement): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.map(textOf).join("\n"))).join("\n");
}

/** The program without one statement: every way there is, larger statements first. */
export function smaller(statement: Statement): Statement[] {
  const found: Statement[] = [];
  statement.pieces.forEach((piece, p) => {
    if (typeof piece === "string") return;
    const other = (list: Piece): Statement => ({ pieces: statement.pieces.map((each, i) => (i === p ? list : each)) });
    piece.forEach((_, i) => { found.push(other(piece.filter((_each, j) => j !== i))); });
    piece.forEach((each, i) => {
      for (const less of smaller(each)) found.push(other(piece.map((old, j) => (j === i ? less : old))));
    });
  });
  return found;
}
