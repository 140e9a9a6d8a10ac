import { expect } from "chai";
import { codeGroups, lineOf, linesIn, windowOver } from "../../../../src/site/widgets/compiler-view/code-lines";
import type { FunctionView } from "../../../../src/site/widgets/compiler-view/compiled-view";

const functionOf = (name: string, lines: readonly number[]): FunctionView => {
  const rows = lines.map((line, i) => ({ text: `${name} ${i}`, line }));
  return { name, ir: rows, assembly: rows };
};
const short = [functionOf("f", [1, 2, 2, 1]), functionOf("g", [5])];
const long = Array.from({ length: 100 }, (_, n) => functionOf(`f${n}`, Array.from({ length: 18 }, (_, i) => 20 * n + i)));
const shown = (window: ReturnType<typeof windowOver>): number => linesIn(window.groups);

describe("the lines of a column", () => {
  it("are a function's name, its rows and a gap; of the first form, without the name", () => {
    expect(codeGroups(short, "assembly").map(({ lines }) => lines.map(({ kind }) => kind).join(" "))).to.deep.equal(["name row row row row gap", "name row gap"]);
    expect(codeGroups(short, "ir").map(({ lines }) => lines.length)).to.deep.equal([5, 2]);
  });

  it("say a line of the source where it begins", () => {
    expect(codeGroups(short, "ir")[0]!.lines.map((line) => line.kind === "row" && line.isNew)).to.deep.equal([true, true, false, true, false]);
  });

  it("are found by their rows", () => {
    const groups = codeGroups(short, "assembly");
    expect(lineOf(groups, ({ line }) => line === 2)).to.equal(2);
    expect(lineOf(groups, (_, at) => at === 4)).to.equal(7);
    expect(lineOf(groups, ({ line }) => line === 9)).to.equal(undefined);
  });
});

describe("a window over a column", () => {
  it("is all of a short program", () => {
    const groups = codeGroups(short, "ir");
    expect(windowOver(groups, 0, 20)).to.deep.equal({ above: 0, below: 0, groups });
  });

  const groups = codeGroups(long, "assembly");
  for (const top of [0, 37, 40, 999, 1000, 1985, 2500]) {
    it(`of 2,000 lines shows those in sight from ${top} on, and few others`, () => {
      const window = windowOver(groups, top, 30);
      expect(window.above + shown(window) + window.below).to.equal(2000);
      expect(window.above).to.be.at.most(Math.min(top, 2000));
      expect(window.above + shown(window)).to.be.at.least(Math.min(top + 30, 2000));
      expect(shown(window)).to.be.at.most(200);
    });
  }
});
