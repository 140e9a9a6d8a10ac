import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["serves the highest number first",   "return a.priority < b.priority",                "return a.priority > b.priority"],
    ["of equals, takes the higher INTID", "return a.intid < b.intid",                      "return a.intid > b.intid"],
    ["of equals, takes the first listed", "return a.intid < b.intid",                      "return false"],
    ["of equals, takes the last listed",  "return a.intid < b.intid",                      "return true"],
    ["looks at the INTID alone",          "if (a.priority !== b.priority) return a.priority < b.priority;", ""],
    ["takes the first of the list",       "best = each;",                                  "break;"],
    ["never takes priority 0",            "if (best !== undefined && isBefore(each, best)", "if (best !== undefined && each.priority !== 0 && isBefore(each, best)"],
    ["compares all but the low bits",     "a.priority !== b.priority",                     "a.priority >> 1 !== b.priority >> 1"],
    ["takes the lowest priority for none", "return best;\n};",                             "return best?.priority === 0xff ? undefined : best;\n};"],
  ],
  wrongFiles: {
    "puts group 0 first": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const highestPending: GicParts["highestPending"] = (candidates) =>
        [...candidates].sort((a, b) => a.group - b.group || a.priority - b.priority || a.intid - b.intid)[0];`,
  },
  right: {
    "by sorting": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const highestPending: GicParts["highestPending"] = (candidates) =>
        [...candidates].sort((a, b) => a.priority - b.priority || a.intid - b.intid)[0];`,
    "by one number": `
      import type { GicParts } from "../../src/machine/devices/gic/parts";
      export const highestPending: GicParts["highestPending"] = (candidates) => {
        const least = Math.min(...candidates.map(({ priority, intid }) => priority * 1024 + intid));
        return candidates.find(({ priority, intid }) => priority * 1024 + intid === least);
      };`,
  },
};
