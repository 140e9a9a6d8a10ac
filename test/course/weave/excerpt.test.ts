import { expect } from "chai";
import type { ExcerptProps } from "../../../src/course/weave/excerpt-props";
import { excerptsOf } from "../../../src/course/weave/excerpt";
import { parseFence } from "../../../src/course/weave/fence";
import { readPage } from "../../../src/course/weave/page";
import { FIELD_TS, smallCourse } from "./small-course";

/** What a fence in the first chapter's page gives. */
function excerpts(info: string, changes: Parameters<typeof smallCourse>[0] = {}): ExcerptProps[] {
  const course = smallCourse(changes);
  try {
    const fence = parseFence(info);
    if (fence.kind !== "source") throw new Error(`not a source fence: ${info}`);
    return excerptsOf(course, readPage(course.root, "chapters/01-decoder/fields.mdx"), fence);
  } finally {
    course.remove();
  }
}

/** Parts as text: "7-9" open, "(10)" folded, "11*" marked, "+3" omitted. */
function shape({ parts }: ExcerptProps): string {
  return parts.map(({ lines, folded, omitted }) => {
    const numbers = lines.map(({ number, marked }) => `${number}${marked ? "*" : ""}`).join(" ");
    return (folded ? `(${numbers})` : numbers) + (omitted === undefined ? "" : `+${omitted}`);
  }).join(" | ");
}

const FIELD = "src/machine/decoder/field.ts";

const rows = Array.from({ length: 20 }, (_, i) => `  "R${i}": "${i}",`).join("\n");
const LONG_TABLE = `export const LONG = {\n${rows}\n} as const;\n\nexport const after = 1;\n`;

describe("an excerpt", () => {
  const cases = [
    // fence                                              lines
    [`ts src=${FIELD}#field`,                             "7 8 9 10 11"],
    [`ts src=${FIELD}#field mark="return" mark="width ="`, "7 8 9* 10* 11"],
    [`ts src=${FIELD}#Reader.low`,                        "17 18 19 20"],
    [`ts src=${FIELD}#Reader.low,field`,                  "17 18 19 20 | 7 8 9 10 11"],
    [`ts src=${FIELD}#Reader fold="low():"`,              "13 14 15 16 17 18 | (19) | 20 21 22 23 24 25 26 27 28"],
    [`ts src=${FIELD}#Reader fold="low():" fold="get "`,  "13 14 15 16 17 18 | (19) | 20 21 22 | (23) | 24 25 26 27 28"],
    [`ts src=${FIELD}#field fold`,                        "(7 8 9 10 11)"],
    [`ts src=${FIELD}#ROWS."SUB (immediate)"`,            "33"],
    [`ts src=${FIELD}#rest`,                              "(1 2 3 4 5) | (30 31 32 33 34 35 36) | (39)"],
    [`ts src=${FIELD}#header`,                            "1 2 3"],
    ["ts src=src/base/word.ts",                           "1 2"],
  ] as const;

  for (const [info, lines] of cases) {
    it(info, () => expect(excerpts(info).map(shape)).to.deep.equal([lines]));
  }

  it("says where it is from", () => {
    const [excerpt] = excerpts(`ts src=${FIELD}#Reader.low,field`);
    expect(excerpt).to.deep.include({
      id: "code-reader-low-field",
      file: FIELD,
      symbols: ["Reader.low", "field"],
      lines: [7, 20],
      rest: false,
      listing: "/listing/src/machine/decoder/field#Reader.low",
    });
    expect(excerpt?.place).to.deep.equal({
      folders: [{ name: "src", chapter: 0 }, { name: "machine", chapter: 1 }, { name: "decoder", chapter: 1 }],
      chapter: 1,
      room: ["field.ts"],
    });
  });

  it("cuts off the indentation that its lines share", () => {
    const [excerpt] = excerpts(`ts src=${FIELD}#Reader.low`);
    expect(excerpt?.parts[0]?.lines.map(({ html }) => html.replace(/<[^>]*>/g, ""))).to.deep.equal([
      "/** The low five bits. */", "low(): number {", "  return field(this.#word, 4, 0);", "}",
    ]);
  });

  it("takes another anchor when it is given one", () => expect(excerpts(`ts src=${FIELD}#field id=again`)[0]?.id).to.equal("again"));

  it("is one for each file of a folder's rest, files that are quoted whole left out", () => {
    const files = { "src/machine/decoder/a.ts": "export const a = 1;\n", "src/machine/decoder/b/c.ts": LONG_TABLE };
    const found = excerpts("ts src=src/machine/decoder/#rest", files).map((e) => [e.file, shape(e)]);
    expect(found).to.deep.equal([
      ["src/machine/decoder/a.ts", "(1)"],
      ["src/machine/decoder/b/c.ts", "(1 2 3 4 5)+16 | (22 23 24)"],
      [FIELD, "(1 2 3 4 5) | (30 31 32 33 34 35 36) | (39)"],
    ]);
  });

  it("leaves the rows of a long table to the listing when one of them is quoted", () => {
    const page = `# A page\n\n\`\`\`ts src=src/machine/decoder/a.ts#LONG.R7\n\`\`\`\n`;
    const files = { "src/machine/decoder/a.ts": LONG_TABLE, "chapters/01-decoder/extra.mdx": page };
    expect(excerpts("ts src=src/machine/decoder/a.ts#rest", files).map(shape)).to.deep.equal(["(1)+19 | (22 23 24)"]);
  });

  it("shows the same lines after an edit that only moves them", () => {
    const moved = excerpts(`ts src=${FIELD}#field`, { [FIELD]: `// A new first line.\n\n${FIELD_TS}` });
    expect(moved.map(shape)).to.deep.equal(["9 10 11 12 13"]);
  });
});
