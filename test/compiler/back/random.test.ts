// Random functions, compiled and run on our machine, against the IR's meaning.

import { expect } from "chai";
import { printFunction } from "../../../src/compiler/ir/print";
import { DATA_BYTES, interpreted, Metal, THROW_SYMBOL } from "./metal";
import { INTERESTING, randomFrom, randomFunction } from "./random-ir";

const LEAF = { symbol: "leaf", parameters: 2 };
const MIDDLE = { symbol: "middle", parameters: 3 };

const shapes = [
  // title                                variables  statements  functions
  ["expressions",                         3,         2,          100],
  ["branches, loops and calls",           12,        10,         60],
  ["more values than registers",          40,        8,          40],
] as const;

describe("random functions mean on the machine what they mean", () => {
  for (const [title, variables, statements, functions] of shapes) {
    it(`${title}: ${functions} of them`, () => {
      const ends = new Map<string, number>();
      for (let seed = 0; seed < functions; seed++) {
        const random = randomFrom(seed);
        const main = randomFunction(3 * seed, {
          symbol: "main", parameters: random(9), variables, statements: 1 + random(statements), callees: [LEAF, MIDDLE],
        });
        const leaf = randomFunction(3 * seed + 1, { ...LEAF, variables: 4, statements: 3, callees: [] });
        const middle = randomFunction(3 * seed + 2, {
          ...MIDDLE, variables: 6, statements: 5, callees: [LEAF, { symbol: THROW_SYMBOL, parameters: 1 }],
        });
        const all = [main, leaf, middle];
        const metal = new Metal(all);
        for (let run = 0; run < 4; run++) {
          const args = main.parameters.map(() => INTERESTING[random(INTERESTING.length)]!);
          const data = Uint8Array.from({ length: DATA_BYTES }, () => random(256));
          const expected = interpreted(all, "main", args, data);
          if (expected.outcome === "no end") continue;
          const outcome = metal.call("main", args, data);
          if (outcome !== expected.outcome) expect.fail(`seed ${seed}, ${args}: ${outcome}, not ${expected.outcome}\n${printFunction(main)}`);
          expect(metal.data).to.deep.equal(expected.data);
          const end = outcome.split(" ")[0]!.replace(/^\d+$/, "returned");
          ends.set(end, (ends.get(end) ?? 0) + 1);
        }
      }
      expect(ends.get("returned")).to.be.greaterThan(2 * functions);
      expect([...ends.keys()]).to.include("thrown");
    });
  }
});
