import { expect } from "chai";
import { checkCourse } from "../../../src/course/weave/check";
import type { ListingProps } from "../../../src/course/weave/excerpt-props";
import { planOf } from "../../../src/course/weave/house-plan";
import { listingsOf } from "../../../src/course/weave/listing";
import { VOCABULARY, smallCourse } from "./small-course";

function listings(): ListingProps[] {
  const course = smallCourse();
  try {
    const { quotes } = checkCourse(course, VOCABULARY);
    return listingsOf(course, quotes, (page) => (page.startsWith("chapters/01-") ? "/decoder/fields/" : undefined));
  } finally {
    course.remove();
  }
}

const listingOf = (file: string): ListingProps => listings().find((listing) => listing.file === file)!;

describe("a listing", () => {
  it("is there for every source file", () => {
    expect(listings().map(({ file }) => file)).to.deep.equal(["src/base/word.ts", "src/course/school.ts", "src/machine/decoder/field.ts", "src/machine/mmu/walk.ts"]);
  });

  it("names the declarations and the members of classes, and says where the text has each", () => {
    const told = listingOf("src/machine/decoder/field.ts").declarations.map(({ anchor, kind, lines, explained }) =>
      [anchor, kind, lines.join("-"), explained.map(({ href, folded }) => (folded ? `(${href})` : href)).join(" ")]);
    expect(told).to.deep.equal([
      ["field", "function", "7-11", "/decoder/fields/#code-field"],
      ["Reader", "class", "13-28", "/decoder/fields/#code-reader"],
      ["Reader.word", "property", "15-15", ""],
      ["Reader.low", "method", "17-20", ""],
      ["ROWS", "const", "30-34", "(/decoder/fields/#rest-of-src-machine-decoder-field-ts)"],
      ["Row", "type", "36-36", "(/decoder/fields/#rest-of-src-machine-decoder-field-ts)"],
    ]);
  });

  it("links what the file imports", () => {
    expect(listingOf("src/machine/decoder/field.ts").imports).to.deep.equal([{ line: 5, specifier: "../../base/word", href: "/listing/src/base/word/" }]);
  });

  it("does not link to a page that the site does not have", () => {
    expect(listingOf("src/machine/mmu/walk.ts").declarations[0]?.explained).to.deep.equal([]);
  });
});

describe("the plan of the house", () => {
  it("has each folder with its chapters, its imports, and its files' first sentences", () => {
    const course = smallCourse();
    try {
      expect(planOf(course)).to.deep.equal([
        { folder: "base", chapters: [0], mayImport: [], files: [{ name: "word.ts", href: "/listing/src/base/word/", lines: 2, about: "The low `width` bits." }] },
        { folder: "machine/decoder", chapters: [1], mayImport: ["base"], files: [{ name: "field.ts", href: "/listing/src/machine/decoder/field/", lines: 40, about: "Fields of a word." }] },
        { folder: "machine/mmu", chapters: [4], mayImport: ["base"], files: [{ name: "walk.ts", href: "/listing/src/machine/mmu/walk/", lines: 1, about: "" }] },
        { folder: "course", chapters: [], mayImport: [], files: [{ name: "school.ts", href: "/listing/src/course/school/", lines: 1, about: "" }] },
      ]);
    } finally {
      course.remove();
    }
  });
});
