import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["forgets the level of a permission",    "0b001100 | fault.level",                           "0b001100"],
    ["swaps access flag and permission",     `case "access flag": return 0b001000`,              `case "access flag": return 0b001100`],
    ["has translation at 0",                 "return 0b000100 | fault.level",                    "return 0b000000 | fault.level"],
    ["has address size where nothing is",    "return 0b000000 | fault.level",                    "return 0b010000 | fault.level"],
    ["takes level 0 for none",               "fault.level === undefined ?",                      "!fault.level ?"],
    ["does not tell a walk's abort",         "0b010000 : 0b010100 | fault.level",                "0b010000 : 0b010000"],
    ["has alignment in another place",       "return 0b100001",                                  "return 0b100000"],
    ["has the level in the upper bits",      "return 0b000100 | fault.level",                    "return 0b000100 | (fault.level << 4)"],
  ],
  right: {
    "by a list of kinds": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      const KINDS = ["address size", "translation", "access flag", "permission"];
      export const faultStatus: MmuParts["faultStatus"] = (fault) => {
        if (fault.kind === "alignment") return 33;
        const upper = KINDS.indexOf(fault.kind);
        if (upper >= 0) return 4 * upper + (fault.level ?? 0);
        return fault.level === undefined ? 16 : 20 + fault.level;
      };`,
  },
};
