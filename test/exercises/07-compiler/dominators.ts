import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["has the entry dominate itself",      "block === 0 ? undefined : immediate.get(block)", "immediate.get(block)"],
    ["goes round once",                    "isChanged = true;\n    }",                       "}"],
    ["believes the first that comes before", "before.reduce(common)",                        "before[0]!"],
    ["believes the last",                  "before.reduce(common)",                          "before.at(-1)!"],
    ["says the entry for all",             "before.reduce(common)",                          "0"],
    ["asks blocks that nothing leads to",  "const order = reversePostorder(next);",          "const order = [...next.keys()];"],
    ["climbs on the wrong side",           "place.get(x)! > place.get(y)!",                  "x > y"],
  ],
  wrongFiles: {
    "takes the block before in the list": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const immediateDominators: CompilerQuestions["immediateDominators"] = (next) =>
        next.map((_, i) => (i === 0 ? undefined : i - 1));`,
  },
  right: {
    "by taking blocks away": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const immediateDominators: CompilerQuestions["immediateDominators"] = (next) => {
        const reach = (without: number): Set<number> => {
          const seen = new Set<number>();
          const visit = (block: number): void => {
            if (block === without || seen.has(block)) return;
            seen.add(block);
            next[block]!.forEach(visit);
          };
          visit(0);
          return seen;
        };
        const all = reach(-1);
        const left = next.map((_, d) => reach(d));
        const above = next.map((_, n) => [...all].filter((d) => d !== n && !left[d]!.has(n)));
        return next.map((_, n) => (all.has(n) ? above[n]!.reduce<number | undefined>((best, d) => (best === undefined || above[d]!.length > above[best]!.length ? d : best), undefined) : undefined));
      };`,
  },
};
