import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["looks at each block alone",      "of next.flatMap((block) => [...live[block]!])", "of next.flatMap((): number[] => [])"],
    ["goes round once",                "isChanged ||= here.size > before;",             ""],
    ["forgets what the block writes",  "if (!writes.includes(register)) here.add(register);", "here.add(register);"],
    ["lets a write hide the block's own read", "new Set(reads));",                      "new Set(reads));\n  blocks.forEach(({ writes }, i) => writes.forEach((each) => live[i]!.delete(each)));"],
    ["takes one way",                  "of next.flatMap(",                              "of next.slice(0, 1).flatMap("],
    ["takes the other way",            "of next.flatMap(",                              "of next.slice(-1).flatMap("],
    ["adds what is written",           "new Set(reads));",                              "new Set([...reads, ...(blocks[0]?.writes ?? [])]));"],
    ["looks at the next block of the list", "of next.flatMap((block) => [...live[block]!])", "of [...(live[i + 1] ?? [])]"],
  ],
  right: {
    "register by register": `
      import type { BackParts } from "../../src/compiler/back/parts";
      export const liveIn: BackParts["liveIn"] = (blocks) => {
        const all = [...new Set(blocks.flatMap(({ reads }) => reads))];
        const isLive = (register: number, start: number): boolean => {
          const seen = new Set<number>();
          const waiting = [start];
          for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
            if (seen.has(at)) continue;
            seen.add(at);
            const { reads, writes, next } = blocks[at]!;
            if (reads.includes(register)) return true;
            if (!writes.includes(register)) waiting.push(...next);
          }
          return false;
        };
        return blocks.map((_, i) => all.filter((register) => isLive(register, i)));
      };`,
  },
};
