import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["gives the frame of the callee",   "return { handler, frame: frame.caller };",         "return { handler, frame: thrower };"],
    ["begins with the caller",          "let frame = frames[thrower];",                     "let frame = frames[frames[thrower]?.caller ?? 0];"],
    ["looks at one frame",              "frame = frames[frame.caller])",                    "frame = frames[-1])"],
    ["takes the row before",            "row !== undefined && row[0] === returnsTo",        "row !== undefined"],
    ["takes any handler above",         "row[0] === returnsTo ? row[1]",                    "row[0] >= returnsTo ? row[1]"],
    ["looks for the call, not for what is behind it", "handlers[middle]![0] < returnsTo",   "handlers[middle]![0] < returnsTo - 4"],
    ["misses the first row",            "let [low, high] = [0, handlers.length];",          "let [low, high] = [1, handlers.length];"],
    ["misses the last row",             "let [low, high] = [0, handlers.length];",          "let [low, high] = [0, handlers.length - 2];"],
    ["gives where the call returns to", "=== returnsTo ? row[1]",                           "=== returnsTo ? row[0]"],
  ],
  wrongFiles: {
    "takes the outermost": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const catcher: CompilerQuestions["catcher"] = (frames, thrower, handlers) => {
        const rows = new Map(handlers);
        let best: { handler: number; frame: number } | undefined;
        for (let frame = frames[thrower]; frame !== undefined; frame = frames[frame.caller]) {
          const handler = rows.get(frame.returnsTo);
          if (handler !== undefined) best = { handler, frame: frame.caller };
        }
        return best;
      };`,
    "looks at every row": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const catcher: CompilerQuestions["catcher"] = (frames, thrower, handlers) => {
        for (let frame = frames[thrower]; frame !== undefined; frame = frames[frame.caller]) {
          for (const [returnsTo, handler] of handlers) if (returnsTo === frame.returnsTo) return { handler, frame: frame.caller };
        }
        return undefined;
      };`,
  },
  right: {
    "with a map": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const catcher: CompilerQuestions["catcher"] = (frames, thrower, handlers) => {
        const rows = new Map(handlers);
        let at = thrower;
        while (at !== 0) {
          const { caller, returnsTo } = frames[at]!;
          if (rows.has(returnsTo)) return { handler: rows.get(returnsTo)!, frame: caller };
          at = caller;
        }
        return undefined;
      };`,
  },
};
