import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                             find                                                                   replace
    ["goes on watching behind a store exclusive", "return { watched: undefined, passes };",                              "return { watched, passes };"],
    ["goes on watching behind one that failed",   "return { watched: undefined, passes };",                              "return { watched: passes ? undefined : watched, passes };"],
    ["passes at any size",                        " && watched.bytes === event.at.bytes",                                ""],
    ["passes at any address",                     "watched?.offset === event.at.offset && watched.bytes",                "watched?.bytes"],
    ["takes 0 for nothing",                       "const passes = watched?.offset === event.at.offset",                  "const passes = !!watched?.offset && watched.offset === event.at.offset"],
    ["keeps the first watch",                     "return { watched: event.at, passes: false };",                        "return { watched: watched ?? event.at, passes: false };"],
    ["hears of no store",                         "watched: ends ? undefined : watched",                                 "watched"],
    ["ends at every store",                       "watched: ends ? undefined : watched",                                 "watched: undefined"],
    ["notices the first byte only",               "offset < watched.offset + watched.bytes && watched.offset < offset + bytes", "offset === watched.offset"],
    ["is one byte too careful",                   "watched.offset < offset + bytes",                                     "watched.offset <= offset + bytes"],
    ["ignores CLREX",                             "    case \"clear\":\n      return { watched: undefined, passes: false };", "    case \"clear\":\n      return { watched, passes: false };"],
  ],
  right: {
    "by the bytes": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      type Bytes = { readonly offset: number; readonly bytes: number };
      const all = ({ offset, bytes }: Bytes): number[] => Array.from({ length: bytes }, (_, i) => offset + i);
      export const exclusiveMonitor: CpuParts["exclusiveMonitor"] = (watched, event) => {
        if (event.kind === "clear") return { watched: undefined, passes: false };
        if (event.kind === "load exclusive") return { watched: { ...event.at }, passes: false };
        const mine = watched === undefined ? [] : all(watched);
        const theirs = all(event.at);
        if (event.kind === "store") return { watched: mine.some((byte) => theirs.includes(byte)) ? undefined : watched, passes: false };
        return { watched: undefined, passes: watched !== undefined && mine.join() === theirs.join() };
      };`,
  },
};
