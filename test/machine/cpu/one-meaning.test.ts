import { expect } from "chai";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { compareExecutors } from "./one-meaning";

/** Of each row; `npm run test:long` tries others. */
const WORDS = 20;

describe("One meaning", () => {
  const groups = new Set(standardDecoder().rows.map((row) => row.group));
  for (const group of groups) {
    it(`is the same for who evaluates early and who does late: ${group}`, () => {
      const rows = standardDecoder().rows.filter((row) => row.group === group);
      const { trials, findings } = compareExecutors(rows, WORDS, 1);
      expect(findings).to.deep.equal([]);
      expect(trials).to.be.greaterThan(0);
    });
  }
});
