// The allocator's invariants, on random functions with more values than there are registers.

import { expect } from "chai";
import { overlap } from "../../../src/compiler/back/allocate";
import { livenessOf } from "../../../src/compiler/back/liveness";
import { isVirtual } from "../../../src/compiler/back/machine";
import { allocate, takenIn } from "../../../src/compiler/back/registers";
import { definitionsOf, usesOf } from "../../../src/compiler/back/registers-of";
import { select } from "../../../src/compiler/back/select";
import { randomFunction, type Shape } from "./random-ir";

const callees = [{ symbol: "leaf", parameters: 2 }];
const shapes: readonly (readonly [string, Omit<Shape, "symbol">])[] = [
  ["few values",                         { parameters: 3, variables: 4, statements: 8, callees: [] }],
  ["forty values, and no calls",         { parameters: 8, variables: 40, statements: 8, callees: [] }],
  ["forty values, calls and exceptions", { parameters: 8, variables: 40, statements: 8, callees }],
];

describe("linear scan", () => {
  for (const [title, shape] of shapes) {
    it(`${title}: what is alive at one time has different registers, and none that are taken`, () => {
      let spills = 0;
      for (let seed = 0; seed < 12; seed++) {
        const allocation = allocate(select(randomFunction(seed, { symbol: "f", ...shape })));
        const { machine, locationOf } = allocation;
        spills += allocation.spills;
        const { intervals, starts } = livenessOf(machine);
        const placed = intervals.filter(({ register }) => typeof locationOf(register) === "number");
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1)) {
            const isShared = locationOf(a.register) === locationOf(b.register) && overlap(a.ranges, b.ranges);
            expect(isShared, `v${a.register} and v${b.register}`).to.equal(false);
          }
        });
        for (const { register, range } of takenIn(machine, starts)) {
          for (const { ranges, register: held } of placed) {
            if (locationOf(held) === register) expect(overlap(ranges, [range]), `v${held} in X${register}`).to.equal(false);
          }
        }
      }
      expect(spills > 0).to.equal(shape.variables === 40);
    });
  }

  it("leaves nothing in the frame but to what moves from there", () => {
    for (let seed = 0; seed < 12; seed++) {
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
