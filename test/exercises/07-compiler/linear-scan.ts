import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["gives everybody the first register", "if (best === undefined || best.price >= priceOf(candidate)) return;\n    for (const each of best.out) registers[each] = undefined;\n    registers[i] = best.register;", "if (best === undefined) return;\n    registers[i] = 0;"],
    ["does not send anybody away",      "for (const each of best.out) registers[each] = undefined;", ""],
    ["puts everybody in the frame",     "registers[i] = best.register;",                       ""],
    ["never lets one go who came first", "best.price >= priceOf(candidate)",                    "best.price > 0"],
    ["sends the heavier one away",      "price < best.price",                                  "price > best.price"],
    ["does not see calls",              "if (overlap(ranges, candidate.ranges)) continue;",    ""],
    ["leaves a register that is taken anywhere", "if (overlap(ranges, candidate.ranges)) continue;", "if (ranges.length > 0) continue;"],
    ["has touching ranges overlap",     "x.from < y.to && y.from < x.to",                      "x.from <= y.to && y.from <= x.to"],
    ["sees first ranges alone",         "a.some((x) => b.some((y) => x.from < y.to && y.from < x.to))", "a.slice(0, 1).some((x) => b.slice(0, 1).some((y) => x.from < y.to && y.from < x.to))"],
    ["fills the holes",                 "a.some((x) => b.some((y) => x.from < y.to && y.from < x.to))", "a.length > 0 && b.length > 0 && a[0]!.from < b.at(-1)!.to && b[0]!.from < a.at(-1)!.to"],
    ["has the fixed ones in the frame", "isFixed ? Infinity : weight",                         "weight"],
    ["has every weight alike",          "isFixed ? Infinity : weight",                         "isFixed ? Infinity : 1 + weight * 0"],
  ],
  right: {
    "by weight": `
      import type { BackParts, LiveRange } from "../../src/compiler/back/parts";
      const meet = (a: readonly LiveRange[], b: readonly LiveRange[]): boolean => a.some((x) => b.some((y) => Math.max(x.from, y.from) < Math.min(x.to, y.to)));
      export const assign: BackParts["assign"] = (candidates, taken) => {
        const held = taken.map((ranges) => [...ranges]);
        const answer: (number | undefined)[] = candidates.map(() => undefined);
        const order = [...candidates.entries()].sort(([, a], [, b]) => Number(b.isFixed) - Number(a.isFixed) || b.weight - a.weight);
        for (const [i, { ranges }] of order) {
          const free = held.findIndex((row) => !meet(row, ranges));
          if (free < 0) continue;
          answer[i] = free;
          held[free]!.push(...ranges);
        }
        return answer;
      };`,
  },
};
