import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["forgets who waits",               "from: from === aside ? spare : from, to",          "from, to"],
    ["moves what stays",                "moves.filter(({ from, to }) => from !== to)",      "moves.filter(({ from }) => from !== \"\")"],
    ["puts every value aside",          "const free = open.find(",                          "const free = open.length > 1 ? undefined : open.find("],
    ["leaves circles as they are",      "done.push({ from: aside, to: spare });",           "return done;"],
    ["has everybody read what waits",   "from: from === aside ? spare : from, to",          "from: spare, to"],
    ["writes the spare place alone",    "done.push(free);",                                 "done.push({ from: free.from, to: spare });"],
    ["drops a move too many",           "open = open.filter((move) => move !== free);",     "open = open.filter(({ from }) => from !== free.from);"],
  ],
  wrongFiles: {
    "does them as they stand": `
      import type { BackParts } from "../../src/compiler/back/parts";
      export const sequence: BackParts["sequence"] = (moves) => moves.filter(({ from, to }) => from !== to);`,
    "does them backwards": `
      import type { BackParts } from "../../src/compiler/back/parts";
      export const sequence: BackParts["sequence"] = (moves) => moves.filter(({ from, to }) => from !== to).reverse();`,
    "goes through a spare place each time": `
      import type { BackParts } from "../../src/compiler/back/parts";
      export const sequence: BackParts["sequence"] = (moves, spare) =>
        moves.flatMap(({ from, to }) => [{ from, to: spare + to }, { from: spare + to, to }]);`,
  },
  right: {
    "each circle followed": `
      import type { BackParts } from "../../src/compiler/back/parts";
      export const sequence: BackParts["sequence"] = (moves, spare) => {
        const source = new Map(moves.filter(({ from, to }) => from !== to).map(({ from, to }) => [to, from]));
        const steps: { from: string; to: string }[] = [];
        const readers = (place: string): number => [...source.values()].filter((from) => from === place).length;
        const finish = (place: string): void => {
          let to: string | undefined = place;
          while (to !== undefined && source.has(to) && readers(to) === 0) {
            const from: string = source.get(to)!;
            steps.push({ from, to });
            source.delete(to);
            to = from;
          }
        };
        for (const { to } of moves) finish(to);
        while (source.size > 0) {
          const [to, from] = [...source][0]!;
          steps.push({ from: to, to: spare });
          for (const [target, each] of source) if (each === to) source.set(target, spare);
          steps.push({ from, to });
          source.delete(to);
          finish(from);
        }
        return steps;
      };`,
  },
};
