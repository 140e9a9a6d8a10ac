import { expect } from "chai";
import { statSync } from "node:fs";
import { join } from "node:path";
import { type HeatBand, type HeatData, linuxHeat } from "../../../../src/site/widgets/boot-heat/heat-data";
import { bandAt, cellText, heightOf, interpretedShare, levelAt, lineAt, pathsOf, placesOf, totalText } from "../../../../src/site/widgets/boot-heat/heat-reading";

const band = (title: string, heat: string, interpreted: string): HeatBand => ({ title, heat, interpreted, instructions: 2_000_000, interpretedInstructions: 10_000, functions: [] });

const data: HeatData = {
  kernel: "a kernel", machine: "a machine", instructions: 4_000_000,
  compiled: { blocks: 1, instructions: 1, modules: 1, bytes: 1 },
  interpreted: [500, 10, 0, 0],
  bands: [band("0 MiB", "bb10", "a100"), band("0.25 MiB", "", ""), band("programs, at EL0", "00ab", "0050")],
  lines: [{ at: 10, text: "first" }, { at: 1_500_000, text: "second" }],
};

describe("the heat of a boot", () => {
  it("is twice as much a level, and that of a share as much as there is of it", () => {
    const [first, , programs] = data.bands;
    expect([0, 1, 2, 3].map((column) => levelAt(first!, column, "all"))).to.deep.equal([11, 11, 1, 0]);
    expect([0, 1].map((column) => levelAt(first!, column, "interpreted"))).to.deep.equal([11, 8]);
    expect([0, 1].map((column) => levelAt(first!, column, "compiled"))).to.deep.equal([0, 11]);
    expect(levelAt(programs!, 2, "interpreted")).to.equal(9);
  });

  it("is drawn as a rectangle for each run of cells, what is not in the image apart", () => {
    expect(placesOf(data)).to.deep.equal([{ y: 0, height: 1 }, { y: 1, height: 1 }, { y: 5, height: 4 }]);
    expect(heightOf(data)).to.equal(9);
    expect(pathsOf(data, "all")).to.deep.equal([
      { level: 1, d: "M2 0h1v1h-1z" }, { level: 10, d: "M2 5h1v4h-1z" }, { level: 11, d: "M0 0h2v1h-2zM3 5h1v4h-1z" },
    ]);
  });

  it("is found by a height of the drawing", () => {
    expect([0, 1, 2, 4, 5, 8, 99].map((y) => bandAt(data, y))).to.deep.equal([0, 1, 2, 2, 2, 2, 2]);
  });

  it("is said in words", () => {
    const [first, , programs] = data.bands;
    expect(cellText(first!, 0)).to.equal("more than half of what was executed then, all of it interpreted");
    expect(cellText(programs!, 2)).to.equal("between 25.6 and 51.2 % of what was executed then, 50 % of it interpreted");
    expect(cellText(first!, 2)).to.equal("0.1 % or less of what was executed then, hardly any of it interpreted");
    expect(cellText(first!, 3)).to.equal("nothing was executed here then");
    expect(totalText(first!)).to.equal("2.0 million instructions in the whole boot, 0.5 % of them interpreted.");
    expect([0, 1, 3].map((column) => lineAt(column, data))).to.deep.equal(["first", "second", "second"]);
  });
});

describe("what was measured of Linux's boot", () => {
  it("is small, and has a letter for each column", () => {
    expect(statSync(join(__dirname, "../../../../src/site/widgets/boot-heat/linux-heat.json")).size).to.be.lessThan(60_000);
    for (const { heat, interpreted, instructions } of linuxHeat.bands) {
      expect([heat.length, interpreted.length]).to.deep.equal(instructions === 0 ? [0, 0] : [linuxHeat.interpreted.length, linuxHeat.interpreted.length]);
    }
  });

  it("is all of the boot's instructions, hardly any of them interpreted", () => {
    expect(linuxHeat.bands.reduce((sum, { instructions }) => sum + instructions, 0)).to.be.closeTo(linuxHeat.instructions, linuxHeat.instructions / 1000);
    expect(interpretedShare(linuxHeat)).to.be.within(0.0001, 0.05);
  });
});
