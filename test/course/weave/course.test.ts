// The course itself, but for running its commands: `npm run weave` does that too.

import { expect } from "chai";
import { join } from "node:path";
import { HOUSE } from "../../../src/course/house";
import { checkCourse } from "../../../src/course/weave/check";
import { coverageFaults, coverageOf } from "../../../src/course/weave/coverage";
import { courseVocabulary } from "../../../src/site/vocabulary";

describe("the text of the course", () => {
  const course = { root: join(__dirname, "../../.."), house: HOUSE };

  let checked: ReturnType<typeof checkCourse>;

  before("the course is read", () => { checked = checkCourse(course, courseVocabulary()); });

  it("quotes code that is there, and has every exercise where it says", () => {
    expect(checked.faults.map((fault) => fault.message)).to.deep.equal([]);
  });

  it("has everything that its chapters build", () => {
    const { quotes } = checked;
    expect(coverageFaults(course, coverageOf(course, quotes)).map((fault) => fault.message)).to.deep.equal([]);
  });
});
