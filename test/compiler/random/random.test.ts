// Random programs mean the same under Node and on the board; the long run compares 10,000 (compare.ts).

import { expect } from "chai";
import { checkedProgram } from "../../../src/compiler/front/program";
import { unused } from "../used";
import { compare, pathOf, sourcesOf } from "./compare";
import { randomProgram, smaller, textOf } from "./program";

const COUNT = 200;
const AT_ONCE = 100;

const seeds = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);

describe("random programs", function () {
  this.timeout(900_000);

  const ends = { trapped: 0, threw: 0 };
  for (let first = 0; first < COUNT; first += AT_ONCE) {
    it(`${first} to ${first + AT_ONCE - 1} print on the board what they print under Node`, () => {
      const { differences, trapped, threw } = compare(seeds(first, AT_ONCE));
      ends.trapped += trapped;
      ends.threw += threw;
      expect(differences).to.deep.equal([]);
    });
  }

  it("end in a trap at times, and at times by an exception", () => {
    expect(ends.trapped).to.be.greaterThan(5);
    expect(ends.threw).to.be.greaterThan(2);
  });

  it("use every construct of the language table and every member of the library", () => {
    const texts = new Map(seeds(0, COUNT).map((seed) => [pathOf(seed), textOf(randomProgram(seed))]));
    const program = checkedProgram(sourcesOf(texts), [...texts.keys()]);
    expect(unused(program, program.modules.filter(({ fileName }) => texts.has(fileName)))).to.deep.equal([]);
  });

  it("are the same for the same seed, and others for others", () => {
    expect(textOf(randomProgram(7))).to.equal(textOf(randomProgram(7)));
    expect(textOf(randomProgram(7))).to.not.equal(textOf(randomProgram(8)));
  });

  it("shrink to smaller ones, a statement less each", () => {
    const program = randomProgram(3);
    const lengths = smaller(program).map((less) => textOf(less).length);
    expect(lengths).to.not.be.empty;
    expect(Math.max(...lengths)).to.be.lessThan(textOf(program).length);
  });
});
