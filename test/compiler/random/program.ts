// A random program: some functions, each of which calls those above it, and a start() that prints all it has at the end.
// It ends by construction: every loop and every function uses up fuel.

import { Draws } from "./draws";
import { expression } from "./expressions";
import { PRELUDE } from "./prelude";
import { type Callable, Scope, TYPES, type TypeName, type Variable } from "./scope";
import { block, type Piece, type Statement } from "./statements";

const NAMES = Object.keys(TYPES) as TypeName[];
const RESULTS = ["number", "word", "boolean", "string", "numbers", "point"] as const;

const variablesOf = (prefix: string): Variable[] => NAMES.map((type) => ({ name: `${prefix}${type}`, type, isAssignable: true }));

const declarations = (variables: readonly Variable[]): string =>
  variables.map(({ name, type }) => `let ${name}: ${TYPES[type][0]} = ${type === "maybe" ? "maybe(null)" : TYPES[type][1]};`).join("\n");

function functionOf(draws: Draws, name: string, above: readonly Callable[]): { readonly callable: Callable; readonly statement: Statement } {
  const parameters = Array.from({ length: draws.below(4) }, () => draws.pick(NAMES));
  const callable: Callable = { name, parameters, result: draws.pick(RESULTS) };
  const named = parameters.map((type, i): Variable => ({ name: `p${i}`, type, isAssignable: true }));
  const own = variablesOf("l");
  const scope = new Scope(draws, [...own, ...named, ...variablesOf("g")], above, [], 1);
  const list = named.map(({ name: parameter, type }) => `${parameter}: ${TYPES[type][0]}`).join(", ");
  const head = `function ${name}(${list}): ${TYPES[callable.result][0]} {\n${declarations(own)}\nif (fuel-- > 0) {`;
  return { callable, statement: { pieces: [head, block(scope, 4), `}\nreturn ${expression(scope, callable.result, 2)};\n}`] } };
}

/** The text of everything that the program holds at its end. */
const REPORT = [
  "console.log(`${gnumber} ${gword} ${gboolean} [${gstring}] ${gnumbers.join()} ${gstrings.join(\"|\")} ${fuel} ${trace}`);",
  "console.log(`${[...gbytes].join()} ${[...ghalves].join()} ${[...gmap].map(([k, v]) => `${k}=${v}`).join()} ${[...gset].join(\"|\")}`);",
  "console.log(`${gpoint.x} ${gpoint.y} ${gpoint instanceof Far} ${gshape.name} ${gshape.size} ${gmaybe?.x ?? -1} ${gpair[0]} ${gpair[1]} ${gclosure(3)}`);",
].join("\n");

export function randomProgram(seed: number): Statement {
  const draws = new Draws(seed);
  const globals = variablesOf("g");
  const functions: Statement[] = [];
  const callables: Callable[] = [];
  const count = 1 + draws.below(3);
  for (let i = 0; i < count; i++) {
    const { callable, statement } = functionOf(draws, `f${i}`, [...callables]);
    callables.push(callable);
    functions.push(statement);
  }
  const scope = new Scope(draws, globals, callables);
  return { pieces: [PRELUDE, `${declarations(globals)}\n`, functions, "export function start(): void {", block(scope, 8), `${REPORT}\n}\n`] };
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
