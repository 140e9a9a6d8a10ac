import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["takes a block that goes to itself for forward", "order[to]! <= order[from]!",       "order[to]! < order[from]!"],
    ["goes by the nodes' numbers",          "order[to]! <= order[from]!",                 "to <= from"],
    ["counts edges back as well",           "here.length - back.length > 1",              "here.length > 1"],
    ["has a merge of one edge",             "here.length - back.length > 1",              "here.length - back.length > 0"],
    ["counts nodes, not edges",             "const back = here.filter",                   "const seen = new Set(here.filter(({ isBack }) => !isBack).map(({ from }) => from));\n    if (seen.size < 2) return { isMerge: false, isLoop: here.some(({ isBack, from }) => isBack && dominates(node, from)), isWild: here.some(({ isBack, from }) => isBack && !dominates(node, from)) };\n    const back = here.filter"],
    ["knows no wild ones",                  "isWild: back.some(({ from }) => !dominates(node, from)),", "isWild: false,"],
    ["has every edge back a loop",          "isLoop: back.some(({ from }) => dominates(node, from)),", "isLoop: back.length > 0,"],
    ["wants all edges back to be wild",     "isWild: back.some(",                         "isWild: back.length > 0 && back.every("],
    ["asks who dominates whom the wrong way", "isLoop: back.some(({ from }) => dominates(node, from)),", "isLoop: back.some(({ from }) => dominates(from, node)),"],
    ["has no node dominate itself",         "let at = other;",                            "let at = dominator[other]!;"],
    ["climbs one step",                     "while (at !== node && at !== 0) at = dominator[at]!;", "if (at !== node) at = dominator[at]!;"],
  ],
  right: {
    "by counting edge by edge": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const shapesOf: JitParts["shapesOf"] = (graph, order, dominator) => {
        const forward = new Map<number, number>();
        const loops = new Set<number>();
        const wild = new Set<number>();
        for (const [from, after] of graph.entries()) {
          for (const to of after) {
            if (order[from]! < order[to]!) {
              forward.set(to, (forward.get(to) ?? 0) + 1);
              continue;
            }
            let at = from;
            while (order[at]! > order[to]!) at = dominator[at]!;
            (at === to ? loops : wild).add(to);
          }
        }
        return graph.map((_, node) => ({ isMerge: (forward.get(node) ?? 0) >= 2, isLoop: loops.has(node), isWild: wild.has(node) }));
      };`,
  },
};
