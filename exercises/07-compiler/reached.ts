import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What an image has to hold: the roots and everything that they lead to. `uses` has a row for each function and each piece of
 * data, and says what it mentions; what has no row mentions nothing. The answer is in the order of sort(), each name once.
 *
 * A chain may be thousands long: a function that calls itself for each link will not do.
 */
export const reached: CompilerQuestions["reached"] = (uses, roots) => {
  throw new Error(`Return what the ${roots.length} roots lead to, of ${Object.keys(uses).length} things: their names, sorted, each once.`);
};
