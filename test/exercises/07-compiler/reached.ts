import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["takes the roots alone",           "waiting.push(...(uses[name] ?? []));", ""],
    ["goes one step",                   "waiting.push(...(uses[name] ?? []));", "for (const each of uses[name] ?? []) held.add(each);"],
    ["does not sort",                   "[...held].sort()",                     "[...held]"],
    ["leaves out what mentions nothing", "held.add(name);",                     "if (uses[name] !== undefined) held.add(name);"],
    ["says a name twice",               "return [...held].sort();",             "return [...held, ...roots.slice(1).filter((root) => roots[0] === root)].sort();"],
    ["runs in circles",                 "if (held.has(name)) continue;",        ""],
    ["takes everything",                "const waiting = [...roots];",          "const waiting = [...roots, ...Object.keys(uses)];"],
    ["leaves out the roots",            "[...held].sort()",                     "[...held].filter((name) => !roots.includes(name)).sort()"],
  ],
  right: {
    "round by round": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const reached: CompilerQuestions["reached"] = (uses, roots) => {
        const found: Record<string, true> = {};
        let fresh = [...roots];
        while (fresh.length > 0) {
          for (const name of fresh) found[name] = true;
          fresh = fresh.flatMap((name) => uses[name] ?? []).filter((name) => found[name] === undefined);
        }
        return Object.keys(found).sort();
      };`,
  },
};
