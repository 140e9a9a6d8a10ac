import type { Gate } from "../gate";

const FORGET = `["DSB", { TLBI, broadcast: isShared }, "DSB"] as const`;
const BREAK = `["write invalid", ...forget, "write wanted", "DSB", "ISB"]`;
const MEET = `["write wanted", ...forget, "ISB"]`;
const NEW = `["write wanted", "DSB", "ISB"];`;

export const gate: Gate = {
  wrong: [
    // what is wrong                         find          replace
    ["never breaks",                         BREAK,        MEET],
    ["always breaks",                        MEET,         BREAK],
    ["always invalidates",                   `if (now.kind === "invalid" || !now.AF) return`, `if (now.kind === "invalid") return`],
    ["does not wait before the TLBI",        FORGET,       `[{ TLBI, broadcast: isShared }, "DSB"] as const`],
    ["does not wait for the TLBI",           FORGET,       `["DSB", { TLBI, broadcast: isShared }] as const`],
    ["never waits for the new entry",        BREAK,        `["write invalid", ...forget, "write wanted", "ISB"]`],
    ["never waits for a first entry",        NEW,          `["write wanted", "ISB"];`],
    ["forgets the ISB",                      NEW,          `["write wanted", "DSB"];`],
    ["has the ISB before the DSB",           NEW,          `["write wanted", "ISB", "DSB"];`],
    ["forgets the ISB after a change",       MEET,         `["write wanted", ...forget]`],
    ["tells this CPU alone",                 "broadcast: isShared", "broadcast: false"],
    ["throws everything away",               `now.nG ? { kind: "VA", page, asid } as const : { kind: "VA in all ASIDs", page } as const`, `{ kind: "all" } as const`],
    ["throws an address space away",         `{ kind: "VA", page, asid } as const :`, `{ kind: "ASID", asid } as const :`],
    ["takes others' pages with it",          `now.nG ? { kind: "VA", page, asid } as const : { kind: "VA in all ASIDs", page } as const`, `{ kind: "VA in all ASIDs", page } as const`],
    ["does something about nothing",         "  if (areSame(now, wanted)) return [];\n", ""],
    ["does not see another kind of memory",  " && now.AttrIndx === wanted.AttrIndx", ""],
    ["does not see what becomes global",     " && now.nG === wanted.nG", ""],
    ["invalidates before it writes",         MEET,         `[{ TLBI, broadcast: isShared }, "DSB", "write wanted", "DSB", "ISB"]`],
    ["breaks what only gets a clear flag",   "return !wanted.AF || (", "return ("],
  ],
  right: {
    "in pieces": `
      import type { ChangeStep, MmuQuestions } from "../../src/course/exercises/04-mmu/questions";
      type Change = MmuQuestions["changeEntry"];
      const used = (entry: Parameters<Change>[1]): boolean => entry.kind === "table" || (entry.kind !== "invalid" && entry.AF);
      const wherever = (entry: Parameters<Change>[1]): string =>
        (entry.kind === "block" || entry.kind === "page" ? [entry.address, entry.AttrIndx, entry.nG].join() : entry.kind);
      export const changeEntry: Change = (now, wanted, { page, asid, isShared }) => {
        const steps: ChangeStep[] = [];
        const key = (entry: object): string => Object.entries(entry).sort().join(";");
        if (key(now) === key(wanted)) return steps;
        const isHarmful = used(now) && used(wanted) && wherever(now) !== wherever(wanted);
        if (used(now)) {
          steps.push(isHarmful ? "write invalid" : "write wanted", "DSB");
          // By address, a global entry goes whatever the ASID.
          steps.push({ TLBI: { kind: "VA", page, asid }, broadcast: isShared }, "DSB");
        }
        if (isHarmful || !used(now)) steps.push("write wanted", "DSB");
        steps.push("ISB");
        return steps;
      };`,
  },
};
