// Faults seeded one at a time in a course that has none: each is told with the file and the line where it stands.

import { expect } from "chai";
import { checkCourse } from "../../../src/course/weave/check";
import { coverageFaults, coverageOf } from "../../../src/course/weave/coverage";
import { FIELDS_MDX, FIELD_TS, RECORDING, VOCABULARY, fencePage, smallCourse } from "./small-course";

type Changes = Parameters<typeof smallCourse>[0];

const PAGE = "chapters/01-decoder/fields.mdx";
const EXTRA = "chapters/01-decoder/extra.mdx";
const FIELD = "src/machine/decoder/field.ts";

/** Everything that is wrong with the small course once `changes` are made. */
function faultsWith(changes: Changes): string[] {
  const course = smallCourse(changes);
  try {
    const { faults, quotes } = checkCourse(course, VOCABULARY);
    return [...faults, ...coverageFaults(course, coverageOf(course, quotes))].map((fault) => fault.message);
  } finally {
    course.remove();
  }
}

const extra = (info: string, body?: string): Changes => ({ [EXTRA]: fencePage(info, body) });
const page = (before: string, after: string): Changes => ({ [PAGE]: FIELDS_MDX.replace(before, after) });
const source = (before: string, after: string): Changes => ({ [FIELD]: FIELD_TS.replace(before, after) });

const seeded: readonly (readonly [string, Changes, string])[] = [
  // A quote that names nothing, or too much.
  ["a missing file", extra("ts src=src/machine/decoder/fields.ts#field"), `${EXTRA}:3: there is no file src/machine/decoder/fields.ts`],
  ["a missing declaration", extra(`ts src=${FIELD}#feild id=x`), `${EXTRA}:3: ${FIELD} has no feild; it has field, Reader, ROWS, Row`],
  ["a missing member", extra(`ts src=${FIELD}#Reader.high`), `${EXTRA}:3: ${FIELD}#Reader has no high; it has #word, low, word`],
  ["a missing row", extra(`ts src=${FIELD}#ROWS."ADDS (immediate)"`), `${EXTRA}:3: ${FIELD}#ROWS has no ADDS (immediate); it has "ADD (immediate)", "SUB (immediate)"`],
  ["a missing range", extra(`ts src=${FIELD}#range:lop`), `${EXTRA}:3: ${FIELD} has no line "region lop"`],
  ["a missing header", extra("ts src=src/base/word.ts#imports"), `${EXTRA}:3: src/base/word.ts imports nothing`],
  ["an ambiguous declaration", { ...source("export type Row", "export const Row = 1;\nexport type Row"), ...extra(`ts src=${FIELD}#Row`) }, `${EXTRA}:3: Row is ambiguous in ${FIELD}: const on line 36, type on line 37`],
  ["an ambiguous range", { ...source("// endregion", "// endregion\n// region loop\n;\n// endregion"), ...extra(`ts src=${FIELD}#range:loop`) }, `${EXTRA}:3: range loop is ambiguous in ${FIELD}: lines 38, 41`],
  ["a range that does not end", { ...source("// endregion\n", ""), ...extra(`ts src=${FIELD}#range:loop`) }, `${EXTRA}:3: range loop of ${FIELD}, line 38, is empty or has no endregion before the next region`],
  ["two names with the same lines", extra(`ts src=${FIELD}#Reader,Reader.low`), `${EXTRA}:3: Reader.low and Reader of ${FIELD} share lines: quote one of them`],
  ["names that are no list", extra(`ts src=${FIELD}#field,`), `${EXTRA}:3: "field," is no list of names`],

  ["an excerpt that is too long", { ...source("export type Row", `${"\n;".repeat(121)}\nexport type Row`), ...extra(`ts src=${FIELD}`) }, `${EXTRA}:3: this excerpt shows 162 lines in the open, more than 120: quote parts of it, or fold some`],

  // A quote from where this chapter may not quote.
  ["code of a later chapter", extra("ts src=src/machine/mmu/walk.ts#walk"), `${EXTRA}:3: src/machine/mmu/walk.ts is built in chapter 4, later than this one (1)`],
  ["a tour of a later chapter", extra('console run="npx ts-node src/run/04-mmu.ts"'), `${EXTRA}:3: src/run/04-mmu.ts is built in chapter 4, later than this one (1)`],
  ["the school's code", extra("ts src=src/course/school.ts"), `${EXTRA}:3: src/course/school.ts is the school's: no chapter builds it, so none quotes it`],
  ["a file outside", extra("ts src=package.json"), `${EXTRA}:3: a chapter quotes from src, test and exercises, not package.json`],
  ["a file in no chapter", { ...extra("ts src=src/formats/elf.ts"), "src/formats/elf.ts": "" }, `${EXTRA}:3: src/formats/elf.ts is in no chapter: list it in src/course/house.ts`],

  // A fence that says too little or too much.
  ["code typed by hand", extra("ts", "const x = 1;"), `${EXTRA}:3: code in a chapter is quoted (src=FILE#NAME) or run (run="COMMAND"); what is neither is marked example`],
  ["a transcript typed by hand", extra('console run="true"', "$ true"), `${EXTRA}:3: a src or run fence is filled in by the weave: leave it empty, or mark it example`],
  ["an unknown language", extra("cobol example", "ADD 1 TO X."), `${EXTRA}:3: a fence begins with its language, one of ts, tsx, js, json, text, console, asm, c, diff, sh, css, mdx; this one with "cobol"`],
  ["an unknown option", extra(`ts src=${FIELD} lines=3`), `${EXTRA}:3: a fence with src has no option lines; it has src, mark, fold, id`],
  ["an option twice", extra(`ts src=${FIELD} id=a id=b`), `${EXTRA}:3: the option id stands 2 times`],
  ["an option without a value", extra(`ts src=${FIELD} mark`), `${EXTRA}:3: the option mark wants a value: mark="..."`],
  ["a word that is no option", extra(`ts src=${FIELD} "field"`), `${EXTRA}:3: ""field"" is no option`],
  ["a quote that is not closed", extra(`ts src=${FIELD}#field mark="return`), `${EXTRA}:3: a quote is not closed in ts src=${FIELD}#field mark="return`],
  ["both quoted and run", extra(`ts src=${FIELD} run="true"`), `${EXTRA}:3: a fence is one thing, not src and run`],
  ["a fence that is never closed", { [EXTRA]: "# A page\n\n```text example\n" }, `${EXTRA}:3: this fence is never closed`],
  ["a mark on no line", page('mark="return"', 'mark="retrun"'), `${PAGE}:7: no quoted line contains "retrun"`],
  ["a fold on no line", page('fold="low():"', 'fold="high():"'), `${PAGE}:19: no quoted line contains "high():"`],
  ["a fold of one line", page('fold="low():"', 'fold="#word = 0"'), `${PAGE}:19: nothing of several lines begins on a quoted line with "#word = 0"`],
  ["a fold of several things", page('fold="low():"', 'fold="word("'), `${PAGE}:19: "word(" is ambiguous: lines 22, 25`],
  ["an exit status that is none", extra('console run="true" status=none'), `${EXTRA}:3: status is an exit status, 0 to 255, not none`],

  // Anchors.
  ["an anchor twice", page("## The rest", "```ts src=src/machine/decoder/field.ts#field\n```\n\n## The rest"), `${PAGE}:22: the anchor code-field is taken by line 7: give the fence another with id=...`],
  ["a heading's anchor twice", page("## The rest", "## The rest {/* #fields */}"), `${PAGE}:22: the anchor fields is taken by line 5: give the heading another, {/* #... */}`],

  // Transcripts.
  ["a transcript that is not recorded", extra('console run="true"'), `${EXTRA}:3: "true" is not recorded; npm run weave -- --update records it`],
  ["a recording of another command", { [RECORDING]: "$ printf\nstatus 0\n" }, `${PAGE}:16: ${RECORDING} records "printf", not "printf 'one\\ntwo\\n'"`],
  ["a recording that is none", { [RECORDING]: "one\ntwo\n" }, `${PAGE}:16: ${RECORDING} is no recording: it begins with "$ command" and "status N"`],
  ["a command that failed", { [RECORDING]: "$ printf 'one\\ntwo\\n'\nstatus 1\none\ntwo\n" }, `${PAGE}:16: "printf 'one\\ntwo\\n'" ends with status 1, not 0; it says: one`],
  ["a mark on no line of the output", page(`two\\\\n'"`, `two\\\\n'" mark="three"`), `${PAGE}:16: no line of the transcript contains "three"`],
  ["a recording that no page shows", { "chapters/01-decoder/transcripts/old.txt": "$ true\nstatus 0\n" }, "chapters/01-decoder/transcripts/old.txt:1: no page runs this command any more: delete the recording (npm run weave -- --update does)"],

  // Components.
  ["an unknown component", page("<Term>word</Term>", "<Figure />"), `${PAGE}:14: there is no component Figure; there are Aside, BitField, Exercise, Term`],
  ["an unknown exercise", page("</Term>", '</Term> <Exercise id="decoder/feild" />'), `${PAGE}:14: there is no exercise decoder/feild; there are decoder/field, mmu/walk`],
  ["an exercise without id", page("</Term>", "</Term> <Exercise />"), `${PAGE}:14: an exercise is called by its id: <Exercise id="..." />`],
  ["an exercise of a later chapter", page("</Term>", '</Term> <Exercise id="mmu/walk" />'), `${PAGE}:14: exercise mmu/walk belongs to chapter 4, later than this one (1)`],
  ["an exercise that its page does not set", page('<Exercise id="decoder/field" />', ""), `${PAGE}:1: exercise decoder/field says that this page sets it: put <Exercise id="decoder/field" /> here, or mend its section`],
  ["a widget's word that is none", page('word="0x92008c41"', 'word="0x92008c4"'), `${PAGE}:14: "0x92008c4" is no word`],
  ["a widget's value that is too wide", page('word="0x92008c41"', 'width={8} value="0x1ff"'), `${PAGE}:14: 0x1ff has more than 8 bits`],
  ["a widget's value that is no number", page('word="0x92008c41"', 'value="five"'), `${PAGE}:14: "five" is no number`],
  ["an unknown term", page("<Term>word</Term>", "<Term>byte</Term>"), `${PAGE}:14: the glossary has no term "byte"`],

  // Coverage, and rests.
  ["a declaration on no page", page("## The rest\n\n```ts src=src/machine/decoder/field.ts#rest\n```\n", ""), `${FIELD}:30: not on any page: ROWS (line 30), Row (line 36); quote it, or fold it into a fence src=${FIELD}#rest`],
  ["a declaration of which a part is on no page", page("#Reader fold=\"low():\"\n```\n\n## The rest\n\n```ts src=src/machine/decoder/field.ts#rest", '#Reader.low,ROWS,Row id=x'), `${FIELD}:13: not on any page: Reader (line 13); quote it, or fold it into a fence src=${FIELD}#rest`],
  ["too little in the open", page('#Reader fold="low():"', "#Reader fold"), `${FIELD}:1: chapter 1 quotes 3 of its 14 statements in the open, less than 70 %; of this file 3 of 14`],
  ["a little too little in the open", page('fold="low():"', 'fold="low():" fold="get "'), `${FIELD}:1: chapter 1 quotes 9 of its 14 statements in the open, less than 70 %; of this file 9 of 14`],
  ["a file that no chapter lists", { "src/machine/gic/gic.ts": "" }, "src/machine/gic/gic.ts:1: this file is in no chapter: list it in src/course/house.ts"],
  ["a rest with nothing left", { [EXTRA]: `${fencePage("ts src=src/base/word.ts")}\n${fencePage("ts src=src/base/word.ts#rest").slice(10)}` }, `${EXTRA}:6: nothing is left of src/base/word.ts: this chapter quotes all of it elsewhere`],
  ["a rest twice on a page", page("## The rest", "```ts src=src/machine/decoder/field.ts#rest\n```\n\n## The rest"), `${PAGE}:27: the anchor rest-of-src-machine-decoder-field-ts is taken by line 22: give the fence another with id=...`],
  ["a rest with marks", extra(`ts src=${FIELD}#rest mark="x"`), `${EXTRA}:3: the rest of a file is all folded: mark and fold have no place there`],
  ["the rest of an empty folder", extra("ts src=src/machine/gic/#rest"), `${EXTRA}:3: there is no source file under src/machine/gic/`],
];

describe("the weave tells where the text and the code part", () => {
  it("finds nothing in the small course itself", () => expect(faultsWith({})).to.deep.equal([]));

  for (const [name, changes, message] of seeded) {
    it(name, () => expect(faultsWith(changes)).to.include(message));
  }

  it("tells one seeded fault once", () => {
    expect(faultsWith(page('mark="return"', 'mark="retrun"')).filter((message) => message.includes("retrun"))).to.have.length(1);
  });
});
