import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["swaps the bits of AP",                 "const isEl0s = (AP & 0b01) !== 0;\n  const isWritable = (AP & 0b10) === 0;", "const isEl0s = (AP & 0b10) !== 0;\n  const isWritable = (AP & 0b01) === 0;"],
    ["lets EL0 write what it reads",         "return isEl0s && isWritable;",                     "return isEl0s;"],
    ["wants a right to read for execution",  "return !UXN && !(WXN",                             "return isEl0s && !UXN && !(WXN"],
    ["takes PXN for EL0's",                  "!UXN && !(WXN",                                    "!PXN && !(WXN"],
    ["knows nothing of WXN at EL0",          "!UXN && !(WXN && isEl0s && isWritable)",           "!UXN"],
    ["lets EL1's pages hinder EL0",          "!(WXN && isEl0s && isWritable)",                   "!(WXN && isWritable)"],
    ["lets EL1 execute what EL0 writes",     "!(isWritable && (isEl0s || WXN))",                 "!(isWritable && WXN)"],
    ["knows nothing of WXN at EL1",          "!(isWritable && (isEl0s || WXN))",                 "!(isWritable && isEl0s)"],
    ["lets PAN hinder execution",            "return !PXN && ",                                  "return !isShut && !PXN && "],
    ["lets PAN hinder EL1's own pages",      "const isShut = PAN && isEl0s;",                    "const isShut = PAN;"],
    ["lets EL1 write through PAN",           "return isWritable && !isShut;",                    "return isWritable;"],
    ["lets PAN hinder maintenance",          `case "maintain": return true;`,                    `case "maintain": return !isShut;`],
    ["lets EL0 maintain anything",           `case "read": case "maintain": return isEl0s;`,     `case "maintain": return true;\n      case "read": return isEl0s;`],
  ],
  right: {
    "by a table": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      const EL1 = ["rw", "rw", "r", "r"];
      const EL0 = ["", "rw", "", "r"];
      export const permits: MmuParts["permits"] = ({ AP, UXN, PXN }, { purpose, unprivileged, PAN, WXN }) => {
        const has = (unprivileged ? EL0 : EL1)[AP]!;
        if (purpose === "fetch") {
          if (unprivileged ? UXN : PXN) return false;
          if (WXN && has.includes("w")) return false;
          return unprivileged || !EL0[AP]!.includes("w");
        }
        if (purpose === "maintain") return !unprivileged || has.includes("r");
        if (!unprivileged && PAN && EL0[AP]!.includes("r")) return false;
        return has.includes(purpose.charAt(0));
      };`,
  },
};
