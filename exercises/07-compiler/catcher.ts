import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * Where an exception is caught. `frames` are in memory by their addresses; `thrower` is the frame of the runtime's function
 * that was called to throw. A frame says where its function returns to, and which frame is its caller's: 0 if there is none.
 * `handlers` has a row for each call that stands in a try block, sorted: [where that call returns to, where its handler is].
 *
 * The answer is the handler of the innermost such call, and the frame of the function that the handler is in; or undefined.
 * A table may have thousands of rows: do not look at all of them for each frame.
 */
export const catcher: CompilerQuestions["catcher"] = (frames, thrower, handlers) => {
  throw new Error(`Return the handler and its frame, of ${Object.keys(frames).length} frames from ${thrower} on and ${handlers.length} handlers; or undefined.`);
};
