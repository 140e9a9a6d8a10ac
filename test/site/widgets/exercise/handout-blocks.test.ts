import { expect } from "chai";
import { blocksOf, spansOf } from "../../../../src/site/widgets/exercise/handout-blocks";

const question = `Two lines
of text.

    a   1
    b   2

1. One, over
   two lines.
2. Two.
`;

describe("a question's text", () => {
  it("is paragraphs, code and lists", () => {
    expect(blocksOf(question)).to.deep.equal([
      { kind: "paragraph", text: "Two lines\nof text." },
      { kind: "code", text: "a   1\nb   2" },
      { kind: "list", items: ["One, over\n   two lines.", "Two."] },
    ]);
  });

  it("has names in backquotes", () => {
    expect(spansOf("of `run`, read")).to.deep.equal(["of ", "run", ", read"]);
  });
});
