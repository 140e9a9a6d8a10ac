import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["knows single pages alone",             "page >= entry.page && page < entry.page + entry.pages", "page === entry.page"],
    ["takes one page too many",              "page < entry.page + entry.pages",                  "page <= entry.page + entry.pages"],
    ["takes all pages behind",               " && page < entry.page + entry.pages",              ""],
    ["has 32 bits of page",                  "page >= entry.page && page < entry.page + entry.pages", "(page & -entry.pages) === (entry.page | 0)"],
    ["does not look at the ASID",            "return isItsPage && isItsSpace;",                  "return isItsPage;"],
    ["knows nothing global",                 "entry.asid === undefined || entry.asid === asid",  "entry.asid === asid"],
    ["takes ASID 0 for global",              "entry.asid === undefined ||",                      "!entry.asid ||"],
    ["has ASIDs of eight bits",              "entry.asid === asid",                              "entry.asid % 256 === asid % 256"],
    ["lets a global entry match any page",   "return isItsPage && isItsSpace;",                  "return entry.asid === undefined || (isItsPage && isItsSpace);"],
  ],
  right: {
    "by the distance from its first page": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const tlbMatches: MmuParts["tlbMatches"] = ({ page: first, pages, asid: its = -1 }, page, asid) => {
        const into = page - first;
        if (into < 0 || into >= pages) return false;
        return its < 0 || its === asid;
      };`,
  },
};
