import { expect } from "chai";
import fc from "fast-check";
import { inSequence, type Move } from "../../../src/compiler/back/moves";
import type { Location } from "../../../src/compiler/back/registers";

type Step = ReturnType<typeof inSequence>[number];

const slot = (index: number): Location => ({ op: "slot", slot: { kind: "spill", index } });
const constant = (value: bigint): Location => ({ op: "constant", value });

const show = (step: Step): string => {
  switch (step.op) {
    case "move":       return `x${step.to} = x${step.from}`;
    case "load slot":  return `x${step.to} = [${step.slot.index}]`;
    case "store slot": return `[${step.slot.index}] = x${step.from}`;
    case "constant":   return `x${step.to} = ${step.value}`;
    default:           throw new Error(step.op);
  }
};

/** What a place holds: numbers in registers and slots, each its own at first. */
class Places {
  readonly #held = new Map<string, string>();

  read(location: Location): string {
    if (typeof location !== "number" && location.op === "constant") return `${location.value}`;
    const name = JSON.stringify(location);
    return this.#held.get(name) ?? name;
  }

  write(location: Location, value: string): void {
    this.#held.set(JSON.stringify(location), value);
  }

  run(step: Step): void {
    switch (step.op) {
      case "move":       return this.write(step.to, this.read(step.from));
      case "load slot":  return this.write(step.to, this.read({ op: "slot", slot: step.slot }));
      case "store slot": return this.write({ op: "slot", slot: step.slot }, this.read(step.from));
      case "constant":   return this.write(step.to, `${step.value}`);
      default:           throw new Error(step.op);
    }
  }
}

describe("moves that happen at once", () => {
  const cases: readonly [string, readonly Move[], readonly string[]][] = [
    ["nothing, where all are in place", [{ from: 1, to: 1 }], []],
    ["a chain, from its end", [{ from: 0, to: 1 }, { from: 1, to: 2 }], ["x2 = x1", "x1 = x0"]],
    ["a swap, by X16", [{ from: 0, to: 1 }, { from: 1, to: 0 }], ["x16 = x0", "x0 = x1", "x1 = x16"]],
    ["a circle of three, by X16", [{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: 2, to: 0 }],
      ["x16 = x0", "x0 = x2", "x2 = x1", "x1 = x16"]],
    ["one value to several places", [{ from: 0, to: 1 }, { from: 0, to: 2 }], ["x1 = x0", "x2 = x0"]],
    ["a constant last, where its register is still read", [{ from: constant(7n), to: 0 }, { from: 0, to: 1 }], ["x1 = x0", "x0 = 7"]],
    ["from the frame to the frame, by X17", [{ from: slot(0), to: slot(1) }], ["x17 = [0]", "[1] = x17"]],
    ["a swap in the frame, by both", [{ from: slot(0), to: slot(1) }, { from: slot(1), to: slot(0) }],
      ["x16 = [0]", "x17 = [1]", "[0] = x17", "[1] = x16"]],
  ];
  for (const [title, moves, steps] of cases) {
    it(title, () => expect(inSequence(moves).map(show)).to.deep.equal(steps));
  }

  it("do what they would do at once", () => {
    const places: readonly Location[] = [0, 1, 2, 3, 4, slot(0), slot(1), slot(2)];
    const sources = fc.oneof(fc.constantFrom(...places), fc.constantFrom(constant(1n), constant(2n)));
    const moves = fc.subarray([...places]).chain((targets) =>
      fc.tuple(...targets.map((to) => sources.map((from): Move => ({ from, to })))));
    fc.assert(fc.property(moves, (all) => {
      const [before, after] = [new Places(), new Places()];
      for (const step of inSequence(all)) after.run(step);
      for (const place of places) {
        const move = all.find(({ to }) => to === place);
        expect(after.read(place)).to.equal(before.read(move?.from ?? place));
      }
    }));
  });
});
