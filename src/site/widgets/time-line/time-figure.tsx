/** The line, a handle to drag through time, and what the last journey took. */
import { useState, type ReactNode } from "react";
import { counted, withCommas } from "../machine/numbers";
import { useSettled } from "../word/settled";
import { TimePicture } from "./time-picture";
import { interval, type Journey, mostInstructions, pageBytes, type SnapshotTick, TimeRun } from "./time-run";

const startsWith = 2000;
const startsAt = 1385;
const runsOn = 500;

interface Shown {
  readonly run: TimeRun;
  readonly journey: Journey;
}

export function TimeFigure(): ReactNode {
  const [{ run, journey }, setShown] = useState(start);
  const ticks = run.ticks();
  const text = journeyText(journey);
  const said = useSettled(text);
  const kept = pagesIn(ticks);
  const go = (to: number): void => {
    if (to !== run.time) setShown({ run, journey: run.goTo(to) });
  };
  const runOn = (): void => {
    const from = run.time;
    run.runOn(runsOn);
    setShown({ run, journey: { from, to: run.time, restored: undefined, undone: [], executed: run.time - from } });
  };

  return (
    <figure className="figure figure-wide time-line">
      <figcaption className="figure-try">Drag the handle back. The machine puts a snapshot back and executes the rest again. Let it run on, and see which snapshots it lets go of.</figcaption>
      <TimePicture ticks={ticks} time={run.time} furthest={run.furthest} journey={journey} onGo={go} />
      <label className="time-handle">
        <span className="visually-hidden">Instructions executed</span>
        <input type="range" min={0} max={run.furthest} value={run.time} aria-valuetext={`behind ${withCommas(run.time)} instructions`} onChange={(event) => go(Number(event.target.value))} />
      </label>
      <p className="time-journey">{text}</p>
      <p className="time-cost label">
        {counted(ticks.length, "snapshot")} now, which {ticks.length === 1 ? "keeps" : "keep"} {counted(kept, "page")} of {pageBytes / 1024} KiB; as many copies of all of RAM would be {withCommas(ticks.length * 16)}.
      </p>
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={run.time === 0} onClick={() => go(run.time - 1)}>One back</button>
        <button type="button" className="button button-small" disabled={run.time < interval} onClick={() => go(run.time - interval)}>{interval} back</button>
        <button type="button" className="button button-small" disabled={run.time >= mostInstructions} onClick={runOn}>Run {runsOn} on</button>
        <button type="button" className="button button-small" onClick={() => setShown(start)}>Reset</button>
      </div>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

function start(): Shown {
  const run = new TimeRun();
  run.runOn(startsWith);
  return { run, journey: run.goTo(startsAt) };
}

function journeyText({ from, to, restored, undone, executed }: Journey): string {
  if (restored === undefined) return `From ${withCommas(from)} to ${withCommas(to)}: ${counted(executed, "instruction")} executed, nothing put back.`;
  const again = executed === 0 ? "That is where it wants to be: nothing is executed again." : `Then ${counted(executed, "instruction")} ${executed === 1 ? "is" : "are"} executed again.`;
  return `From ${withCommas(from)} back to ${withCommas(to)}: the snapshot at ${withCommas(restored)} is put back, with the ${counted(pagesIn(undone), "page")} that it and those behind it kept. ${again}`;
}

const pagesIn = (ticks: readonly SnapshotTick[]): number => ticks.reduce((sum, { pages }) => sum + pages, 0);
