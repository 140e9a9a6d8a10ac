// Texts that are packed and unpacked are the same again, whatever is in them; and the example of Gage's article.

import { expect } from "chai";
import { packTexts } from "../../../src/compiler/link/pack-texts";

/** As the runtime does it (src/unikernel/runtime/image-tables.ts): 0x7f says that a byte is no code. */
function unpacked({ pairs, texts }: ReturnType<typeof packTexts>): string[] {
  const expand = (code: number): number[] => (code < 0x80 ? [code] : [...expand(pairs[2 * (code - 0x80)]!), ...expand(pairs[2 * (code - 0x80) + 1]!)]);
  return texts.map((text) => {
    const codes: number[] = [];
    for (let i = 0; i < text.length; i++) codes.push(...text[i] === 0x7f ? [text[++i]!] : expand(text[i]!));
    return Buffer.from(codes).toString("utf8");
  });
}

const pack = (...texts: string[]): ReturnType<typeof packTexts> => packTexts(texts.map((text) => new TextEncoder().encode(text)));

describe("packed texts", () => {
  it("have a code for the pair that is found most often, and codes within codes", () => {
    // AB four times is 0x80; then 0x80 0x80 is found twice only, which does not pay.
    expect(pack("ABABxABAB").texts.map((text) => [...text])).to.deep.equal([[0x80, 0x80, 0x78, 0x80, 0x80]]);
    expect(pack("ABAB.ABAB", "ABAB.ABAB").pairs).to.deep.equal(Uint8Array.of(0x41, 0x42, 0x80, 0x80));
  });

  for (const texts of [[""], ["a"], ["aaaaaaaaaaaaaaaaaaaaaaaaaaaa"], ["größer", "größte", "größe", "gr", "\u007f\u007f\u007f", "\u{1f600}\u{1f600}\u{1f600}"], Array.from({ length: 400 }, (_, i) => `FlattenedTree.#part${i * 7919 % 613}`)]) {
    it(`come back as they were: ${texts.join(" ").slice(0, 40)}`, () => { expect(unpacked(pack(...texts))).to.deep.equal(texts); });
  }
});
