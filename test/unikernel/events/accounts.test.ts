// What the event loop says of itself, to whoever wants to look at it.

import { expect } from "chai";
import { openEvent, openEventCount } from "../../../src/unikernel/events/events";
import { isInterruptEnabled } from "../../../src/unikernel/events/interrupts";
import { after, waitingTimers } from "../../../src/unikernel/events/timers";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { DEVICE, TICKS_A_MS, TIMER, TimerMachine } from "./timer-machine";

describe("the event loop's accounts", () => {
  beforeEach(() => { TimerMachine.host(); });
  afterEach(() => { hostMetal(undefined); });

  it("which timers wait, in the order in which they will come", () => {
    for (const ms of [7, 3, 3, 5]) after(ms, () => undefined);
    expect(waitingTimers().map(({ due, order }) => [due / TICKS_A_MS, order])).to.deep.equal([[3n, 1], [3n, 2], [5n, 3], [7n, 0]]);
  });

  it("which interrupts are enabled", () => {
    expect([TIMER, DEVICE].map(isInterruptEnabled)).to.deep.equal([true, false]);
  });

  it("how many events are open", () => {
    const before = openEventCount();
    const event = openEvent(() => undefined);
    expect(openEventCount()).to.equal(before + 1);
    event.close();
    expect(openEventCount()).to.equal(before);
  });
});
