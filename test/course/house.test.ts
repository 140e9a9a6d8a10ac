import { expect } from "chai";
import { chapterFolder, chapterOf, folderOf, type House } from "../../src/course/house";

const HOUSE: House = {
  folders: { "base": [], "machine/decoder": ["base"], "cli": ["base"], "cli/listing": ["base"] },
  chapters: [
    { number: 0, slug: "start", holds: ["src/base", "src/course/house.ts"] },
    { number: 1, slug: "decoder", holds: ["src/machine/decoder", "src/cli/listing"] },
    { number: 10, slug: "networking", holds: ["src/unikernel/net"] },
  ],
  school: ["src/cli", "src/course"],
};

const files = [
  // file                                          folder             chapter
  ["src/base/bug.ts",                              "base",            0],
  ["src/based.ts",                                 undefined,         undefined],
  ["src/machine/decoder/tables/dp-immediate.ts",   "machine/decoder", 1],
  ["src/cli/main.ts",                              "cli",             "school"],
  ["src/cli/listing/line.ts",                      "cli/listing",     1],
  ["src/course/house.ts",                          undefined,         0],
  ["src/course/weave/page.ts",                     undefined,         "school"],
  ["src/course/exercises/01-decoder/rows.ts",      undefined,         1],
  ["src/run/10-networking.ts",                     undefined,         10],
  ["src/run/11-speed.ts",                          undefined,         undefined],
  ["exercises/01-decoder/field.ts",                undefined,         1],
  ["test/machine/decoder/decode.test.ts",          undefined,         1],
  ["test/course/house.test.ts",                    undefined,         0],
  ["test/course/weave/page.test.ts",               undefined,         "school"],
  ["test/exercises/01-decoder/field.ts",           undefined,         1],
  ["README.md",                                    undefined,         undefined],
] as const;

describe("the house", () => {
  for (const [file, folder, chapter] of files) {
    it(file, () => expect([folderOf(file, HOUSE), chapterOf(file, HOUSE)]).to.deep.equal([folder, chapter]));
  }

  it("numbers a chapter's folder with two digits", () => {
    expect(HOUSE.chapters.map(chapterFolder)).to.deep.equal(["00-start", "01-decoder", "10-networking"]);
  });
});
