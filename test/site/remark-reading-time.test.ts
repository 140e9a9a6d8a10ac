import { expect } from "chai";
import { readingMinutes } from "../../src/site/remark-reading-time";

const text = (words: number) => ({ type: "text", value: "word ".repeat(words) });
const excerpt = (lines: string, rest: string) => ({
  type: "mdxJsxFlowElement",
  name: "Excerpt",
  attributes: [{ name: "lines", value: { value: lines } }, { name: "rest", value: { value: rest } }],
});

describe("reading time", () => {
  it("is 220 words a minute", () => {
    expect(readingMinutes({ type: "root", children: [text(2200)] })).to.equal(10);
  });

  it("counts quoted code at 60 lines a minute, and not what is folded away", () => {
    expect(readingMinutes({ type: "root", children: [excerpt("[1,180]", "false")] })).to.equal(3);
    expect(readingMinutes({ type: "root", children: [excerpt("[1,180]", "true")] })).to.equal(1);
  });
});
