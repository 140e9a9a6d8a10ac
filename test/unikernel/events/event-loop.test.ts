// The event loop under Node, on a clock that goes on while it sleeps: when callbacks run, in which order, and when it ends.

import { expect } from "chai";
import { defer } from "../../../src/unikernel/events/deferred";
import { runEventLoop, stopEventLoop } from "../../../src/unikernel/events/event-loop";
import { onInterrupt, offInterrupt, openEvent } from "../../../src/unikernel/events/events";
import { unmaskInterrupts } from "../../../src/unikernel/events/interrupt-mask";
import { handleInterrupt, interruptCount, spuriousInterrupts, takeInterrupt, unexpectedInterrupts } from "../../../src/unikernel/events/interrupts";
import { after, cancel, every, timerCount } from "../../../src/unikernel/events/timers";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { DEVICE, TICKS_A_MS, TIMER, TimerMachine } from "./timer-machine";

describe("the event loop", () => {
  let machine: TimerMachine;
  let log: string[];
  const note = (what: string): void => { log.push(`${machine.ms} ${what}`); };

  beforeEach(() => {
    machine = TimerMachine.host();
    log = [];
  });

  afterEach(() => { hostMetal(undefined); });

  it("ends at once if nothing can happen", () => {
    runEventLoop();
    expect(machine.now).to.equal(0n);
  });

  it("timers come when they are due, the nearest first", () => {
    let count = 0;
    after(10, () => { note("once"); });
    every(4, (timer) => {
      note("every");
      if (++count === 3) cancel(timer);
    });
    after(5, () => { note("once"); });
    runEventLoop();
    expect(log).to.deep.equal(["4 every", "5 once", "8 every", "10 once", "12 every"]);
    expect([timerCount(), interruptCount(TIMER)]).to.deep.equal([0, 5]);
  });

  it("a periodic timer that is late comes once for all times that have gone by, and does not drift", () => {
    let count = 0;
    every(10, (timer) => {
      note("tick");
      if (++count === 1) machine.now += 35n * TICKS_A_MS;
      if (count === 2) machine.now += 3n * TICKS_A_MS;
      if (count === 4) cancel(timer);
    });
    runEventLoop();
    expect(log).to.deep.equal(["10 tick", "45 tick", "50 tick", "60 tick"]);
  });

  it("a timer that is cancelled does not come, and the next one does", () => {
    const first = after(5, () => { note("first"); });
    after(9, () => { note("second"); });
    expect(cancel(first)).to.equal(true);
    runEventLoop();
    expect(log).to.deep.equal(["9 second"]);
    expect(cancel(first)).to.equal(false);
  });

  it("thousands of timers: none is early, none is lost", () => {
    const times = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 4999 + 1);
    const late: number[] = [];
    for (const ms of times) after(ms, () => { late.push(machine.ms - ms); });
    runEventLoop();
    expect(late).to.deep.equal(new Array(5000).fill(0));
  });

  it("a deferred call comes behind what runs now; what it defers, in the next turn", () => {
    after(1, () => {
      defer(() => {
        note("deferred");
        after(0, () => { note("timer"); });
        machine.now += 1n;
        defer(() => { note("deferred again"); });
      });
      note("timer first");
    });
    runEventLoop();
    expect(log).to.deep.equal(["1 timer first", "1 deferred", "1 timer", "1 deferred again"]);
  });

  it("an event's callback runs once, however often it was noted, and again if it is noted meanwhile", () => {
    let count = 0;
    const event = openEvent(() => {
      note("event");
      if (++count === 1) event.note();
      else event.close();
    });
    event.note();
    event.note();
    runEventLoop();
    expect(log).to.deep.equal(["0 event", "0 event"]);
  });

  it("a level-sensitive line is silent until the callback has seen to the device", () => {
    let count = 0;
    const event = onInterrupt(DEVICE, "level", () => {
      note("device");
      if (++count < 3) return;
      machine.line = false;
      offInterrupt(DEVICE, event);
    });
    after(2, () => { machine.line = true; });
    runEventLoop();
    expect(log).to.deep.equal(["2 device", "2 device", "2 device"]);
    expect([interruptCount(DEVICE), machine.completed.length]).to.deep.equal([3, 4]);
  });

  it("an interrupt that nobody handles is disabled each time, and named once", () => {
    const before = unexpectedInterrupts();
    machine.line = true;
    machine.enable(DEVICE);
    after(1, () => { machine.enable(DEVICE); });
    after(2, () => { note("timer"); });
    runEventLoop();
    expect([unexpectedInterrupts() - before, log]).to.deep.equal([2, ["2 timer"]]);
    expect(machine.output).to.equal("interrupt 40: nobody handles it, it is disabled\n");
  });

  for (const id of [1020, 1021, 1022, 1023]) {
    it(`${id} is no interrupt: nothing is completed`, () => {
      const before = spuriousInterrupts();
      machine.acknowledge = () => id;
      takeInterrupt();
      expect([spuriousInterrupts() - before, machine.completed]).to.deep.equal([1, []]);
    });
  }

  it("an interrupt that comes while its handler runs is handled when that is done", () => {
    let depth = 0;
    const depths: number[] = [];
    handleInterrupt(DEVICE, "level", { handle: () => {
      depths.push(++depth);
      // Three times the device wants something again before the handler has left.
      if (depths.length > 3) machine.line = false;
      depth--;
    } });
    machine.line = true;
    unmaskInterrupts();
    expect([depths, interruptCount(DEVICE), machine.completed]).to.deep.equal([[1, 1, 1, 1], 4, [DEVICE, DEVICE, DEVICE, DEVICE]]);
  });

  it("what a callback throws, the loop does not keep back", () => {
    after(1, () => { throw new Error("of the callback"); });
    expect(runEventLoop).to.throw("of the callback");
  });

  it("stops behind the callback that says so, and can go on", () => {
    every(1, () => {
      note("tick");
      stopEventLoop();
    });
    runEventLoop();
    expect(log).to.deep.equal(["1 tick"]);
    runEventLoop();
    expect(log).to.deep.equal(["1 tick", "2 tick"]);
  });

  it("does not begin if it has been stopped before", () => {
    after(1, () => { note("timer"); });
    stopEventLoop();
    runEventLoop();
    expect(log).to.deep.equal([]);
  });
});
