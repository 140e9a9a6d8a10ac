import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["keeps the bit at the point",     "binaryPoint + 1",             "binaryPoint"],
    ["cuts one more",                  "binaryPoint + 1",             "binaryPoint + 2"],
    ["leaves it at the right",         "(priority >> away) << away",  "priority >> away"],
    ["moves it to the left",           "(priority >> away) << away",  "(priority << away) & 0xff"],
    ["keeps the subpriority",          "(priority >> away) << away",  "priority & ((1 << away) - 1)"],
    ["sets what does not count",       "(priority >> away) << away",  "priority | ((1 << away) - 1)"],
    ["counts from the top",            "binaryPoint + 1",             "7 - binaryPoint"],
    ["has no point of 7",              "binaryPoint + 1",             "(binaryPoint + 1) & 7"],
    ["has points up to 6",             "binaryPoint + 1",             "Math.min(binaryPoint + 1, 7)"],
    ["rounds",                         "(priority >> away) << away",  "((priority + (1 << binaryPoint)) >> away) << away"],
    ["takes all from 4 on",            "binaryPoint + 1",             "(binaryPoint < 4 ? binaryPoint + 1 : 8)"],
  ],
  right: {
    "by a mask": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const groupPriority: GicParts["groupPriority"] = (priority, binaryPoint) => priority & (0xfe << binaryPoint) & 0xff;`,
    "by a remainder": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const groupPriority: GicParts["groupPriority"] = (priority, binaryPoint) => priority - (priority % 2 ** (binaryPoint + 1));`,
  },
};
