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
  for (let frame = frames[thrower]; frame !== undefined; frame = frames[frame.caller]) {
    const handler = handlerOf(frame.returnsTo, handlers);
    if (handler !== undefined) return { handler, frame: frame.caller };
  }
  return undefined;
};

function handlerOf(returnsTo: number, handlers: readonly (readonly [number, number])[]): number | undefined {
  let [low, high] = [0, handlers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (handlers[middle]![0] < returnsTo) low = middle + 1;
    else high = middle;
  }
  const row = handlers[low];
  return row !== undefined && row[0] === returnsTo ? row[1] : undefined;
}
