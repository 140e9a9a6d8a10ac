import { expect } from "chai";
import { coldSource } from "./cold-source";

describe("bench/engines/cold-source: a program of many functions", () => {
  const source = coldSource();
  const functions = [...source.matchAll(/static u32 (f\d+)\(u32 x, u32 rounds\) (\{[^]*?\n\})/g)].map(([, name, body]) => ({ name: name!, body: body! }));

  it("is the same each time", () => {
    expect(coldSource()).to.equal(source);
  });

  it("has 2,000 functions, and no two alike", () => {
    expect(functions).to.have.length(2000);
    expect(new Set(functions.map(({ body }) => body)).size).to.equal(2000);
  });

  it("calls each of them once in a pass", () => {
    const calls = [...source.matchAll(/= x \* 31 \+ (f\d+)\(x, rounds\);/g)].map(([, name]) => name);
    expect(calls).to.deep.equal(functions.map(({ name }) => name));
  });

  it("no shift is as wide as a word", () => {
    const shifts = [...source.matchAll(/(?:<<|>>) (\d+)/g)].map(([, count]) => Number(count));
    expect(shifts).to.have.length.above(100);
    expect(Math.max(...shifts)).to.be.below(32);
  });
});
