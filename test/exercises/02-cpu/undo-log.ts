import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong              find                            replace
    ["puts the oldest back first", ".slice(k).reverse()",          ".slice(k)"],
    ["knows one snapshot",         "snapshots.slice(k).reverse()", "snapshots.slice(k, k + 1)"],
    ["knows only the last",        "snapshots.slice(k).reverse()", "snapshots.slice(-1)"],
    ["leaves snapshot k out",      "snapshots.slice(k).reverse()", "snapshots.slice(k + 1).reverse()"],
    ["goes back to the start",     "snapshots.slice(k).reverse()", "[...snapshots].reverse()"],
    ["counts bytes for pages",     "page * pageBytes",             "page"],
    ["puts pages of 4 bytes back", "page * pageBytes",             "page * 4"],
    ["gives RAM as it is",         "const then = ram.slice();",    "const then = ram.slice();\n  return then;"],
  ],
  right: {
    "page by page": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      export const ramAt: CpuQuestions["ramAt"] = (ram, pageBytes, snapshots, k) => {
        const then: number[] = [];
        for (let page = 0; page * pageBytes < ram.length; page++) {
          const now = ram.subarray(page * pageBytes, (page + 1) * pageBytes);
          const kept = snapshots.slice(k).flat().find((copy) => copy.page === page);
          then.push(...(kept?.bytes ?? now));
        }
        return Uint8Array.from(then);
      };`,
  },
};
