import { expect } from "chai";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { contentsOf, cubeAt, cutsOf, sampleWord, shareText, titleOf, wordAt } from "../../../../src/site/widgets/encoding-map/space";

// Arm ARM, "A64 instruction set encoding": the main table, by op0 = word<28:25>. (0000 has SME where bit 31 is one.)
const mainTable = [
  ["0000", "UDF, SME"],
  ["0001", "unallocated"],
  ["0010", "SVE"],
  ["0011", "unallocated"],
  ["0100", "Loads and stores"],
  ["0101", "Data processing -- register"],
  ["1000", "Data processing -- immediate"],
  ["1001", "Data processing -- immediate"],
  ["1100", "Loads and stores"],
  ["1101", "Data processing -- register"],
] as const;

describe("the space of all words", () => {
  for (const [op0, title] of mainTable) {
    it(`op0 = ${op0} is ${title}`, () => {
      expect(titleOf(contentsOf(standardDecoder(), op0))).to.equal(title);
    });
  }

  it("asks for bits 28 to 25 first, then 31 to 29 and 24", () => {
    expect(cubeAt("1000")).to.deep.equal({ mask: 0x1e000000, value: 0x10000000 });
    expect(cubeAt("10001001")).to.deep.equal({ mask: 0xff000000, value: 0x91000000 });
  });

  it("is cut in sixteen until nothing is left", () => {
    expect(cutsOf("1000").slice(0, 2)).to.deep.equal(["10000000", "10000001"]);
    expect(cutsOf("0".repeat(32))).to.deep.equal([]);
  });

  it("fills the undecided bits from the low bits of a number", () => {
    expect(wordAt("10001001", 0xffffffff)).to.equal(0x91ffffff);
    expect(wordAt("10001001", 0)).to.equal(0x91000000);
  });

  it("says shares so that they can be pictured", () => {
    expect(shareText(2 ** 28, 2 ** 32)).to.equal("1 word in 16");
    expect(shareText(3 * 2 ** 30, 2 ** 32)).to.equal("75 % of it");
    expect(shareText(2 ** 32, 2 ** 32)).to.equal("all of it");
  });

  it("has a word to show for every row", () => {
    const decoder = standardDecoder();
    const without = decoder.rows.filter((row) => {
      const decoded = decoder.decode(sampleWord(decoder, row));
      return !(decoded.kind === "instruction" && decoded.row === row);
    });
    expect(without.map(({ name }) => name)).to.deep.equal([]);
  });
});
