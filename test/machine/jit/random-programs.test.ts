import { expect } from "chai";
import { TRANSLATIONS } from "../cpu/fuzz";
import { compareEngines } from "./random-programs";

describe("random programs, compiled", () => {
  TRANSLATIONS.forEach((translation, i) => {
    it(`end as the interpreter ends them, in translation ${i}`, function () {
      this.timeout(60_000);
      const { different, retired, compiled } = compareEngines(12, 1000 * i, translation);
      expect(different).to.deep.equal([]);
      expect(compiled / retired).to.be.greaterThan(0.3);
    });
  });

  it("end the same where compiled code is let go again and again", function () {
    this.timeout(60_000);
    const { different, cleared } = compareEngines(6, 5000, TRANSLATIONS[0]!, 3);
    expect(different).to.deep.equal([]);
    expect(cleared).to.be.greaterThan(6);
  });
});
