// The classes of one random program: a family of four behind an interface, whose members are fields or accessors, in one
// class or another, as it comes.

import type { Draws } from "./draws";
import { expression } from "./expressions";
import { type Piece, type Statement, TIRED } from "./generators/generator";
import { Scope, type Variable } from "./scope";
import { block } from "./statements";

const number = (name: string, isAssignable = true): Variable => ({ name, type: "number", isAssignable });

/** A method of numbers, with statements in it. */
function method(s: Scope, head: string, own: readonly Variable[], before = "", result = ""): Piece[] {
  const inside = s.inner([...own, number("n", false)]);
  return [`  ${head}(n: number): number {\n${TIRED}${before}`, block(inside, 2), `return (${result}${expression(inside, "number", 2)} % 10007) % 10007;\n  }`];
}

function weight(draws: Draws, isField: boolean): string {
  if (isField) return "  weight = 1;";
  const write = draws.pick(["value % 1000", "value % 10007 + 1", "Math.abs(value) % 10007"]);
  return `  #weight = 1;\n  get weight(): number { return this.#weight; }\n  set weight(value: number) { this.#weight = ${write}; }`;
}

const label = (isGetter: boolean, text: string): string =>
  (isGetter ? `  override get label(): string { return ${text}; }` : `  override readonly label: string = ${text.replace(/this\.#?\w+/, "\"own\"")};`);

/** The four classes: `globals` are what their methods may name besides their own fields. */
export function classesOf(draws: Draws, globals: readonly Variable[]): Statement {
  const s = new Scope(draws, globals, [], [], 1);
  const [isGetter, isField] = [draws.chance(50), draws.chance(50)];
  const own = [number("this.weight"), number("this.steps")];
  const cub = draws.chance(50) ? method(s, "override act", own, " const before = super.act(n);", "before + ") : [];
  return { pieces: [
    `interface Herd { readonly size: number; count(n: number): number }
abstract class Animal implements Beast {
${weight(draws, isField)}
  protected steps: number = ${draws.below(50)};
  ${draws.pick(["public", "private"])} static readonly MOST = ${100 + draws.below(900)};
  #hunger = ${1 + draws.below(9)};
  abstract ${isGetter ? "get label(): string" : "readonly label: string"};
  constructor(weight: number) { this.${isField ? "" : "#"}weight = weight % 10007;${draws.chance(50) ? " this.steps += 2;" : ""} }`,
    ...method(s, "act", [...own, number("this.#hunger")]),
    `  abstract young(n: number): Beast;
  described(by: string): string { return by + this.label + String(this.steps % Animal.MOST + this.#hunger % 10007); }
  fed(): this { this.weight++; return this; }
  static rank(beast: Beast): number { return beast.weight % Animal.MOST; }
}
class Bear extends Animal {
  static readonly LEGS = ${draws.below(9)};
  ${draws.chance(50) ? "public " : ""}readonly paws: number = ${draws.below(100)};
${label(isGetter, `"bear" + String(this.weight)`)}
  static legsOf(n: number): number { return n % 1000 * Bear.LEGS; }`,
    ...method(s, "override act", own, draws.chance(50) ? "" : " super.act(n - 1);"),
    `  young(n: number): Beast { return n % 2 === 0 ? new Cub(n, this.label.slice(0, 9)) : this${draws.chance(50) ? ".fed()" : ""}; }
}
class Cub extends Bear {
  readonly #name: string;${draws.chance(50) ? ";" : ""}
  constructor(weight: number, name = "cub") { super(weight${draws.chance(50) ? " + 1" : ""}); this.#name = name; this.steps = ${draws.below(9)}; }
${isGetter ? label(true, "this.#name") : ""}
  override described(by: string): string { return \`\${this.#name}/\${super.described(by)}\`; }`,
    ...cub,
    `}
class Wolf extends Animal implements Herd {
  get size(): number { return this.howl.length; }
  count(n: number): number { return n % 100 + this.size; }
  private howl: string;
  constructor(howl: string) { super(howl.length); this.howl = howl; }
${label(isGetter, "this.howl")}
  static pack(n: number): number { const herd: Herd = new Wolf("w".repeat(n & 7)); return herd.count(herd.size) + ${draws.below(9)}; }
  young(n: number): Beast { return new Wolf(this.howl + String(n % 10)); }`,
    ...(draws.chance(70) ? method(s, "override act", [number("this.steps")]) : []),
    "}",
  ] };
}
