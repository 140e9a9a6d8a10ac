import { expect } from "chai";
import { MarkReader, warmest } from "./marks";

const TOLD = "begin 1\nend 1 0000b520\nbegin 8\nend 8 5640bad2\ndone\n";

describe("bench/engines/marks: what a guest says of its passes", () => {
  it("a pass takes from its first mark to its second", () => {
    const marks = new MarkReader();
    ["begin 1\n", "end 1 0000b520\n", "begin 8\n", "end 8 5640bad2\n"].forEach((line, i) => { marks.hear(line, [10, 14, 15, 45][i]!); });
    expect(marks.passes).to.deep.equal([{ rounds: 1, ms: 4, checksum: "0000b520" }, { rounds: 8, ms: 30, checksum: "5640bad2" }]);
    expect(marks.isDone).to.equal(false);
    marks.hear("done\n", 46);
    expect(marks.isDone).to.equal(true);
  });

  it("lines may come in pieces, and end as on a terminal", () => {
    const [whole, pieces] = [new MarkReader(), new MarkReader()];
    whole.hear(TOLD, 1);
    for (const character of TOLD.replaceAll("\n", "\r\n")) pieces.hear(character, 1);
    expect(pieces.passes).to.deep.equal(whole.passes).and.to.have.length(2);
    expect(pieces.isDone).to.equal(true);
  });

  it("a mark counts when its line has ended", () => {
    const marks = new MarkReader();
    marks.hear("begin 1", 1);
    marks.hear("\nend 1 00000000", 5);
    marks.hear("\n", 7);
    expect(marks.passes[0]!.ms).to.equal(2);
  });

  for (const [what, told] of [
    ["an end without a beginning",      "end 1 00000000\n"],
    ["the end of another pass",         "begin 1\nend 2 00000000\n"],
    ["one end twice",                   "begin 1\nend 1 00000000\nend 1 00000000\n"],
    ["what is no mark",                 "Synchronous abort\n"],
  ] as const) {
    it(`${what} is refused`, () => {
      expect(() => { new MarkReader().hear(told, 0); }).to.throw(/the guest says|has not begun/);
    });
  }

  it("the fastest round of all passes but the first counts", () => {
    const pass = (rounds: number, ms: number) => ({ rounds, ms, checksum: "" });
    expect(warmest([pass(1, 0.5), pass(10, 30), pass(10, 20), pass(10, 25)])).to.equal(2);
  });
});
