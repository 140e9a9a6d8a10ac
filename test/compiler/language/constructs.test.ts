// The table of constructs against TypeScript's own list of kinds, and the table of rules against what refuses by them.

import { expect } from "chai";
import * as ts from "typescript";
import { CONSTRUCTS, isPart } from "../../../src/compiler/language/constructs";
import { RULES } from "../../../src/compiler/language/rules";
import { kindName } from "../../../src/compiler/front/validate/syntax";
import { CIRCLES, REFUSALS, REFUSED_ALLOCATIONS } from "../refusals";

const kinds = [...new Set(Object.values(ts.SyntaxKind).filter((value) => typeof value === "number"))]
  .map((kind) => kindName(kind));

describe("the table of constructs", () => {
  it("has a row for every kind of node", () => {
    const missing = kinds.filter((kind) => !Object.hasOwn(CONSTRUCTS, kind) && !isPart(kind));
    expect(missing).to.deep.equal([]);
  });

  it("has no row that is no kind of TypeScript's", () => {
    expect(Object.keys(CONSTRUCTS).filter((kind) => !kinds.includes(kind))).to.deep.equal([]);
  });

  it("names only rules that there are", () => {
    const named = Object.values(CONSTRUCTS).map(([, standing]) => standing.replace(/^!/, ""));
    expect(named.filter((rule) => rule !== "in" && !Object.hasOwn(RULES, rule))).to.deep.equal([]);
  });
});

describe("the table of rules", () => {
  const refused = new Set<string>([...REFUSALS, ...CIRCLES, ...REFUSED_ALLOCATIONS].map(({ rule }) => rule));
  for (const rule of Object.keys(RULES)) {
    it(`"${rule}" refuses something`, () => { expect(refused.has(rule)).to.equal(true); });
  }
});
