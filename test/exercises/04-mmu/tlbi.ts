import type { Gate } from "../gate";

const BY_ASID = "entry.asid === invalidation.asid;\n    case \"VA\"";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["keeps something always",               `case "all": return true;`,                         `case "all": return entry.asid !== undefined;`],
    ["takes global entries by ASID",         BY_ASID,                                            `entry.asid === undefined || ${BY_ASID}`],
    ["keeps global entries by address",      "(entry.asid === undefined || entry.asid === invalidation.asid)", "entry.asid === invalidation.asid"],
    ["does not look at the ASID",            ` && (entry.asid === undefined || entry.asid === invalidation.asid)`, ""],
    ["does not look at the page",            `case "VA": return maps(invalidation.page) && (`,   `case "VA": return (`],
    ["takes the page alone",                 "page >= entry.page && page < entry.page + entry.pages", "page === entry.page"],
    ["takes the page behind",                "page < entry.page + entry.pages",                  "page <= entry.page + entry.pages"],
    ["takes global entries alone, in all",   `case "VA in all ASIDs": return maps(invalidation.page);`, `case "VA in all ASIDs": return maps(invalidation.page) && entry.asid === undefined;`],
    ["keeps global entries, in all",         `case "VA in all ASIDs": return maps(invalidation.page);`, `case "VA in all ASIDs": return maps(invalidation.page) && entry.asid !== undefined;`],
    ["takes ASID 0 for global",              `(entry.asid === undefined ||`,                     `(!entry.asid ||`],
  ],
  right: {
    "by what it keeps": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const isInvalidated: MmuParts["isInvalidated"] = ({ page, pages, asid }, it) => {
        if (it.kind === "all") return true;
        if ("page" in it && (it.page < page || it.page > page + pages - 1)) return false;
        if (!("asid" in it)) return true;
        return it.kind === "ASID" ? asid === it.asid : (asid ?? it.asid) === it.asid;
      };`,
  },
};
