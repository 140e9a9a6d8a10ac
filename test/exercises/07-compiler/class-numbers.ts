import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["numbers in the list's order",   "rows[each] = { number, lastHeir: next - 1 };",   "rows[each] = { number: first + each, lastHeir: first + each + heirs[each]!.length };"],
    ["numbers heirs first",           "const number = next++;\n    heirs[each]!.forEach(visit);\n    rows[each] = { number, lastHeir: next - 1 };", "const number = next;\n    heirs[each]!.forEach(visit);\n    rows[each] = { number: next++, lastHeir: number };"],
    ["begins at 0",                   "let next = first;",                              "let next = 0;"],
    ["forgets the heirs' heirs",      "lastHeir: next - 1 }",                           "lastHeir: number + heirs[each]!.length }"],
    ["ends one too far",              "lastHeir: next - 1 }",                           "lastHeir: next }"],
    ["has no heirs",                  "lastHeir: next - 1 }",                           "lastHeir: number }"],
    ["knows bases alone",             "heirs[each]!.forEach(visit);",                   ""],
    ["knows one family",              "bases.forEach((base, each) => { if (base === undefined) visit(each); });", "if (bases.length > 0) visit(bases.indexOf(undefined));"],
    ["leaves gaps",                   "const number = next++;",                         "const number = next;\n    next += 2;"],
  ],
  right: {
    "by counting": `
      import type { FrontParts } from "../../src/compiler/front/parts";
      export const numberClasses: FrontParts["numberClasses"] = (bases, first) => {
        const sizeOf = (each: number): number => bases.reduce<number>((sum, base, heir) => (base === each ? sum + sizeOf(heir) : sum), 1);
        const numberOf = (each: number): number => {
          const base = bases[each];
          const start = base === undefined ? first : numberOf(base) + 1;
          return bases.reduce<number>((sum, other, i) => (other === base && i > each ? sum + sizeOf(i) : sum), start);
        };
        return bases.map((_, each) => ({ number: numberOf(each), lastHeir: numberOf(each) + sizeOf(each) - 1 }));
      };`,
  },
};
