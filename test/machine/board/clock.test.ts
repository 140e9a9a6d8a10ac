import { expect } from "chai";
import { BoardClock, nanosecondsOf, timeAt } from "../../../src/machine/board/clock";
import { type CpuState, cpuStateIn, createMemory } from "../../../src/machine/cpu/layout";

const NEVER = 0xffff_ffff_ffff_ffffn;
/** 2024-01-01 00:00:00 UTC. */
const NEW_YEAR = 1_704_067_200;

interface FakeCpu {
  time: number;
  readonly state: CpuState;
}

function cpusOf(...times: readonly number[]): FakeCpu[] {
  const memory = createMemory(0x1000);
  return times.map((time, index) => ({ time, state: cpuStateIn(memory, index) }));
}

describe("Virtual time", () => {
  const cases = [
    // executed                slept    cycles            count
    [[0],                      0n,      0n,               0n],
    [[15],                     0n,      15n,              0n],
    [[16],                     0n,      16n,              1n],
    [[1000, 24],               0n,      1024n,            64n],
    [[1, 2, 3, 4],             6n,      16n,              1n],
    [[0, 0],                   1n << 60n, 1n << 60n,      1n << 56n],
    [[9_000_000_000_000_000],  7n,      9_000_000_000_000_007n, 562_500_000_000_000n],
  ] as const;
  for (const [executed, slept, cycles, count] of cases) {
    it(`behind ${executed.join(" + ")} instructions and ${slept} cycles of sleep is ${cycles}, and the count ${count}`, () => {
      expect(timeAt(executed, slept)).to.deep.equal({ cycles, count });
    });
  }

  it("never goes backwards, whoever executes and whoever reads", () => {
    const cpus = cpusOf(0, 0, 0);
    const clock = new BoardClock(cpus, 0);
    let last = clock.count;
    for (let turn = 0; turn < 30; turn++) {
      cpus[turn % 3]!.time += 100 * (turn + 1);
      if (turn % 7 === 0) clock.sleep(33n);
      expect(clock.count > last).to.equal(true);
      last = clock.count;
    }
  });

  it("passes asleep as it does awake: a second is 62,500,000 ticks of 16 cycles", () => {
    const clock = new BoardClock(cpusOf(12_345), NEW_YEAR);
    clock.sleep(clock.cyclesUntil(62_500_000n));
    expect([clock.cycles, clock.count, clock.date]).to.deep.equal([1_000_000_000n, 62_500_000n, NEW_YEAR + 1]);
  });

  it("is kept with the first CPU, where a snapshot finds it", () => {
    const cpus = cpusOf(0, 0);
    new BoardClock(cpus, 0).sleep(480n);
    expect(new BoardClock(cpus, 0).count).to.equal(30n);
  });

  it("is a date, in whole seconds", () => {
    const cpus = cpusOf(0);
    const clock = new BoardClock(cpus, NEW_YEAR + 0.75);
    const dates = [0, 999_999_999, 1_000_000_000].map((time) => {
      cpus[0]!.time = time;
      return clock.date;
    });
    expect(dates).to.deep.equal([NEW_YEAR, NEW_YEAR, NEW_YEAR + 1]);
  });

  const alarms = [
    // now, in ticks   date              count
    [0n,               NEW_YEAR,         0n],
    [0n,               NEW_YEAR + 1,     62_500_000n],
    [62_499_999n,      NEW_YEAR + 1,     62_500_000n],
    [62_500_001n,      NEW_YEAR + 1,     62_500_001n],
    [5n,               NEW_YEAR - 9,     5n],
    [0n,               NEW_YEAR + 2 ** 32, 268_435_456_000_000_000n],
    [0n,               Infinity,         NEVER],
  ] as const;
  for (const [now, date, count] of alarms) {
    it(`${now} ticks into 2024, comes to ${date} at ${count}`, () => {
      const clock = new BoardClock(cpusOf(0), NEW_YEAR);
      clock.sleep(now * 16n);
      expect(clock.countAt(date)).to.equal(count);
    });
  }

  it("goes on from where a machine by the host's time was saved", () => {
    const host = new BoardClock(cpusOf(1000), 7, () => 0);
    host.restore({ start: 7, count: 62_500n });
    const clock = new BoardClock(cpusOf(1000), 0);
    clock.restore(host.save());
    expect([clock.count, clock.date]).to.deep.equal([62_500n, 7]);
  });

  it("is not moved by its own state, in the middle of a tick", () => {
    const clock = new BoardClock(cpusOf(1007), 7);
    clock.restore(clock.save());
    expect(clock.cycles).to.equal(1007n);
  });
});

describe("The host's time", () => {
  it("counts from when the board is made, 16 nanoseconds a tick", () => {
    let now = 123_456;
    const cpus = cpusOf(5000);
    const clock = new BoardClock(cpus, NEW_YEAR, () => now);
    const counts = [0, 15, 16, 1_000_000, 1_000_000_000].map((passed) => {
      now = 123_456 + passed;
      cpus[0]!.time += 1000; // That is nothing to it.
      return clock.count;
    });
    expect(counts).to.deep.equal([0n, 0n, 1n, 62_500n, 62_500_000n]);
    expect([clock.cycles, clock.date, clock.isVirtual]).to.deep.equal([1_000_000_000n, NEW_YEAR + 1, false]);
  });

  it("leaves out the time for which a machine was a file", () => {
    let now = 0;
    const saved = new BoardClock(cpusOf(0), NEW_YEAR, () => now);
    now = 3_200;
    const state = saved.save();
    now = 9_000_000_000;
    const clock = new BoardClock(cpusOf(0), 0, () => now);
    clock.restore(state);
    now += 1_600;
    expect([clock.count, clock.date]).to.deep.equal([300n, NEW_YEAR]);
  });

  it("is told in nanoseconds", () => { expect([0n, 1n, 62_500_000n].map(nanosecondsOf)).to.deep.equal([0, 16, 1e9]); });
});
