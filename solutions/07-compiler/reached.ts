import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What an image has to hold: the roots and everything that they lead to. `uses` has a row for each function and each piece of
 * data, and says what it mentions; what has no row mentions nothing. The answer is in the order of sort(), each name once.
 *
 * A chain may be thousands long: a function that calls itself for each link will not do.
 */
export const reached: CompilerQuestions["reached"] = (uses, roots) => {
  const held = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (held.has(name)) continue;
    held.add(name);
    waiting.push(...(uses[name] ?? []));
  }
  return [...held].sort();
};
