import { expect } from "chai";
import { notesOf } from "../../../../src/site/widgets/live-terminal/program-notes";

const text = "// a comment\nstart: nop\n       wfi";
const lines = [{ line: 2, address: 0x4008_0000 }, { line: 3, address: 0x4008_0004 }];

describe("notes beside a live program", () => {
  it("says where each line is, and which is next", () => {
    expect(notesOf(text, { lines, fault: undefined }, 0x4008_0004n)).to.deep.equal([{}, { address: "00", isNext: false }, { address: "04", isNext: true }]);
  });

  it("says what is wrong, and where, in the place of addresses that are another program's", () => {
    expect(notesOf(text, { lines, fault: { what: "no such instruction", line: 3 } }, undefined)).to.deep.equal([{}, {}, { fault: "no such instruction" }]);
  });

  it("passes over lines that the text does not have any more", () => {
    expect(notesOf("nop", { lines, fault: undefined }, undefined)).to.deep.equal([{}]);
    expect(notesOf("nop", { lines, fault: { what: "wrong", line: 3 } }, undefined)).to.deep.equal([{}]);
  });
});
