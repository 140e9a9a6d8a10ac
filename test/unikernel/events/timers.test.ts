// Timers under Node: times that are long, short, in the past; what callbacks do to timers; and a thousand random programs of
// timers against a list that is looked through.

import { expect } from "chai";
import fc from "fast-check";
import { runEventLoop } from "../../../src/unikernel/events/event-loop";
import { after, cancel, every, millisecondsOf, ticksOf, timerCount } from "../../../src/unikernel/events/timers";
import type { Timer } from "../../../src/unikernel/events/timer-queue";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { TICKS_A_MS, TimerMachine } from "./timer-machine";

const NEVER = 2n ** 64n - 1n;
const LARGEST = Number.MAX_SAFE_INTEGER;

const DURATIONS = [
  // ms                 Hz              ticks
  [1,                   62_500_000n,    62_500n],
  [1,                   24_000_000n,    24_000n],
  [3,                   32_768n,        98n],
  [999,                 1n,             0n],
  [86_400_000,          1_000_000_000n, 86_400_000_000_000n],
  [31_536_000_000,      1_000_000_000n, 31_536_000_000_000_000n],
  [LARGEST,             62_500_000n,    NEVER],
  [LARGEST,             1_000n,         9_007_199_254_740_991n],
  [0,                   62_500_000n,    0n],
  [-1,                  62_500_000n,    0n],
] as const;

const TICKS = [
  // ticks              Hz              ms
  [0n,                  62_500_000n,    0],
  [62_499n,             62_500_000n,    0],
  [62_500n,             62_500_000n,    1],
  [24_000_000n * 3600n, 24_000_000n,    3_600_000],
  [32_768n + 33n,       32_768n,        1001],
  [NEVER,               1_000_000_000n, 18_446_744_073_709],
] as const;

/** What a callback does when it is the n-th of all. */
type Action = { readonly busy: number } | { readonly cancel: number } | { readonly add: number } | "nothing";

interface Script {
  readonly timers: readonly { readonly ms: number; readonly isPeriodic: boolean }[];
  readonly actions: readonly Action[];
}

const ACTION = fc.oneof(
  fc.constant<Action>("nothing"),
  fc.record({ busy: fc.nat(20) }), fc.record({ cancel: fc.nat(40) }), fc.record({ add: fc.integer({ min: -3, max: 12 }) }),
);
const SCRIPT: fc.Arbitrary<Script> = fc.record({
  timers: fc.array(fc.record({ ms: fc.integer({ min: -1, max: 30 }), isPeriodic: fc.boolean() }), { maxLength: 12 }),
  actions: fc.array(ACTION, { maxLength: 60 }),
});

/** Which timer, and when. When the actions are used up, every callback cancels its own timer. */
type Log = [timer: number, tick: bigint][];

function runScript({ timers, actions }: Script): Log {
  const machine = TimerMachine.host();
  const log: Log = [];
  const all: Timer[] = [];
  const act = (timer: Timer): void => {
    const action = actions[log.length] ?? { cancel: all.indexOf(timer) };
    log.push([all.indexOf(timer), machine.now]);
    if (action === "nothing") return;
    if ("busy" in action) machine.now += BigInt(action.busy) * TICKS_A_MS;
    else if ("cancel" in action) { if (action.cancel < all.length) cancel(all[action.cancel]!); }
    else all.push(after(action.add, act));
  };
  for (const { ms, isPeriodic } of timers) all.push(isPeriodic ? every(ms, act) : after(ms, act));
  runEventLoop();
  expect(timerCount()).to.equal(0);
  return log;
}

interface ModelTimer {
  due: bigint;
  readonly interval: bigint;
  /** Of two at one time the lower comes first. */
  order: number;
  isWaiting: boolean;
}

/** The same with a list, and times as the header of timers.ts has them. */
function modelScript({ timers, actions }: Script): Log {
  const log: Log = [];
  const all: ModelTimer[] = [];
  let [now, order] = [0n, 0];
  const ticks = (ms: number): bigint => (ms <= 0 ? 1n : BigInt(ms) * TICKS_A_MS);
  const add = (ms: number, isPeriodic: boolean): void => {
    all.push({ due: now + ticks(ms), interval: isPeriodic ? ticks(ms) : 0n, order: order++, isWaiting: true });
  };
  const nearest = (until: bigint): ModelTimer | undefined =>
    all.filter(({ isWaiting, due }) => isWaiting && due <= until)
      .sort((a, b) => (a.due === b.due ? a.order - b.order : Number(a.due - b.due)))[0];
  for (const { ms, isPeriodic } of timers) add(ms, isPeriodic);
  for (let first = nearest(NEVER); first !== undefined; first = nearest(NEVER)) {
    if (first.due > now) now = first.due;
    const turn = now;
    for (let timer = nearest(turn); timer !== undefined; timer = nearest(turn)) {
      timer.isWaiting = timer.interval > 0n;
      if (timer.isWaiting) {
        while (timer.due <= turn) timer.due += timer.interval;
        timer.order = order++;
      }
      const action = actions[log.length] ?? { cancel: all.indexOf(timer) };
      log.push([all.indexOf(timer), now]);
      if (action === "nothing") continue;
      if ("busy" in action) now += BigInt(action.busy) * TICKS_A_MS;
      else if ("cancel" in action) { if (action.cancel < all.length) all[action.cancel]!.isWaiting = false; }
      else add(action.add, false);
    }
  }
  return log;
}

describe("timers", () => {
  let machine: TimerMachine;

  beforeEach(() => { machine = TimerMachine.host(); });
  afterEach(() => { hostMetal(undefined); });

  for (const [ms, hz, ticks] of DURATIONS) {
    it(`${ms} ms at ${hz} Hz are ${ticks} ticks`, () => {
      machine.frequency = hz;
      expect(ticksOf(ms)).to.equal(ticks);
    });
  }

  for (const [ticks, hz, ms] of TICKS) {
    it(`${ticks} ticks at ${hz} Hz are ${ms} ms`, () => {
      machine.frequency = hz;
      expect(millisecondsOf(ticks)).to.equal(ms);
    });
  }

  it("a time that the counter will never reach does not wrap round to one that it has", () => {
    machine.now = 2n ** 63n;
    const timer = after(LARGEST, () => undefined);
    expect(timer.due).to.equal(2n ** 63n + BigInt(LARGEST) * TICKS_A_MS);
    machine.now = NEVER - 5n;
    expect([after(1, () => undefined).due, every(1, () => undefined).due]).to.deep.equal([NEVER, NEVER]);
  });

  it("the comparator is set to the nearest, and is off when there is none", () => {
    const far = after(9, () => undefined);
    const near = after(4, () => undefined);
    const alarms = [machine.alarm];
    cancel(near);
    alarms.push(machine.alarm);
    cancel(far);
    alarms.push(machine.alarm);
    expect(alarms).to.deep.equal([4n * TICKS_A_MS, 9n * TICKS_A_MS, undefined]);
  });

  it("a callback cancels its own timer, and one that is due in the same turn", () => {
    const log: string[] = [];
    every(5, (timer) => {
      log.push(`a ${cancel(timer)} ${cancel(timer)}`);
      cancel(second);
    });
    const second = after(5, () => { log.push("b"); });
    after(5, (timer) => { log.push(`c ${cancel(timer)}`); });
    runEventLoop();
    expect(log).to.deep.equal(["a true false", "c false"]);
  });

  it("a time in the past is due in the next turn, once", () => {
    const log: number[] = [];
    after(-1000, () => {
      log.push(1);
      after(-1000, () => { log.push(2); });
    });
    runEventLoop();
    expect([log, machine.now]).to.deep.equal([[1, 2], 2n]);
  });

  it("a million intervals later, a periodic timer is due where it would have been", () => {
    let count = 0;
    const ends: bigint[] = [];
    every(3, (timer) => {
      // Each callback takes longer than the one before, and never a multiple of the interval.
      machine.now += BigInt(count) * 7n + 1n;
      if (++count < 1000) return;
      ends.push(timer.due % (3n * TICKS_A_MS));
      machine.now += 3_000_000n * TICKS_A_MS + 1n;
      if (count > 1000) cancel(timer);
    });
    runEventLoop();
    expect(ends).to.deep.equal([0n, 0n]);
  });

  it("a thousand random programs: which timer comes when is as a list has it", () => {
    fc.assert(fc.property(SCRIPT, (script) => {
      expect(runScript(script)).to.deep.equal(modelScript(script));
    }), { numRuns: 1000 });
  });
});
