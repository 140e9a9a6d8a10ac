// The heap of timers, against a list that is sorted after each step.

import { expect } from "chai";
import fc from "fast-check";
import { Timer, TimerQueue } from "../../../src/unikernel/events/timer-queue";

const timerAt = (due: bigint): Timer => new Timer(due, 0n, () => undefined);

/** Takes all, first come first. */
function drain(queue: TimerQueue): Timer[] {
  const all: Timer[] = [];
  for (let first = queue.first(); first !== null; first = queue.first()) {
    all.push(first);
    queue.remove(first);
  }
  return all;
}

describe("the queue of timers", () => {
  it("the nearest comes first; of equal ones, the one that was added first", () => {
    const queue = new TimerQueue();
    const timers = [30n, 10n, 20n, 10n, 30n].map(timerAt);
    timers.forEach((each) => { queue.add(each); });
    const order = drain(queue).map((each) => timers.indexOf(each));
    expect(order).to.deep.equal([1, 3, 2, 0, 4]);
  });

  it("what is not there cannot be removed, twice neither", () => {
    const queue = new TimerQueue();
    const timer = timerAt(1n);
    expect(queue.remove(timer)).to.equal(false);
    queue.add(timer);
    expect([queue.remove(timer), queue.remove(timer), queue.length]).to.deep.equal([true, false, 0]);
  });

  it("is a sorted list, whatever is added and removed", () => {
    const step = fc.oneof(fc.record({ add: fc.bigInt(0n, 20n) }), fc.record({ remove: fc.nat() }));
    fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const queue = new TimerQueue();
      const model: Timer[] = [];
      for (const each of steps) {
        if ("add" in each) {
          const timer = timerAt(each.add);
          queue.add(timer);
          // Behind all that are due no later.
          const place = model.findIndex(({ due }) => due > timer.due);
          model.splice(place < 0 ? model.length : place, 0, timer);
        } else if (model.length > 0) {
          const [timer] = model.splice(each.remove % model.length, 1);
          expect(queue.remove(timer!)).to.equal(true);
        }
        expect(queue.first()).to.equal(model[0] ?? null);
      }
      expect(drain(queue)).to.deep.equal(model);
    }), { numRuns: 300 });
  });
});
