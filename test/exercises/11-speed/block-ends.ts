import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["forgets the branch itself",       "count++;\n    if (way.flow === \"next\") continue;", "if (way.flow !== \"next\") count--;\n    count++;\n    if (way.flow === \"next\") continue;"],
    ["counts from the next instruction", "const taken = here + way.distance;",     "const taken = here + 4 + way.distance;"],
    ["counts from the block",           "const taken = here + way.distance;",      "const taken = place + way.distance;"],
    ["counts in words",                 "const taken = here + way.distance;",      "const taken = here + 4 * way.distance;"],
    ["takes 0 for no distance",         "way.distance === undefined",              "!way.distance"],
    ["runs over other blocks",          "if (count > 0 && isStart(here)) break;",  ""],
    ["never begins where a block does", "count > 0 && isStart(here)",              "isStart(here)"],
    ["runs over what nobody executed",  "if (way === undefined) break;",           "if (way === undefined) { count++; continue; }"],
    ["runs out of the page",            "here < 4096 && count < most",             "count < most"],
    ["has no end",                      "here < 4096 && count < most",             "here < 4096"],
    ["has one more than it may",        "count < most",                            "count <= most"],
    ["always takes the branch",         "way.flow === \"branch\" ?",               "place >= 0 ?"],
    ["wraps around in the page",        "const taken = here + way.distance;",      "const taken = (here + way.distance) & 4095;"],
    ["leaves before it has come there", "return { count, exit: { kind: \"leave\" } };", "return { count: count - 1, exit: { kind: \"to\", place: here } };"],
  ],
  right: {
    "by looking for the border first": `
      import type { JitParts } from "../../src/machine/jit/parts";
      export const blockEnd: JitParts["blockEnd"] = (place, wayAt, isStart, most) => {
        let border = place;
        while (border < 4096 && (border - place) / 4 < most && (border === place || !isStart(border)) && wayAt(border)?.flow === "next") border += 4;
        const count = (border - place) / 4;
        const isOver = border === 4096 || count === most || (count > 0 && isStart(border));
        const way = isOver ? undefined : wayAt(border);
        if (way === undefined) return { count, exit: { kind: "to", place: border } };
        const all = count + 1;
        if (way.flow === "leave") return { count: all, exit: { kind: "leave" } };
        if (way.distance === undefined) return { count: all, exit: { kind: "computed" } };
        const there = border + way.distance;
        if (way.flow === "branch") return { count: all, exit: { kind: "to", place: there } };
        return { count: all, exit: { kind: "either", taken: there, next: border + 4 } };
      };`,
  },
};
