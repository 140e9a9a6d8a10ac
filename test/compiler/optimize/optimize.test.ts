import { expect } from "chai";
import * as fc from "fast-check";
import { optimize } from "../../../src/compiler/optimize/optimize";
import { printFunction } from "../../../src/compiler/ir/print";
import { verify } from "../../../src/compiler/ir/verify";
import { behaviour, programOf } from "./behaviour";
import { randomFunction } from "./random-function";

const BOUNDARIES = [
  0, 1, -1, 2, 3, 7, 8, 9, 255, 256, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32,
  2 ** 52, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER,
];
const number = fc.oneof(fc.constantFrom(...BOUNDARIES), fc.maxSafeInteger(), fc.integer({ min: -20, max: 20 }));
const word = fc.oneof(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.bigInt({ min: 0n, max: 70n }));
const inputs = fc.tuple(number, number, number, word, fc.integer({ min: 0, max: 8 }));

describe("The optimizer", () => {
  it("changes nothing that anybody can see, and verifies behind each pass", () => {
    const runs = Number(process.env["OPTIMIZER_RUNS"] ?? 300);
    fc.assert(fc.property(fc.nat(), fc.array(inputs, { minLength: 4, maxLength: 4 }), (seed, tries) => {
      const program = programOf(verify(randomFunction(seed)));
      const optimized = optimize(program, 1, (ir) => { verify(ir); });
      for (const each of tries) {
        const before = behaviour(program, each);
        if (before === "") continue;
        const ir = [program, optimized].map(({ functions }) => printFunction(functions[0]!)).join("\n");
        expect(behaviour(optimized, each), ir).to.equal(before);
      }
    }), { numRuns: runs });
  });

  it("leaves the functions that come in as they are", () => {
    const program = programOf(randomFunction(1));
    const before = printFunction(program.functions[0]!);
    optimize(program);
    expect(printFunction(program.functions[0]!)).to.equal(before);
  });

  it("gives the same for the same", () => {
    const text = (): string => optimize(programOf(randomFunction(2))).functions.map((each) => printFunction(each)).join("");
    expect(text()).to.equal(text());
  });
});
