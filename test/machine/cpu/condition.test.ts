// What cset answers in qemu-aarch64 7.2, for NZCV from 0000 to 1111.

import { expect } from "chai";
import { conditionHolds, conditionName, tabulateConditions } from "../../../src/machine/cpu/condition";

const CONDITIONS = [
  // cond  name   NZCV = 0 1 2 ... 15
  [0,  "eq", "0000111100001111"],
  [1,  "ne", "1111000011110000"],
  [2,  "hs", "0011001100110011"],
  [3,  "lo", "1100110011001100"],
  [4,  "mi", "0000000011111111"],
  [5,  "pl", "1111111100000000"],
  [6,  "vs", "0101010101010101"],
  [7,  "vc", "1010101010101010"],
  [8,  "hi", "0011000000110000"],
  [9,  "ls", "1100111111001111"],
  [10, "ge", "1010101001010101"],
  [11, "lt", "0101010110101010"],
  [12, "gt", "1010000001010000"],
  [13, "le", "0101111110101111"],
  [14, "al", "1111111111111111"],
  [15, "nv", "1111111111111111"],
] as const;

describe("ConditionHolds", () => {
  for (const [cond, name, answers] of CONDITIONS) {
    it(`${name}: ${answers}`, () => {
      const holds = [...answers].map((_, nzcv) => (conditionHolds(cond, nzcv) ? "1" : "0")).join("");
      expect([conditionName(cond), holds]).to.deep.equal([name, answers]);
    });
  }

  it("asks each of the 256 questions once, to tabulate the answers", () => {
    const asked: string[] = [];
    const table = tabulateConditions((cond, nzcv) => {
      asked.push(`${cond} ${nzcv}`);
      return cond === 3 && nzcv === 9;
    });
    expect(new Set(asked).size).to.equal(256);
    expect(asked.length).to.equal(256);
    expect(table.indexOf(true)).to.equal(3 * 16 + 9);
    expect(table.filter((each) => each).length).to.equal(1);
  });
});
