// The service with a clock, on our board and on QEMU, with both interrupt controllers: what it prints, and when.

import { expect } from "chai";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { TIMER_HZ } from "../../../src/machine/sysregs/clock";
import { QEMU, runOnBoard, runOnQemu } from "../../compiler/machines";
import { itWith } from "../../installed";
import { kernel, TICKER } from "../boot/kernels";

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const TRANSCRIPT = NUMBERS.map((count) => `tick ${count}\n`).join("");
const LIMIT = 20_000_000;
const NEWLINE = 10;

/** When each line was printed, in milliseconds of the counter. */
function lineTimes(image: Uint8Array): number[] {
  const description = { ramBytes: 64 << 20, cpus: 1, gic: 2, rngSeed: new Uint8Array(32) } as const;
  const times: number[] = [];
  const board: Board = new Board({ description, outside: { serial: (code) => {
    if (code === NEWLINE) times.push(Number(board.clock.count) / (TIMER_HZ / 1000));
  } } });
  board.start(prepareBoot(loadImage(image, description.ramBytes), description));
  board.run(LIMIT);
  return times;
}

describe("ticker", function () {
  this.timeout(120_000);
  let image: Uint8Array;

  before(() => { ({ image } = kernel(TICKER)); });

  for (const gic of [2, 3] as const) {
    it(`prints ten lines on our board, GICv${gic}`, () => {
      expect(runOnBoard(image, LIMIT, gic).printed).to.equal(TRANSCRIPT);
    });

    itWith(QEMU)(`prints the same on QEMU, GICv${gic}`, () => {
      expect(runOnQemu(image, "cortex-a57", gic)).to.equal(TRANSCRIPT);
    });
  }

  it("prints each a hundred milliseconds behind the one before, and none of them drifts", () => {
    const [first, ...others] = lineTimes(image);
    others.forEach((time, i) => {
      expect(time - first!, `tick ${i + 2}`).to.be.closeTo(100 * (i + 1), 0.2);
    });
    expect(others).to.have.length(9);
  });
});
