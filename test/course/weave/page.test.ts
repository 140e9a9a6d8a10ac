import { expect } from "chai";
import { parsePage, slugOf } from "../../../src/course/weave/page";

const PATH = "chapters/01-decoder/x.mdx";

const TEXT = `---
title: "Thirteen bits"
# not a heading
---

{/* <Hidden /> and
## not a heading */}

## Packing \`it\`

Code: \`<NotATag />\`, then <Term>field</Term>.

<BitField word="0x92008c41" explain
  width={64} values={{ a: 1 }} />

<Details summary="Think">

  \`\`\`\`mdx example
  \`\`\`ts
  <AlsoHidden />
  \`\`\`
  \`\`\`\`

</Details>

## Packing \`it\`
## Unpacking {/* #un */}
`;

describe("a page", () => {
  const page = parsePage(PATH, TEXT);

  it("knows its chapter and its title", () => {
    expect(page).to.deep.include({ path: PATH, chapter: 1, title: "Thirteen bits" });
  });

  it("is called by its first heading when nothing else names it", () => {
    expect(parsePage(PATH, "# One\n\n# Two\n").title).to.equal("One");
  });

  it("belongs to a chapter", () => {
    expect(() => parsePage("chapters/decoder/x.mdx", "")).to.throw("chapters/decoder/x.mdx:1: a page lives in a chapter: chapters/NN-slug/NAME.mdx");
  });

  it("has its headings with the anchors that Docusaurus gives them", () => {
    expect(page.headings).to.deep.equal([
      { line: 9, text: "Packing it", id: "packing-it" },
      { line: 26, text: "Packing it", id: "packing-it-1" },
      { line: 27, text: "Unpacking", id: "un" },
    ]);
  });

  it("has its fences without their indentation, one in another as its text", () => {
    expect(page.fences).to.deep.equal([{ line: 18, lastLine: 22, info: "mdx example", body: "```ts\n<AlsoHidden />\n```" }]);
  });

  it("has its components, those in comments and in code left out", () => {
    expect(page.tags).to.deep.equal([
      { line: 11, name: "Term", attributes: {}, text: "field" },
      { line: 13, name: "BitField", attributes: { word: "0x92008c41", explain: "", width: "64", values: "{ a: 1 }" }, text: "" },
      { line: 16, name: "Details", attributes: { summary: "Think" }, text: "" },
    ]);
  });

  // What github-slugger, which Docusaurus uses, makes of the same headings.
  const slugs = [["What LLVM thinks", "what-llvm-thinks"], ["N:immr:imms, 13 bits", "nimmrimms-13-bits"], ["A - B", "a---b"], ["Über-Wort", "über-wort"]] as const;
  for (const [heading, slug] of slugs) it(`makes #${slug} of "${heading}"`, () => expect(slugOf(heading)).to.equal(slug));
});
