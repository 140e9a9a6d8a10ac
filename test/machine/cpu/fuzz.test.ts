// A guest can never break the host. `npm run test:long` tries more.

import { expect } from "chai";
import { fuzzWords, TRANSLATIONS } from "./fuzz";
import { comparePaces } from "./paces";

const WORDS = 20_000;
const PROGRAMS = 40;

describe("Any word, in any state", () => {
  for (const [i, translation] of TRANSLATIONS.entries()) {
    const where = ["where addresses are as they are", "where pages are missing, read-only or of devices"][i]!;

    it(`stops the guest at worst, ${where}`, () => {
      expect(fuzzWords(WORDS, 1 + i, translation)).to.deep.equal([]);
    });

    it(`does the same in many steps and in one run, ${where}`, () => {
      const { different, retired, stops } = comparePaces(PROGRAMS, 1000 * i, translation);
      expect(different).to.deep.equal([]);
      expect(retired + stops).to.equal(1000 * PROGRAMS);
    });
  }
});
