import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["limits nothing for EL0",               "(AP & 0b01) !== 0 && !isHidden",                   "(AP & 0b01) !== 0"],
    ["gives EL0 what it takes",              "(AP & 0b01) !== 0 && !isHidden",                   "(AP & 0b01) !== 0 || isHidden"],
    ["lets everybody write",                 "((AP | APTable) & 0b10) !== 0",                    "(AP & 0b10) !== 0"],
    ["looks at the table alone",             "((AP | APTable) & 0b10) !== 0",                    "(APTable & 0b10) !== 0"],
    ["wants both to forbid writing",         "(AP | APTable)",                                   "(AP & APTable)"],
    ["adds AP and APTable up",               "return { AP: (isReadOnly ? 0b10 : 0) | (isEl0s ? 0b01 : 0),", "return { AP: AP | APTable,"],
    ["swaps the bits of APTable",            "const isHidden = (APTable & 0b01) !== 0;",         "const isHidden = (APTable & 0b10) !== 0;"],
    ["forgets UXN",                          "UXN: UXN || UXNTable",                             "UXN: UXNTable"],
    ["wants both to forbid execution",       "PXN: PXN || PXNTable",                             "PXN: PXN && PXNTable"],
    ["swaps UXNTable and PXNTable",          "UXN: UXN || UXNTable, PXN: PXN || PXNTable",       "UXN: UXN || PXNTable, PXN: PXN || UXNTable"],
  ],
  right: {
    "bit by bit": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const limited: MmuParts["limited"] = (leaf, limits) => {
        let AP = leaf.AP;
        if (limits.APTable >= 2 && AP < 2) AP += 2;
        if (limits.APTable % 2 === 1 && AP % 2 === 1) AP -= 1;
        const UXN = limits.UXNTable ? true : leaf.UXN;
        const PXN = limits.PXNTable ? true : leaf.PXN;
        return { AP, UXN, PXN };
      };`,
  },
};
