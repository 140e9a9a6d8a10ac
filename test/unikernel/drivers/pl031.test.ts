// The time of day, from our own PL031 and the counter.

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin } from "../../../src/host/board-metal/with-board";
import { deviceTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { hasClock, nanosecondsNow, secondsNow, startClock } from "../../../src/unikernel/drivers/pl031";

/** 2026-02-28 23:59:59: `date -u -d @1772323199`. */
const MIDNIGHT = 1_772_323_199;
const MOST = 0x20_0000n;
const SECOND = 1_000_000_000n;

function boardAt(date: number): Twin {
  const twin = hostBoard({ ramBytes: 4 << 20, date: () => date });
  deviceTree.open(twin.tree, twin.tree + MOST);
  return twin;
}

/** The board's clock counts a thousand million cycles a second. */
const wait = ({ board }: Twin, ms: number): void => { board.clock.sleep(BigInt(ms) * 1_000_000n); };

describe("the clock", () => {
  afterEach(leaveBoard);

  it("is the device's, and goes on with the counter", () => {
    const twin = boardAt(MIDNIGHT);
    expect([startClock(), hasClock(), secondsNow()]).to.deep.equal([true, true, MIDNIGHT]);
    wait(twin, 2500);
    expect(secondsNow()).to.equal(MIDNIGHT + 2);
    const fraction = nanosecondsNow() - BigInt(MIDNIGHT) * SECOND;
    expect(Number(fraction)).to.be.within(2_500_000_000, 2_500_010_000);
  });

  it("never goes back, and is right to a tick, which is 16 ns", () => {
    const twin = boardAt(MIDNIGHT);
    startClock();
    let last = nanosecondsNow();
    for (let i = 0; i < 2000; i++) {
      twin.board.clock.sleep(1_000n * BigInt(1 + i));
      const now = nanosecondsNow();
      expect(Number(now - last)).to.be.within(1_000 * (1 + i) - 16, 1_000 * (1 + i) + 200);
      last = now;
    }
    expect(secondsNow()).to.equal(MIDNIGHT + 2);
  });

  it("goes on for years without losing any", () => {
    const twin = boardAt(MIDNIGHT);
    startClock();
    const year = 31_536_000;
    for (let years = 1; years <= 20; years++) wait(twin, 1000 * year);
    expect(secondsNow()).to.equal(MIDNIGHT + 20 * year);
    expect(nanosecondsNow() / SECOND).to.equal(BigInt(MIDNIGHT + 20 * year));
  });

  it("says the date in 2100, whose seconds need 32 bits", () => {
    boardAt(4_102_444_800);
    startClock();
    expect(secondsNow()).to.equal(4_102_444_800);
  });

  it("begins in 1970 where there is no device", () => {
    const twin = boardAt(MIDNIGHT);
    deviceTree.open(twin.tree + MOST, twin.tree + MOST);
    expect([startClock(), hasClock(), secondsNow()]).to.deep.equal([false, false, 0]);
  });
});
