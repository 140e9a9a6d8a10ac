// How words come down the tree. The rows are the manual's; which questions are asked is the tree's own choice,
// so only what must hold of any tree is asked of them.

import { expect } from "chai";
import { holds } from "../../../src/machine/decoder/cube";
import { type Decoder, standardDecoder } from "../../../src/machine/decoder/decoder";
import { Random } from "../../oracle/words";

describe("a word's path down the tree", () => {
  let decoder: Decoder;
  before(() => { decoder = standardDecoder(); });

  const ways = [
    // word       the row that has it    a row beside it in the leaf, whose word it is not
    [0xd503201f, "NOP",                 "HINT"],             // NOP's words lie within HINT's
    [0xd500401f, "CFINV",               "MSR (immediate)"],  // SEE "CFINV"
    [0x0f000400, "MOVI",                "SSHR"],             // immh == '0000': SEE "asimdimm"
  ] as const;
  for (const [word, owner, other] of ways) {
    it(`0x${word.toString(16).padStart(8, "0")} ends where ${owner} and ${other} are told apart`, () => {
      const leaf = decoder.path(word).leaf.map(({ name }) => name);
      expect(leaf).to.include.members([owner, other]);
    });
  }

  it("begins with every row, and asks for no bit twice", () => {
    const { questions } = decoder.path(0xd503201f);
    expect(questions[0]!.rows).to.have.members([...decoder.rows]);
    let asked = 0;
    for (const { shift, mask } of questions) {
      expect(asked & (mask << shift)).to.equal(0);
      asked |= mask << shift;
    }
  });

  it("ends in a few rows, and leaves none out that the word may belong to", () => {
    const random = new Random(9);
    for (let i = 0; i < 2_000; i++) {
      const word = random.next();
      const { questions, leaf } = decoder.path(word);
      const possible = decoder.rows.filter((row) => holds(row, word));
      for (const { rows } of questions) expect(rows).to.include.members(possible);
      expect(leaf).to.include.members(possible);
      expect(leaf.length).to.be.at.most(4);
      const decoded = decoder.decode(word);
      if ("row" in decoded) expect(leaf).to.include(decoded.row);
    }
  });

  it("leaves no row to try where nobody has a word", () => {
    expect(decoder.path(0x06000000).leaf).to.deep.equal([]); // op0 = 0011: unallocated
  });
});
