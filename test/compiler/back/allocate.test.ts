// The allocator's invariants, on random functions with more values than there are registers.

import { expect } from "chai";
import { overlap } from "../../../src/compiler/back/allocate";
import { allocationOf } from "../../../src/compiler/back/compile";
import { livenessOf } from "../../../src/compiler/back/liveness";
import { isVirtual } from "../../../src/compiler/back/machine";
import { allocate, takenIn } from "../../../src/compiler/back/registers";
import { definitionsOf, usesOf } from "../../../src/compiler/back/registers-of";
import { select } from "../../../src/compiler/back/select";
import { readIr } from "../ir/read-ir";
import { randomFunction, type Shape } from "./random-ir";

const callees = [{ symbol: "leaf", parameters: 2 }];
const shapes: readonly (readonly [string, Omit<Shape, "symbol">])[] = [
  ["few values",                         { parameters: 3, variables: 4, statements: 8, callees: [] }],
  ["forty values, and no calls",         { parameters: 8, variables: 40, statements: 8, callees: [] }],
  ["forty values, calls and exceptions", { parameters: 8, variables: 40, statements: 8, callees }],
];

describe("linear scan", () => {
  it("is explained: each value's interval, and where it went", () => {
    const { intervals, locationOf, rounds, spills } = allocationOf(readIr(`
      function f(v0: raw, v1: raw)
      b2:
        v3: raw = call leaf(v1, v0)
        v4: raw = add v3, v1
        return v4
    `));
    const places = intervals.map(({ register, ranges }) => [locationOf(register), ...ranges.map(({ from, to }) => `${from}-${to}`)]);
    // Instruction 0 is the entry, 1 its jump, 2 the call, 3 the sum, 4 the return.
    expect(places).to.deep.equal([[19, "2-7"], [1, "2-5"], [0, "6-7"], [0, "7-9"]]);
    expect({ rounds, spills }).to.deep.equal({ rounds: 1, spills: 0 });
  });

  for (const [title, shape] of shapes) {
    it(`${title}: what is alive at one time has different registers, and none that are taken`, () => {
      let spills = 0;
      for (let seed = 0; seed < 6; seed++) {
        const allocation = allocate(select(randomFunction(seed, { symbol: "f", ...shape })));
        const { machine, locationOf } = allocation;
        spills += allocation.spills;
        const { intervals, starts } = livenessOf(machine);
        const placed = intervals.filter(({ register }) => typeof locationOf(register) === "number");
        const clashes = placed.flatMap((a, i) => placed.slice(i + 1)
          .filter((b) => locationOf(a.register) === locationOf(b.register) && overlap(a.ranges, b.ranges))
          .map((b) => `v${a.register} and v${b.register}`));
        const lost = takenIn(machine, starts).flatMap(({ register, range }) => placed
          .filter((each) => locationOf(each.register) === register && overlap(each.ranges, [range]))
          .map((each) => `v${each.register} in X${register}`));
        expect([...clashes, ...lost]).to.deep.equal([]);
      }
      expect(spills > 0).to.equal(shape.variables === 40);
    });
  }

  it("leaves nothing in the frame but to what moves from there", () => {
    for (let seed = 0; seed < 6; seed++) {
      const { machine, locationOf } = allocate(select(randomFunction(seed, { symbol: "f", ...shapes[2]![1] })));
      for (const instruction of machine.blocks.flatMap(({ instructions }) => instructions)) {
        if (["call", "enter", "catch"].includes(instruction.op)) continue;
        for (const register of [...usesOf(instruction), ...definitionsOf(instruction)].filter(isVirtual)) {
          expect(locationOf(register), `${instruction.op} v${register}`).to.be.a("number");
        }
      }
    }
  });
});
