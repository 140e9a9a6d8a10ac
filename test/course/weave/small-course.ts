// A course of two chapters, small enough to read at a glance and without fault: the tests seed theirs in it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { House } from "../../../src/course/house";
import type { Course } from "../../../src/course/weave/course";
import type { Vocabulary } from "../../../src/course/weave/vocabulary";

const FENCE = "```";

export const FIELD_TS = `// Fields of a word.
//
// Invariant: hi >= lo.

import { mask } from "../../base/word";

/** Bits hi..lo. */
export function field(word: number, hi: number, lo: number): number {
  const width = hi - lo + 1;
  return (word >>> lo) & mask(width);
}

// This comment touches the class.
export class Reader {
  #word = 0;

  /** The low five bits. */
  low(): number {
    return field(this.#word, 4, 0);
  }

  get word(): number {
    return this.#word;
  }
  set word(value: number) {
    this.#word = value;
  }
}

export const ROWS = {
  // name             diagram
  "ADD (immediate)": "sf 0 0 100010",
  "SUB (immediate)": "sf 1 0 100010",
} as const;

export type Row = keyof typeof ROWS;

// region loop
for (const row of Object.keys(ROWS)) void row;
// endregion
`;

export const FIELDS_MDX = `---
title: Fields
---

# Fields

${FENCE}ts src=src/machine/decoder/field.ts#field mark="return"
${FENCE}

${FENCE}text example
92008c41     and  x1, x2, #0xf000f000f000f
${FENCE}

<BitField word="0x92008c41" /> <Exercise id="decoder/field" /> <Term>word</Term>

${FENCE}console run="printf 'one\\\\ntwo\\\\n'"
${FENCE}

${FENCE}ts src=src/machine/decoder/field.ts#Reader fold="low():"
${FENCE}

## The rest

${FENCE}ts src=src/machine/decoder/field.ts#rest
${FENCE}
`;

export const RECORDING = "chapters/01-decoder/transcripts/printf-onentwon-f16aa78d.txt";

const FILES: Readonly<Record<string, string>> = {
  "src/base/word.ts": "/** The low `width` bits. */\nexport const mask = (width: number): number => 2 ** width - 1;\n",
  "src/machine/decoder/field.ts": FIELD_TS,
  "src/machine/mmu/walk.ts": "export function walk(): void {}\n",
  "src/course/school.ts": "export const school = 1;\n",
  "chapters/01-decoder/fields.mdx": FIELDS_MDX,
  "chapters/04-mmu/walk.mdx": `# Walk\n\n<Exercise id="mmu/walk" />\n\n${FENCE}ts src=src/machine/mmu/walk.ts\n${FENCE}\n`,
  [RECORDING]: "$ printf 'one\\ntwo\\n'\nstatus 0\none\ntwo\n",
};

const HOUSE: House = {
  folders: { "base": [], "machine/decoder": ["base"], "machine/mmu": ["base"], "course": [] },
  chapters: [
    { number: 0, slug: "start", holds: ["src/base"] },
    { number: 1, slug: "decoder", holds: ["src/machine/decoder"] },
    { number: 4, slug: "mmu", holds: ["src/machine/mmu"] },
  ],
  school: ["src/course"],
};

export const VOCABULARY: Vocabulary = {
  exercises: new Map([
    ["decoder/field", { chapter: 1, section: "01-decoder/fields" }],
    ["mmu/walk", { chapter: 4, section: "04-mmu/walk" }],
  ]),
  components: new Set(["BitField", "Exercise", "Term", "Aside"]),
  hasTerm: (term) => term === "word",
  wordFault: (text) => (/^0x[0-9a-f]{8}$/.test(text) ? undefined : `"${text}" is no word`),
};

/** Lays the small course out in a temporary folder, with some files changed (undefined: left out). */
export function smallCourse(changes: Readonly<Record<string, string | undefined>> = {}): Course & { remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "o2p-small-course-"));
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, house: HOUSE, remove: () => rmSync(root, { recursive: true }) };
}

/** A page of chapter 1 with nothing but one fence, on its third line. */
export function fencePage(info: string, body = ""): string {
  return `# A page\n\n${FENCE}${info}\n${body === "" ? "" : `${body}\n`}${FENCE}\n`;
}
