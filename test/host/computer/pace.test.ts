import { expect } from "chai";
import { TypedInput } from "../../../src/host/computer/input";
import { Pace } from "../../../src/host/computer/pace";

describe("Pace", () => {
  const runs = [
    // title                                       instructions a ms, slices   limit
    ["comes to ten milliseconds of a machine",     5_000, 20,                  50_000],
    ["of a fast one, at most two million",         1_000_000, 20,              2_000_000],
    ["of a slow one, at least ten thousand",       10, 20,                     10_000],
  ] as const;
  for (const [title, speed, slices, limit] of runs) {
    it(title, () => {
      const pace = new Pace();
      for (let i = 0; i < slices; i++) pace.took(pace.limit, pace.limit / speed);
      expect(pace.limit).to.equal(limit);
    });
  }

  it("does not leap, and learns nothing from a slice without instructions", () => {
    const pace = new Pace();
    const before = pace.limit;
    pace.took(before, 0);
    expect(pace.limit).to.equal(2 * before);
    pace.took(0, 100);
    expect(pace.limit).to.equal(2 * before);
  });
});

describe("TypedInput", () => {
  it("comes in portions, and in order", () => {
    const input = new TypedInput();
    input.type(Uint8Array.from({ length: 2500 }, (_, i) => i & 0xff));
    input.type(new Uint8Array(0));
    input.type(Uint8Array.of(7));
    expect([input.take()?.length, input.take()?.[0], input.take()?.[0], input.take()]).to.deep.equal([2048, 0, 7, undefined]);
    expect(input.length).to.equal(0);
  });

  it("says when it is much", () => {
    const input = new TypedInput();
    input.type(new Uint8Array(65_536));
    expect(input.isMuch).to.be.false;
    input.type(new Uint8Array(1));
    expect(input.isMuch).to.be.true;
  });
});
