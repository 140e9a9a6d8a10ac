// Submissions, as texts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../../../src/course/exercises/exercise";
import { exerciseCalled } from "../../../../src/course/exercises/manifest";
import { COURSE_ROOT } from "../../../../src/course/root";

/** A file as a student writes it: `part` is what its export is. */
export function written(exercise: string, part: string): string {
  const { exports: { name, type, from } } = exerciseCalled(exercise);
  return `import type { ${/\w+/.exec(type)![0]} } from "../../${from.replace(/\.ts$/, "")}";\n\nexport const ${name}: ${type} = ${part};\n`;
}

/** A submission that exports `name`, unchecked, after `sabotage` has run as the file is loaded. */
export const unchecked = (sabotage: string, name: string, part: string): string => `// @ts-nocheck\n${sabotage}\nexport const ${name}: any = ${part};`;

/** `text` with changes to it, each of which it must be possible to make. */
export function changed(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((result, [find, replace]) => {
    if (!result.includes(find)) throw new Error(`there is no ${find} in ${result}`);
    return result.replace(find, () => replace);
  }, text);
}

/** Our solution, "07-compiler/mark". */
export const solution = (path: string): string => readFileSync(join(COURSE_ROOT, `solutions/${path}.ts`), "utf8");

/** A submission that knows all the answers to `cases`, and nothing else. */
export function memory(name: string, cases: readonly Case[]): string {
  // As any: the type of a list of fifteen hundred different tuples takes the checker half a minute.
  const known = cases.map(({ args, want }) => `[${JSON.stringify(keyOf(args))}, ${literal(want)}] as any`);
  return `// @ts-nocheck\nconst keyOf = ${keyOf.toString()};\nconst known = new Map([\n${known.join(",\n")}\n]);\nexport const ${name}: any = (...args) => known.get(keyOf(args));`;
}

/** JavaScript as it stands: it goes into a submission, too. */
const keyOf = (args: unknown): string => JSON.stringify(args, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));

/** Plain data as an expression. */
function literal(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Uint8Array) return `Uint8Array.from([${value.join()}])`;
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value !== "object" || value === null) return value === undefined ? "undefined" : JSON.stringify(value);
  return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${literal(member)}`).join()}}`;
}
