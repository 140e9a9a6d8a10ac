import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["has unsigned for signed",             "\"ge_s\", \"lt_s\", \"gt_s\", \"le_s\"] as const",  "\"ge_u\", \"lt_u\", \"gt_u\", \"le_u\"] as const"],
    ["has a carry for a borrow",            "[\"eq\", \"ne\", \"ge_u\", \"lt_u\"",               "[\"eq\", \"ne\", \"lt_u\", \"ge_u\""],
    ["has HI for HS",                       "\"\", \"\", \"\", \"\", \"gt_u\"",                  "\"\", \"\", \"\", \"\", \"ge_u\""],
    ["takes MI for LT",                     "return toZero(\"x - y\", cond === 4 ? \"lt_s\" : \"ge_s\");", "return { left: \"x\", relation: cond === 4 ? \"lt_s\" : \"ge_s\", right: \"y\" };"],
    ["takes PL for more than zero",         "return toZero(\"x - y\", cond === 4 ? \"lt_s\" : \"ge_s\");", "return toZero(\"x - y\", cond === 4 ? \"lt_s\" : \"gt_s\");"],
    ["mixes up a carry and none",           "relation: \"lt_u\", right: \"x\"",                  "relation: \"ge_u\", right: \"x\""],
    ["has a sum that is equal wrap",        "relation: \"lt_u\", right: \"x\"",                  "relation: \"le_u\", right: \"x\""],
    ["has GE behind an addition",           "default: return undefined;\n    }\n  }",            "case 10: return toZero(\"x + y\", \"ge_s\");\n      default: return undefined;\n    }\n  }"],
    ["has no carry behind an addition",     "case 3: return { left: \"x + y\", relation: \"ge_u\", right: \"x\" };", ""],
    ["has logic leave C as it was",         "case 2: case 6: case 8: return \"never\";",         "case 2: case 8: return undefined;\n    case 6: return \"never\";"],
    ["has LO never behind logic",           "case 2: case 6: case 8: return \"never\";",         "case 2: case 3: case 6: case 8: return \"never\";"],
    ["has HI be not zero behind logic",     "case 2: case 6: case 8: return \"never\";",         "case 8: return toZero(\"x\", \"ne\");\n    case 2: case 6: return \"never\";"],
    ["has GT be GE behind logic",           "case 12: return toZero(\"x\", \"gt_s\");",          "case 12: return toZero(\"x\", \"ge_s\");"],
  ],
  wrongFiles: {
    "computes NZCV every time": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const lazyCondition: JitParts["lazyCondition"] = () => undefined;`,
  },
  right: {
    "by the condition's three high bits, with other comparisons": `
      import type { JitParts } from "../../src/machine/jit/parts";
      type Lazy = ReturnType<JitParts["lazyCondition"]>;
      const OPPOSITE = { eq: "ne", ne: "eq", lt_s: "ge_s", ge_s: "lt_s", lt_u: "ge_u", ge_u: "lt_u", gt_s: "le_s", le_s: "gt_s", gt_u: "le_u", le_u: "gt_u" } as const;
      const not = (it: Lazy): Lazy =>
        it === undefined ? undefined : it === "always" ? "never" : it === "never" ? "always" : { ...it, relation: OPPOSITE[it.relation] };
      function positive(kind: string, high: number): Lazy {
        const result = kind === "add" ? "x + y" : kind === "sub" ? "x - y" : "x";
        if (high === 0) return { left: result, relation: "eq", right: "zero" };
        if (high === 2) return { left: result, relation: "lt_s", right: "zero" };
        if (kind === "add") return high === 1 ? { left: result, relation: "lt_u", right: "y" } : undefined;
        if (kind === "logic") return high === 5 ? not({ left: "x", relation: "lt_s", right: "zero" }) : high === 6 ? { left: "x", relation: "gt_s", right: "zero" } : "never";
        const relation = ([undefined, "ge_u", undefined, undefined, "gt_u", "ge_s", "gt_s"] as const)[high];
        return relation === undefined ? undefined : { left: "x", relation, right: "y" };
      }
      export const lazyCondition: JitParts["lazyCondition"] = (from, cond) => {
        const it = positive(from.slice(0, -2), cond >> 1);
        return (cond & 1) === 0 ? it : not(it);
      };`,
  },
};
