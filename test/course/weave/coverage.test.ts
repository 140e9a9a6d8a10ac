// What counts as covered, and what as a statement. Counted by hand in the sources below.

import { expect } from "chai";
import { checkCourse } from "../../../src/course/weave/check";
import { type FileCoverage, coverageOf } from "../../../src/course/weave/coverage";
import { coverageReport } from "../../../src/course/weave/report";
import { VOCABULARY, fencePage, smallCourse } from "./small-course";

const FILE = "src/machine/decoder/a.ts";

/** How a file of chapter 1 with the text `source` is covered by a page with one fence. */
function coverage(source: string, info: string, page = "chapters/01-decoder/extra.mdx"): FileCoverage {
  const course = smallCourse({ [FILE]: source, [page]: fencePage(info) });
  try {
    const { faults, quotes } = checkCourse(course, VOCABULARY);
    expect(faults.map((fault) => fault.message)).to.deep.equal([]);
    return coverageOf(course, quotes).flatMap((chapter) => chapter.files).find(({ file }) => file === FILE)!;
  } finally {
    course.remove();
  }
}

const TABLE = `export const T = {
  a: () => { return 1; },
  b: () => { return 2; },
  c: () => { return 3; },
};
`;

const CODE = `import { mask } from "../../base/word";

export function f(x: number): number {
  if (x > 1) {
    const y = mask(x);
    return y;
  }
  for (const z of [x]) { void z; }
  return (() => {
    return 2;
  })();
}

export interface I {
  readonly a: number;
}
`;

const cases = [
  // what                                        source        fence                                covered  shown of statements
  ["a table's row has the table",                TABLE,        `ts src=${FILE}#T.b`,                "1/1",   "0/0"],
  ["a table folded is covered too",              TABLE,        `ts src=${FILE}#rest`,               "1/1",   "0/0"],
  ["statements nest, blocks are none",           CODE,         `ts src=${FILE}#f`,                  "1/2",   "8/9"],
  ["what is folded is covered but not shown",    CODE,         `ts src=${FILE} fold="if (x"`,       "2/2",   "7/9"],
  ["a rest shows nothing in the open",           CODE,         `ts src=${FILE}#rest`,               "2/2",   "0/9"],
  ["a member is not its class",                  "export class A {\n  b = 1;\n\n  c(): number {\n    return 2;\n  }\n}\n", `ts src=${FILE}#A.c`, "0/1", "2/4"],
  ["a doc comment belongs to its declaration",   "/** Doc. */\nexport const a = 1;\n// region b\nexport const b = 2;\n// endregion\n", `ts src=${FILE}#range:b`, "1/2", "1/2"],
  ["the marks of a region are on no page",       "export function f(): number {\n  // region b\n  return 2;\n  // endregion\n}\n", `ts src=${FILE}#rest`, "1/1", "0/2"],
] as const;

describe("coverage", () => {
  for (const [name, source, info, covered, shown] of cases) {
    it(name, () => {
      const file = coverage(source, info);
      expect([`${file.covered}/${file.declarations}`, `${file.shown}/${file.statements}`]).to.deep.equal([covered, shown]);
    });
  }

  it("counts a quote of any later chapter", () => {
    const file = coverage(CODE, `ts src=${FILE}#f`, "chapters/04-mmu/extra.mdx");
    expect(`${file.shown}/${file.statements}`).to.equal("8/9");
  });

  it("is told by chapter and file", () => {
    const course = smallCourse();
    try {
      const report = coverageReport(coverageOf(course, checkCourse(course, VOCABULARY).quotes));
      expect(report.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "))).to.deep.equal([
        "chapter 1 | on a page | statements shown",
        "src/machine/decoder/field.ts | 4/4 | 10/14 | 71 %",
        "all of it | 4/4 | 10/14 | 71 %",
        "",
        "chapter 4 | on a page | statements shown",
        "src/machine/mmu/walk.ts | 1/1 | 1/1 100 %",
        "all of it | 1/1 | 1/1 100 %",
        "",
      ]);
    } finally {
      course.remove();
    }
  });

});
