import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/*
 */

export const passed: CompilerQuestions["passed"] = (parameters) => {
  throw new Error(`Return where each of the ${parameters.length} parameters is passed: ${parameters.join(", ")}.`);
};
