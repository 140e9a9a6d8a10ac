import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not look at all rows again",    "      row = -1;\n",                              ""],
    ["takes the first RAM that has room",  "(best < 0 || at < best)",                         "best < 0"],
    ["takes the highest",                  "(best < 0 || at < best)",                         "(best < 0 || at > best)"],
    ["does not mind the limit",            "Math.min(rangeEnd(row), limit)",                  "rangeEnd(row)"],
    ["holds the limit against the begin",  "at + bytes <= end && ",                           "at < limit && at + bytes <= rangeEnd(row) && "],
    ["leaves the last page",               "at + bytes <= end",                               "at + bytes < end"],
    ["looks only at where it begins",      "rangeBegin(row) < at + bytes && at < rangeEnd(row)", "rangeBegin(row) <= at && at < rangeEnd(row)"],
    ["finds a neighbour in the way",       "rangeBegin(row) < at + bytes && at < rangeEnd(row)", "rangeBegin(row) <= at + bytes && at < rangeEnd(row)"],
    ["sees only what lies within",         "rangeBegin(row) < at + bytes && at < rangeEnd(row)", "at <= rangeBegin(row) && rangeBegin(row) < at + bytes"],
    ["knows of the image alone",           "if (rangeKind(row) === RANGE.memory) continue;",   "if (rangeKind(row) !== RANGE.image) continue;"],
    ["leaves RAM that begins taken",       "const at = firstFree(rangeBegin(row), bytes);",    "const at = firstFree(rangeBegin(row), bytes);\n    if (at !== rangeBegin(row) && firstFree(rangeBegin(row), 4096) !== rangeBegin(row)) continue;"],
  ],
  wrongFiles: {
    "asks of every page": `
      import { RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind } from "../../src/unikernel/memory/memory-map";
      function isFree(at: number, end: number): boolean {
        for (let i = 0; i < rangeCount(); i++) if (rangeKind(i) !== RANGE.memory && rangeBegin(i) < end && at < rangeEnd(i)) return false;
        return true;
      }
      /** @noalloc */
      export function findGap(bytes: number, limit: number): number {
        let best = -1;
        for (let i = 0; i < rangeCount(); i++) {
          if (rangeKind(i) !== RANGE.memory) continue;
          for (let at = rangeBegin(i); at + bytes <= Math.min(rangeEnd(i), limit); at += 4096) {
            if (!isFree(at, at + bytes)) continue;
            if (best < 0 || at < best) best = at;
            break;
          }
        }
        return best;
      }`,
  },
  right: {
    "by trying the end of every row": `
      import { RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind } from "../../src/unikernel/memory/memory-map";
      function isRoom(at: number, end: number): boolean {
        let isRam = false;
        for (let i = 0; i < rangeCount(); i++) {
          if (rangeKind(i) === RANGE.memory) isRam = isRam || (rangeBegin(i) <= at && end <= rangeEnd(i));
          else if (rangeBegin(i) < end && at < rangeEnd(i)) return false;
        }
        return isRam;
      }
      /** @noalloc */
      export function findGap(bytes: number, limit: number): number {
        let best = limit;
        for (let i = 0; i < rangeCount(); i++) {
          const at = rangeKind(i) === RANGE.memory ? rangeBegin(i) : rangeEnd(i);
          if (at < best && at + bytes <= limit && isRoom(at, at + bytes)) best = at;
        }
        return best === limit ? -1 : best;
      }`,
  },
};
