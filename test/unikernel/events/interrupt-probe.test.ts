// Interrupts, timers and the event loop, compiled, on our board and on QEMU: what Node's one stack and a test's clock cannot
// show. An interrupt comes between any two instructions here.

import { expect } from "chai";
import type { Built } from "../../../src/compiler/build";
import { QEMU } from "../../compiler/machines";
import { itWith } from "../../installed";
import { transcript } from "../boot/board-boot";
import { kernel } from "../boot/kernels";
import { withMistake } from "./mistake";
import { bootOnQemu } from "./qemu";

const PROBE = "test/unikernel/kernels/interrupt-probe.ts";
const LOOP = "src/unikernel/events/event-loop.ts#sleep";
/** MSR DAIF, X0 */
const MSR_DAIF = 0xd51b4220;
const LIMIT = 20_000_000;

/** Whole milliseconds: what is due at 7 ms comes before 8 ms are over, and never before 7 are. */
const TIMES = [
  "after 0 0", "every 7 7", "every 10 10", "after 12 12", "every 7 14", "every 10 20", "every 7 21", "every 7 28", "every 10 30",
  "after 100 100",
].map((line) => `${line} ms\n`).join("");

const UNKNOWN = "interrupt 72: nobody handles it, it is disabled\nunexpected true\n";

const PROGRAMS = [
  // bootargs   GIC  prints
  ["times",     2,   TIMES],
  ["times",     3,   TIMES],
  ["unknown",   2,   UNKNOWN],
  ["unknown",   3,   UNKNOWN],
] as const;

/** Of 512 interrupts some come before WFI, which then does not sleep; how many is each machine's own business. */
const AWAKE = /^woken 512 times, asleep (\d+) times\n$/;

describe("interrupts between any two instructions", function () {
  this.timeout(120_000);
  let built: Built;

  before(() => { built = kernel(PROBE); });

  for (const [bootargs, gic, prints] of PROGRAMS) {
    it(`${bootargs}, GICv${gic}, on our board`, () => {
      expect(transcript(built.image, { bootargs, gic, limit: LIMIT })).to.equal(prints);
    });

    itWith(QEMU)(`${bootargs}, GICv${gic}, on QEMU`, () => {
      expect(bootOnQemu(built.image, { bootargs, gic })).to.equal(prints);
    });
  }

  it("none that comes on the way to WFI is slept through, on our board", () => {
    const [, asleep] = AWAKE.exec(transcript(built.image, { bootargs: "wake-ups", limit: LIMIT }))!;
    expect(Number(asleep)).to.be.within(100, 500);
  });

  itWith(QEMU)("nor on QEMU", () => {
    const [, asleep] = AWAKE.exec(bootOnQemu(built.image, { bootargs: "wake-ups" }))!;
    expect(Number(asleep)).to.be.within(100, 500);
  });

  it("but if the loop does not mask interrupts before it looks, it sleeps for ever", () => {
    // The first write of DAIF in the loop is maskInterrupts().
    const image = withMistake(built, LOOP, (word) => (word & ~31) >>> 0 === MSR_DAIF, "nop");
    expect(transcript(image, { bootargs: "wake-ups", limit: LIMIT })).to.equal("(not switched off)");
  });
});
