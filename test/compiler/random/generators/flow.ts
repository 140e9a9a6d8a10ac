// Statements that decide what runs: if, loops, switch, break, exceptions.

import { line, type Grammar, type Statement, type StatementGenerators } from "./generator";
import { constant, local } from "./locals";
import type { Scope, TypeName } from "../scope";

/** TypeScript narrows nothing where it is sure that nobody comes, so no condition is one that it can decide. */
export function condition(s: Scope, { e }: Grammar): string {
  const text = e(s, "boolean");
  return /\b(?:true|false)\b/.test(text) ? `(fuel < 100000) === (${text})` : text;
}

const thrower = (s: Scope, g: Grammar): Statement => {
  const thrown = s.draws.pick(["Problem", "Problem", "Trouble", "fail", "Error"] as const);
  const text = thrown === "fail" ? `fail(${g.e(s, "number")})` : thrown === "Error" ? `throw new Error(${s.draws.chance(50) ? "" : g.e(s, "string")})`
    : `throw new ${thrown}(${g.e(s, "number")} % 100)`;
  return line(`if (${condition(s, g)}) ${text};`);
};

function forOf(s: Scope, { block }: Grammar, element: TypeName, list: string): Statement {
  const [v, label] = [local(s, element), s.fresh("loop")];
  return { pieces: [`${label}: for (const ${v.name} of ${list}) { if (fuel-- <= 0) break;`, block(s.inner([constant(v)], label)), "}"] };
}

export const FLOW: StatementGenerators = {
  if: (s, g) => ({ pieces: [`if (${condition(s, g)}) {`, g.block(s.inner()), "}"] }),
  "if else": (s, g) => ({ pieces: [`if (${condition(s, g)}) {`, g.block(s.inner()), "} else {", g.block(s.inner()), "}"] }),
  "if else if": (s, g) => ({ pieces: [
    `if (${condition(s, g)}) {`, g.block(s.inner(), 2), `} else if (${condition(s, g)}) {`, g.block(s.inner(), 2), "} else {", g.block(s.inner(), 2), "}",
  ] }),
  for: (s, { block }) => {
    const [i, label] = [local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (let ${i.name} = 0; ${i.name} < ${1 + s.draws.below(6)} && fuel > 0; ${i.name}++) { fuel--;`, block(s.inner([constant(i)], label)), "}"] };
  },
  "for down": (s, { e, block }) => {
    const [i, label] = [local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (let ${i.name} = ${e(s, "number")} % 10; ${i.name} > -2; ${i.name} -= 3) { if (fuel-- <= 0) break;`, block(s.inner([constant(i)], label)), "}"] };
  },
  "for two": (s, { block }) => {
    const [i, j, label] = [local(s, "number"), local(s, "number"), s.fresh("loop")];
    return { pieces: [`${label}: for (let ${i.name} = 0, ${j.name} = ${s.draws.below(9)}; ${i.name} < ${j.name}; ${i.name}++, ${j.name}--) {`, block(s.inner([constant(i), constant(j)], label)), "}"] };
  },
  "for ever": (s, g) => {
    const label = s.fresh("loop");
    return { pieces: [`${label}: for (;;) { if ((fuel -= 7) <= 0 || ${g.e(s, "boolean")}) break;`, g.block(s.inner([], label)), "}"] };
  },
  while: (s, g) => { const label = s.fresh("loop"); return { pieces: [`${label}: while (fuel > 0 && ${condition(s, g)}) { fuel -= 7;`, g.block(s.inner([], label)), "}"] }; },
  "do while": (s, g) => { const label = s.fresh("loop"); return { pieces: [`${label}: do { fuel -= 7;`, g.block(s.inner([], label)), `} while (fuel > 0 && ${g.e(s, "boolean")});`] }; },
  "for of numbers": (s, g) => forOf(s, g, "number", s.draws.pick([s.variable("numbers"), `fixed(${g.e(s, "numbers", 1)})`, "TABLE"])),
  "for of texts": (s, g) => forOf(s, g, "string", s.variable("strings")),
  "for of a view": (s, g) => forOf(s, g, "number", s.variable(s.draws.pick(["bytes", "signed", "pairs16", "halves", "quads", "ints"] as const))),
  "for of words": (s, g) => forOf(s, g, "word", s.variable(s.draws.pick(["longs", "words"] as const))),
  "for of a set": (s, g) => forOf(s, g, "string", s.draws.pick([s.variable("set"), `${s.variable("set")}.values()`, `fixedSet(${s.variable("set")})`])),
  "for of points": (s, g) => forOf(s, g, "point", s.draws.pick([s.variable("points"), `${s.variable("named")}.values()`])),
  "for of keys": (s, g) => forOf(s, g, "number", `${s.variable("map")}.keys()`),
  "for of a map": (s, { block }) => {
    const [k, v, label] = [local(s, "number"), local(s, "number"), s.fresh("loop")];
    const map = s.variable("map");
    const entries = s.draws.pick([map, `${map}.entries()`, `fixedMap(${map})`, `fixedMap(${map}).entries()`]);
    return { pieces: [`${label}: for (const [${k.name}, ${v.name}] of ${entries}) { if (fuel-- <= 0) break;`, block(s.inner([constant(k), constant(v)], label)), "}"] };
  },
  break: (s, g) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s, g)}) break;`)),
  "break a label": (s, g) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s, g)}) break ${s.draws.pick(s.loops)};`)),
  continue: (s, g) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s, g)}) continue;`)),
  "continue a label": (s, g) => (s.loops.length === 0 ? line(";") : line(`if (${condition(s, g)}) continue ${s.draws.pick(s.loops)};`)),
  "block with a label": (s, g) => {
    const label = s.fresh("block");
    return { pieces: [`${label}: {`, [...g.block(s.inner(), 2), line(`if (${condition(s, g)}) break ${label};`), ...g.block(s.inner(), 2)], "}"] };
  },
  "switch on a number": (s, g) => ({ pieces: [
    `switch (${g.e(s, "number")} % 4) { case 0: {`, g.block(s.inner(), 2), "break; } case 1: case -1: {", g.block(s.inner(), 2), "break; } case 2: {", g.block(s.inner(), 2), "break; } default: {", g.block(s.inner(), 2), "} }",
  ] }),
  "switch on a text": (s, g) => ({ pieces: [`switch (${s.variable("string")}.slice(0)) { case "a": {`, g.block(s.inner(), 2), "break; } case \"ab\": {", g.block(s.inner(), 2), "break; } default: {", g.block(s.inner(), 2), "} }"] }),
  "switch on a word": (s, g) => ({ pieces: [`switch (${g.e(s, "word")} & 3n) { case 0n: {`, g.block(s.inner(), 2), "break; } case 3n: {", g.block(s.inner(), 2), "} }"] }),
  "switch on a kind": (s, g) => {
    const [item, width, text] = [s.fresh("v"), local(s, "number"), local(s, "string")];
    return { pieces: [
      `{ const ${item} = itemOf(${g.e(s, "item")}); switch (${item}.kind) { case "gap": { const ${width.name} = ${item}.width;`, g.block(s.inner([constant(width)]), 2),
      `break; } case "mark": { const ${text.name} = ${item}.text;`, g.block(s.inner([constant(text)]), 2), `break; } default: { const none: never = ${item}; note(none); } } }`,
    ] };
  },
  "switch on a template type": (s, g) => {
    const [tag, of] = [s.fresh("v"), s.fresh("v")];
    return { pieces: [
      `{ const ${of} = (k: number): \`\${"a" | "b"}-\${1 | 2}\` => (k % 2 === 0 ? "a-1" : k % 3 === 0 ? "b-2" : "b-1"); const ${tag} = ${of}(${g.e(s, "number")});`,
      `switch (${tag}) { case "a-1": case "a-2": note(${tag}); break; case "b-1": {`, g.block(s.inner(), 2), `break; } default: note(${tag} + "!"); } }`,
    ] };
  },
  "try catch": (s, g) => ({ pieces: ["try {", [...g.block(s.inner()), thrower(s, g)], "} catch (e) { if (!(e instanceof Problem)) throw e;", g.block(s.inner(), 2), `${s.assignable("number")} = e.code; }`] }),
  "try catch all": (s, g) => ({ pieces: ["try {", [...g.block(s.inner()), thrower(s, g)], "} catch {", g.block(s.inner(), 2), "}"] }),
  "try finally": (s, g) => ({ pieces: ["try {", g.block(s.inner()), "} finally {", g.block(s.inner(), 2), "}"] }),
  "try catch finally": (s, g) => ({ pieces: [
    "try {", [thrower(s, g), ...g.block(s.inner())], "} catch (e: unknown) {", g.block(s.inner(), 2),
    `if (e instanceof Trouble) ${s.assignable("number")} = e.twice; else if (e instanceof Error) note(e.message); } finally {`, g.block(s.inner(), 2), "}",
  ] }),
  throw: (s, g) => thrower(s, g),
};
