import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["latches whatever is high",             "levels & ~lines.levels",                 "levels"],
    ["latches what falls",                   "levels & ~lines.levels",                 "~levels & lines.levels"],
    ["latches whatever changes",             "levels & ~lines.levels",                 "levels ^ lines.levels"],
    ["latches levels as well",               "(rising & lines.edges)",                 "rising"],
    ["latches levels instead",               "(rising & lines.edges)",                 "(rising & ~lines.edges)"],
    ["forgets what was latched",             "lines.latched | (rising & lines.edges)", "rising & lines.edges"],
    ["forgets what falls",                   "lines.latched | (rising & lines.edges)", "(lines.latched & levels) | (rising & lines.edges)"],
    ["forgets software's latch of a level",  "lines.latched | (rising & lines.edges)", "(lines.latched | rising) & lines.edges"],
    ["keeps the old levels",                 "{ levels, edges",                        "{ levels: lines.levels, edges"],
    ["adds up the levels",                   "{ levels, edges",                        "{ levels: levels | lines.levels, edges"],
    ["has 31 lines",                         "const rising = levels",                  "const rising = levels & 0x7fff_ffff"],
    ["makes what has risen an edge",         "edges: lines.edges",                     "edges: lines.edges | rising"],
  ],
  right: {
    "bit by bit": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const linesAt: GicParts["linesAt"] = (lines, levels) => {
        let { latched } = lines;
        for (let n = 0; n < 32; n++) {
          const bit = (word: number): boolean => ((word >>> n) & 1) === 1;
          if (bit(lines.edges) && bit(levels) && !bit(lines.levels)) latched |= 1 << n;
        }
        return { ...lines, levels: levels >>> 0, latched: latched >>> 0 };
      };`,
  },
};
