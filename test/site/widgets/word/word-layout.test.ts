import { expect } from "chai";
import { hexOf, piecesOf, valueOf, withBit, type WordField } from "../../../../src/site/widgets/word/word-layout";

/** B imm26: op 00101 imm26. */
const branch: readonly WordField[] = [{ name: "imm26", shift: 0, width: 26, role: "immediate" }];

describe("a word as a row of boxes", () => {
  it("has a field and its fixed bits as one piece each on a line of 32", () => {
    expect(piecesOf(branch, 31, 0, 32).map(({ field, hi, lo, named }) => [field?.name, hi, lo, named])).to.deep.equal([
      [undefined, 31, 26, false],
      ["imm26", 25, 0, true],
    ]);
  });

  it("names a field that two lines share on the longer piece", () => {
    const upper = piecesOf(branch, 31, 16, 16);
    const lower = piecesOf(branch, 15, 0, 16);
    expect([...upper, ...lower].filter(({ field }) => field).map(({ hi, lo, named }) => [hi, lo, named])).to.deep.equal([
      [25, 16, false],
      [15, 0, true],
    ]);
  });

  it("reads, sets and prints bits as unsigned numbers of their width", () => {
    expect(valueOf(0x91000420n, { shift: 10, width: 12 })).to.equal(1n);
    expect(withBit(0n, 63, 1)).to.equal(0x8000_0000_0000_0000n);
    expect(hexOf(withBit(0x91000420n, 31, 0), 32)).to.equal("0x11000420");
  });
});
