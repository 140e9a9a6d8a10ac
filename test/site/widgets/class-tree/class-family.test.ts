import { expect } from "chai";
import { family, numbersOf, ranges } from "../../../../src/site/widgets/class-tree/class-family";

describe("family", () => {
  const cases: readonly (readonly [name: string, source: string, around: string])[] = [
    ["Shape", "15 to 17, 19 to 21, 23, 25 to 26", "15 to 23"],
    ["Ellipse", "16, 20", "16 to 17"],
    ["Polygon", "15, 19, 21, 23, 25 to 26", "18 to 23"],
    ["Rectangle", "15, 21", "21 to 22"],
    ["Error", "22, 24", "25 to 26"],
  ];
  for (const [name, source, around] of cases) {
    it(`${name}: ${source} by the source, ${around} around the tree`, () => {
      const text = (numbers: readonly number[]): string => ranges(numbers).map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(", ");
      expect(text(numbersOf(name, family("as they stand in the source")))).to.equal(source);
      expect(text(numbersOf(name, family("around the tree")))).to.equal(around);
    });
  }

  it("around the tree, every class and its heirs are one range", () => {
    const members = family("around the tree");
    for (const { name, number, lastHeir } of members) expect(ranges(numbersOf(name, members))).to.deep.equal([[number, lastHeir]]);
  });
});
