import { expect } from "chai";
import { interval, TimeRun } from "../../../../src/site/widgets/time-line/time-run";

describe("TimeRun", () => {
  const runOf = (instructions: number): TimeRun => {
    const run = new TimeRun();
    run.runOn(instructions);
    return run;
  };

  it("puts back the last snapshot before, and executes the rest", () => {
    const run = runOf(2000);
    const before = run.ticks();
    const { restored, executed, undone } = run.goTo(1385);
    expect(restored).to.equal(Math.max(...before.map(({ time }) => time).filter((time) => time <= 1385)));
    expect(executed).to.equal(1385 - restored!);
    expect(undone).to.deep.equal(before.filter(({ time }) => time >= restored!));
    expect(run.time).to.equal(1385);
  });

  it("executes nothing again to be where a snapshot is", () => {
    const run = runOf(2000);
    const { restored, executed } = run.goTo(1300);
    expect([restored, executed]).to.deep.equal([1300, 0]);
  });

  it("keeps a page for each that is stored to: the counter's, and the log's", () => {
    // Two instructions, then rounds of six: the sixteen stores to the log, 256 bytes apart, lie in one page.
    expect(runOf(interval).ticks()[0]).to.deep.equal({ time: 0, pages: 2 });
  });

  it("lets go of old snapshots, not of the first", () => {
    const times = runOf(6000).ticks().map(({ time }) => time);
    expect(times[0]).to.equal(0);
    expect(times.length).to.be.lessThan(6000 / interval);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    expect(gaps[0]).to.be.greaterThan(gaps.at(-1)!);
  });

  it("puts nothing back to go forward", () => {
    const run = runOf(500);
    run.goTo(100);
    expect(run.goTo(300)).to.deep.equal({ from: 100, to: 300, restored: undefined, undone: [], executed: 200 });
  });
});
