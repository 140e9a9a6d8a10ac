import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not begin anew",               "begin = aligned(first, page, alignment);",        "begin = page - page % 1;"],
    ["aligns the number in the table",    "(first + page) % alignment",                      "page % alignment"],
    ["aligns downwards",                  "page + alignment - behind",                       "page - behind"],
    ["aligns only at the beginning",      "begin = aligned(first, page, alignment);",        "begin = page;"],
    ["does not align at the beginning",   "let begin = aligned(first, lowest, alignment);",  "let begin = lowest;"],
    ["searches from page 0",              "let begin = aligned(first, lowest, alignment);",  "let begin = aligned(first, 0, alignment);"],
    ["is content with a page less",       "page - begin >= run ? begin",                     "page - begin >= run - 1 ? begin"],
    ["wants a page more",                 "page - begin < run)",                             "page - begin <= run)"],
    ["takes a word that is taken for free", "word === ALL",                                  "word === 0n"],
    ["passes over a word that is not all free", "word === 0n ? PER_WORD : 1",                "word !== ALL ? PER_WORD : 1"],
    ["looks at every page alone",         "page % PER_WORD === 0 ? wordOf(free, page) : 1n", "page < 0 ? wordOf(free, page) : 1n"],
    ["looks behind the end",              "page < pages && page - begin < run",              "page - begin < run && page < pages + 64"],
  ],
  right: {
    "by counting backwards from where a run would end": `
      import { ALL, isSet, wordOf } from "../../src/unikernel/memory/page-bits";
      /** @noalloc */
      export function findRun(free: bigint, pages: number, first: number, lowest: number, run: number, alignment: number): number {
        let known = 0n;
        let knownAt = -1;
        for (let begin = lowest; begin + run <= pages;) {
          if ((first + begin) % alignment !== 0) { begin++; continue; }
          let taken = -1;
          for (let page = begin; page < begin + run;) {
            const at = page - page % 64;
            if (at !== knownAt) { known = wordOf(free, at); knownAt = at; }
            if (known === ALL) { page = at + 64; continue; }
            if (known === 0n) { taken = at + 63; break; }
            if (!isSet(free, page)) { taken = page; break; }
            page++;
          }
          if (taken < 0) return begin;
          begin = taken + 1;
        }
        return -1;
      }`,
  },
};
