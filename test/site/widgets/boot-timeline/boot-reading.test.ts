import { expect } from "chai";
import { type BootData, type BootPart, linuxBoot } from "../../../../src/site/widgets/boot-timeline/boot-data";
import { beginOf, instructionsOf, linesAt, millions, mostOf, shades, shareOf, slicesOf } from "../../../../src/site/widgets/boot-timeline/boot-reading";

const part = (name: string, looks: readonly number[]): BootPart => ({ name, title: name, says: "", looks, functions: [] });
const [memory, crypto] = [part("memory", [3, 1, 0, 0]), part("crypto", [0, 3, 4, 5])];
const data: BootData = {
  kernel: "", machine: "", instructions: 1600, parts: [memory, crypto],
  lines: [{ at: 100, text: "first" }, { at: 500, text: "second" }, { at: 500, text: "third" }, { at: 1600, text: "# " }],
};

describe("reading a boot", () => {
  it("says how much a part takes", () => {
    expect([slicesOf(data), shareOf(memory, data), instructionsOf(crypto, data)]).to.deep.equal([4, 25, 1200]);
  });

  it("says what takes most of a slice, and where the slice begins", () => {
    expect(mostOf(1, data)).to.deep.equal({ part: crypto, percent: 75 });
    expect([0, 1, 2, 3].map((slice) => beginOf(slice, data))).to.deep.equal([0, 400, 800, 1200]);
    expect(mostOf(4, data)).to.equal(undefined);
  });

  it("draws a part as dark as its share of each slice", () => expect(shades(memory, data)).to.deep.equal([1, 0.25, 0, 0]));

  it("knows what the console showed", () => {
    expect(linesAt(99, data, 2)).to.deep.equal([]);
    expect(linesAt(1599, data, 2).map(({ text }) => text)).to.deep.equal(["second", "third"]);
  });

  it("says millions", () => expect([0, 1_234_567, 9_960_000, 598_000_000].map(millions)).to.deep.equal(["0.0 million", "1.2 million", "10.0 million", "598 million"]));
});

describe("the boot that was measured", () => {
  it("is whole: as many looks in each part's lane, and none that is nobody's", () => {
    for (const { name, looks } of linuxBoot.parts) expect(looks, name).to.have.length(240);
    const total = linuxBoot.parts.reduce((sum, each) => sum + shareOf(each, linuxBoot), 0);
    expect(total).to.be.closeTo(100, 1e-9);
    expect(linuxBoot.lines.every(({ at }, i, lines) => i === 0 || at >= lines[i - 1]!.at)).to.equal(true);
  });
});
