// What is promised of hello: how large its image is, and how much it does until it says something. Both are counted, and
// the same on every machine.

import { expect } from "chai";
import { countBoot } from "../../bench/boot/boot-count";
import { MOST_BYTES, MOST_INSTRUCTIONS } from "../../bench/boot/hello";
import { HELLO, kernel } from "./kernels";

describe("hello", function () {
  this.timeout(60_000);

  it("is an image of at most 64 KiB", () => {
    expect(MOST_BYTES).to.equal(64 * 1024);
    expect(kernel(HELLO).image.length).to.be.at.most(MOST_BYTES);
  });

  for (const gic of [2, 3] as const) {
    it(`prints before it has run 500,000 instructions, with a GICv${gic}`, () => {
      const { printed, toFirstByte, toPowerOff, steps } = countBoot(kernel(HELLO), gic);
      expect(printed).to.equal("hello from the upper half\n");
      expect(MOST_INSTRUCTIONS).to.equal(500_000);
      expect(toFirstByte).to.be.within(1, MOST_INSTRUCTIONS);
      // Each step is counted once, and nothing between them is left out.
      const inSteps = steps.reduce((sum, { instructions }) => sum + instructions, 0);
      expect(steps.every(({ instructions }) => instructions > 0)).to.equal(true);
      expect(toPowerOff - inSteps).to.be.within(0, 100);
      expect(steps).to.have.length(17);
    });
  }
});
