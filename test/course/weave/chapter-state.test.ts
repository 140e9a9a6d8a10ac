import { expect } from "chai";
import { stateFiles } from "../../../src/course/weave/chapter-state";
import { dependenciesOf } from "../../../src/course/weave/dependencies";
import { runTours } from "../../../src/course/weave/tours";
import { FIELDS_MDX, RECORDING, smallCourse } from "./small-course";

const FILES = {
  "package.json": "{}",
  "test/base/word.test.ts": 'import "../../src/base/word";\n',
  "test/machine/decoder/field.test.ts": 'import "../../../src/machine/decoder/field";\nimport "./cases";\n',
  "test/machine/decoder/cases.ts": "export const cases = [];\n",
  "test/machine/decoder/later.test.ts": 'import "./indirect";\n',
  "test/machine/decoder/indirect.ts": 'import "../../../src/machine/mmu/walk";\n',
  "test/machine/decoder/recorded/words.json": "[]",
  "test/course/school.test.ts": 'import "../../src/course/school";\n',
  "exercises/01-decoder/field.ts": "export {};\n",
  "exercises/04-mmu/walk.ts": "export {};\n",
};

function states(): readonly string[][] {
  const course = smallCourse(FILES);
  try {
    return [0, 1].map((chapter) => stateFiles(course, chapter).sort());
  } finally {
    course.remove();
  }
}

describe("the code as of a chapter", () => {
  it("holds what the chapters up to it build, with the tests that need nothing else", () => {
    const [zero, one] = states();
    expect(zero).to.deep.equal(["package.json", "src/base/word.ts", "test/base/word.test.ts"]);
    expect(one).to.deep.equal([
      "chapters/01-decoder/fields.mdx", RECORDING, "exercises/01-decoder/field.ts", "package.json", "src/base/word.ts",
      "src/machine/decoder/field.ts", "test/base/word.test.ts", "test/machine/decoder/cases.ts", "test/machine/decoder/field.test.ts",
      "test/machine/decoder/recorded/words.json",
    ].sort());
  });
});

describe("the tours", () => {
  it("are missed where a chapter has pages and no tour", async () => {
    const course = smallCourse();
    try {
      expect((await runTours(course)).map(({ fault }) => fault?.message)).to.deep.equal([
        "src/run/01-decoder.ts:1: this chapter has no tour",
        "src/run/04-mmu.ts:1: this chapter has no tour",
      ]);
    } finally {
      course.remove();
    }
  });
});

describe("the files that a page is made of", () => {
  it("are those it quotes, its recordings, and for a rest the chapter's other pages", () => {
    const course = smallCourse({ "chapters/01-decoder/other.mdx": "# Other\n" });
    try {
      expect(dependenciesOf(course, "chapters/01-decoder/fields.mdx", FIELDS_MDX).sort()).to.deep.equal([
        "chapters/01-decoder/other.mdx", RECORDING, "src/machine/decoder/field.ts",
      ]);
    } finally {
      course.remove();
    }
  });
});
