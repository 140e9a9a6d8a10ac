import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What an image has to hold: everything that `roots` lead to. `uses` has a row for each function and each piece of data, and
 * says what it mentions; what has no row mentions nothing. The answer is in alphabetical order, each name once.
 */
export const reached: CompilerQuestions["reached"] = (uses, roots) => {
  throw new Error(`Return what the ${roots.length} roots lead to, of ${Object.keys(uses).length} things: their names, sorted, each once.`);
};
