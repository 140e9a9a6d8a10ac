import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { InMemory } from "./adapters/in-memory";
import { memoryCase, memoryNotation } from "./memory-cases";

const TABLE = 0xffff_ff80_4000_1000n;
/** RAM of this board begins at 0x4000_0000: its first page has this number. */
const FIRST = 0x4_0000;

interface Search {
  readonly first?: number;
  readonly lowest?: number;
  readonly run: number;
  readonly alignment?: number;
  readonly want: number;
  readonly why?: string;
  readonly most?: number;
}

/** `map` has a letter a page: - is free, anything else is taken. */
function caseOf(map: string, { first = FIRST, lowest = 0, run, alignment = 1, want, why, most }: Search): Case<InMemory> {
  const before = new Uint8Array(8 * Math.ceil(map.length / 64));
  for (let i = 0; i < map.length; i++) if (map[i] === "-") before[i >> 3]! |= 1 << (i & 7);
  const args = [TABLE, map.length, first, lowest, run, alignment];
  return memoryCase({ begin: TABLE, before, args, answer: want, ...(why !== undefined && { why }), ...(most !== undefined && { most }) });
}

const TELLING: readonly Case<InMemory>[] = [
  caseOf("--------", { run: 1, want: 0, why: "everything is free" }),
  caseOf("xx-x----", { run: 1, want: 2, why: "the first that is free" }),
  caseOf("xx-x----", { run: 2, want: 4, why: "the first two on end" }),
  caseOf("xx-x--x-", { run: 3, want: -1, why: "three are free, but not on end" }),
  caseOf("xxxxxxxx", { run: 1, want: -1, why: "none is free" }),
  caseOf("xxxx----", { run: 4, want: 4, why: "up to the end" }),
  caseOf("xxxxx---", { run: 4, want: -1, why: "behind the end is nothing: not free pages" }),
  caseOf(`${"x".repeat(62)}----xx`, { run: 4, want: 62, why: "across the words of the table" }),
  caseOf(`${"x".repeat(62)}--x---xx`, { run: 3, want: 65, why: "begun in one word, found in the next" }),
  caseOf("-".repeat(200), { run: 200, want: 0, why: "all of it" }),
  caseOf("-".repeat(200), { run: 201, want: -1, why: "one more than all of it" }),
  caseOf(`x${"-".repeat(130)}x`, { run: 130, want: 1, why: "two words and more" }),
];

const FROM: readonly Case<InMemory>[] = [
  caseOf("--x-----", { lowest: 3, run: 2, want: 3, why: "not below the page that is said to be the lowest" }),
  caseOf(`${"x".repeat(70)}----`, { lowest: 70, run: 4, want: 70, why: "from the middle of a word" }),
  caseOf("--------", { lowest: 5, run: 4, want: -1, why: "what is left is too short" }),
  caseOf("--------", { lowest: 8, run: 1, want: -1, why: "nothing is left" }),
];

const ALIGNED: readonly Case<InMemory>[] = [
  caseOf("x-------xx----------", { run: 4, alignment: 4, want: 4, why: "not at 1, which is free, but no multiple of 4" }),
  caseOf("-----x------", { run: 4, alignment: 8, want: 0, why: "0 is a multiple of everything" }),
  caseOf("xx-----x---------", { run: 4, alignment: 8, want: 8, why: "the first multiple of 8 that will do" }),
  caseOf("x".repeat(64) + "-".repeat(10), { run: 3, alignment: 2, want: 64, why: "behind a word that is taken" }),
  caseOf("-".repeat(16), { first: FIRST + 3, run: 4, alignment: 4, want: 1, why: "RAM begins three pages behind a multiple of 4: what is aligned is the address" }),
  caseOf("-".repeat(16), { first: FIRST + 1, run: 8, alignment: 8, want: 7, why: "RAM begins one page behind a multiple of 8" }),
  caseOf("x".repeat(512) + "-".repeat(512), { first: FIRST + 0x100, run: 512, alignment: 512, want: -1, why: "a block of 2 MiB does not fit where RAM begins in the middle of one" }),
  caseOf("x".repeat(100) + "-".repeat(924), { first: FIRST + 0x100, run: 512, alignment: 512, want: 256, why: "a block of 2 MiB" }),
];

/** Words that are all free or all taken: each is loaded about once. */
const LARGE_PAGES = 64 * 1024;
const LARGE: readonly Case<InMemory>[] = [
  caseOf("x".repeat(LARGE_PAGES - 64) + "-".repeat(64), { run: 64, want: LARGE_PAGES - 64, why: "256 MiB, all taken but the end", most: LARGE_PAGES / 16 }),
  caseOf("-".repeat(LARGE_PAGES), { run: LARGE_PAGES, want: 0, why: "256 MiB, all free, and all of it is wanted", most: LARGE_PAGES / 16 }),
];

function drawn(draw: Draw): Case<InMemory> {
  let map = "";
  while (map.length < 260) map += draw.pick(["-", "x"]).repeat(draw.pick([1, 2, 3, draw.between(1, 20), draw.between(1, 130)]));
  map = map.slice(0, draw.between(1, 260));
  const first = FIRST + draw.pick([0, 0, draw.below(512)]);
  const lowest = draw.pick([0, 0, draw.below(map.length)]);
  const run = draw.pick([1, 2, 4, 16, draw.between(1, 80)]);
  const alignment = draw.pick([1, 1, 2, 4, 16, 64]);
  return caseOf(map, { first, lowest, run, alignment, want: reference(map, first, lowest, run, alignment) });
}

/** Every place, one after another. */
function reference(map: string, first: number, lowest: number, run: number, alignment: number): number {
  for (let page = lowest; page + run <= map.length; page++) {
    if ((first + page) % alignment === 0 && map.slice(page, page + run) === "-".repeat(run)) return page;
  }
  return -1;
}

const MAX_SHOWN = 96;

/** The table as it is drawn in ../../../unikernel/memory/page-allocator.ts: 1 is free. */
function bitsOf(memory: Uint8Array, pages: number): string {
  const bits = Array.from({ length: Math.min(pages, MAX_SHOWN) }, (_, i) => (memory[i >> 3]! >> (i & 7)) & 1);
  return `${bits.join("").replace(/(.{8})(?=.)/g, "$1 ")}${pages > MAX_SHOWN ? " ..." : ""}`;
}

export const takeRun: Trial<InMemory> = {
  show: {
    ...memoryNotation("findRun", (answer) => String(answer)),
    call: (_begin, memory, _free, pages, first, lowest, run, alignment) =>
      `findRun(free, ${String(pages)}, 0x${Number(first).toString(16)}, ${String(lowest)}, ${String(run)}, ${String(alignment)}) in ${bitsOf(memory, Number(pages))}`,
  },
  properties: [
    { title: "finds the lowest run of free pages", cases: () => TELLING },
    { title: "begins where it is told to", cases: () => FROM },
    { title: "aligns the address, not the page's number in the table", cases: () => ALIGNED },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawn(draw)) },
    { title: "looks at whole words where it can", cases: () => LARGE },
  ],
};
