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
  wrongFiles: {
    "serves the heaviest first": `
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
  right: {
    "by what each register holds": `
      import type { BackParts, Candidate, LiveRange } from "../../src/compiler/back/parts";
      type Holder = { readonly who: number; readonly ranges: readonly LiveRange[]; readonly cost: number };
      const meet = (a: readonly LiveRange[], b: readonly LiveRange[]): boolean => a.some((x) => b.some((y) => Math.max(x.from, y.from) < Math.min(x.to, y.to)));
      const costOf = (candidate: Candidate): number => (candidate.isFixed ? Number.MAX_VALUE : candidate.weight);
      export const assign: BackParts["assign"] = (candidates, taken) => {
        const held: Holder[][] = taken.map((ranges) => [{ who: -1, ranges, cost: Infinity }]);
        for (const [who, candidate] of candidates.entries()) {
          const me = { who, ranges: candidate.ranges, cost: costOf(candidate) };
          const prices = held.map((row) => row.reduce((sum, other) => (meet(other.ranges, me.ranges) ? sum + other.cost : sum), 0));
          const cheapest = prices.lastIndexOf(Math.min(...prices));
          if (!(prices[cheapest]! < me.cost)) continue;
          held[cheapest] = [...held[cheapest]!.filter((other) => other.who < 0 || !meet(other.ranges, me.ranges)), me];
        }
        return candidates.map((_, who) => {
          const register = held.findIndex((row) => row.some((each) => each.who === who));
          return register < 0 ? undefined : register;
        });
      };`,
    "who is there first and who may stay": `
      import type { BackParts, Candidate } from "../../src/compiler/back/parts";
      const clash = (a: Candidate["ranges"], b: Candidate["ranges"]): boolean => a.some((x) => b.some((y) => !(x.to <= y.from || y.to <= x.from)));
      export const assign: BackParts["assign"] = (candidates, taken) => {
        const serve = (order: readonly number[]): (number | undefined)[] => {
          const rows = taken.map((ranges) => [...ranges]);
          const answer: (number | undefined)[] = candidates.map(() => undefined);
          for (const i of order) {
            const row = rows.find((each) => !clash(each, candidates[i]!.ranges));
            if (row === undefined) continue;
            answer[i] = rows.indexOf(row);
            row.push(...candidates[i]!.ranges);
          }
          return answer;
        };
        const order = candidates.map((_, i) => i);
        const first = serve(order);
        if (first.every((register) => register !== undefined)) return first;
        return serve(order.sort((a, b) => Number(candidates[b]!.isFixed) - Number(candidates[a]!.isFixed) || candidates[b]!.weight - candidates[a]!.weight));
      };`,
  },
};
