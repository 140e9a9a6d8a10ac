// Random programs mean the same under Node and on the board; the long run compares 10,000 (compare.ts).

import { expect } from "chai";
import { differences } from "./compare";
import { EXPRESSIONS } from "./expressions";
import { randomProgram, smaller, textOf } from "./program";
import { STATEMENT_NAMES } from "./statements";

const COUNT = 200;
const AT_ONCE = 25;

describe("random programs", function () {
  this.timeout(600_000);

  for (let first = 0; first < COUNT; first += AT_ONCE) {
    it(`${first} to ${first + AT_ONCE - 1} print on the board what they print under Node`, () => {
      expect(differences(Array.from({ length: AT_ONCE }, (_, i) => first + i))).to.deep.equal([]);
    });
  }

  it("are the same for the same seed, and others for others", () => {
    expect(textOf(randomProgram(7))).to.equal(textOf(randomProgram(7)));
    expect(textOf(randomProgram(7))).to.not.equal(textOf(randomProgram(8)));
  });

  it("are made of many constructs", () => {
    const expressions = Object.values(EXPRESSIONS).reduce((sum, rows) => sum + Object.keys(rows).length, 0);
    expect(expressions).to.be.at.least(100);
    expect(STATEMENT_NAMES).to.have.length.at.least(50);
  });

  it("shrink to smaller ones, a statement less each", () => {
    const program = randomProgram(3);
    const lengths = smaller(program).map((less) => textOf(less).length);
    expect(lengths).to.not.be.empty;
    expect(Math.max(...lengths)).to.be.lessThan(textOf(program).length);
  });
});
