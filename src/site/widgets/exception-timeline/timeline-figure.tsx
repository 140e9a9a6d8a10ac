/** A program's time line, a cursor on it, the code and the processor there. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { ProgramListing } from "../machine/program-listing";
import { useSettled } from "../word/settled";
import { ExceptionRun } from "./exception-run";
import { ProcessPanel } from "./process-panel";
import { type TimedProgram, timedPrograms } from "./programs";
import { endText, happenedText, instructionAt, placeText } from "./run-text";
import { TimelinePicture } from "./timeline-picture";

interface Shown {
  readonly timed: TimedProgram;
  readonly run: ExceptionRun;
  readonly time: number;
}

const playMs = 450;

function startOf(timed: TimedProgram): Shown {
  return { timed, run: new ExceptionRun(timed), time: timed.startsAt };
}

const programCalled = (name: string): TimedProgram => timedPrograms.find((each) => each.name === name) ?? bug(`<ExceptionTimeline>: there is no program "${name}"`);

export function TimelineFigure({ start }: { readonly start: string }): ReactNode {
  const [shown, setShown] = useState(() => startOf(programCalled(start)));
  const [isPlaying, setPlaying] = useState(false);
  const { timed, run, time } = shown;
  const { states, steps, program } = run;
  const last = steps.length;
  const state = states[time]!;
  const text = [happenedText(run, time), endText(run, time)].filter((each) => each !== "").join(" ");
  const said = useSettled(isPlaying ? "" : `${text} EL${state.level}.`);

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      if (time < last) setShown({ ...shown, time: time + 1 });
      else setPlaying(false);
    }, playMs);
    return () => clearTimeout(timer);
  }, [isPlaying, shown, time, last]);

  const go = (to: number): void => {
    setPlaying(false);
    setShown({ ...shown, time: to });
  };
  const choose = (next: TimedProgram): void => {
    setPlaying(false);
    setShown(startOf(next));
  };
  const toggleLine = (): void => {
    run.setLine(time, !state.IRQ);
    go(time);
  };
  const marks = steps.flatMap(({ kind }, i) => (kind === "instruction" ? [] : [i + 1]));
  const earlier = marks.filter((at) => at < time).at(-1) ?? 0;
  const later = marks.find((at) => at > time) ?? last;

  return (
    <figure className="figure figure-wide exception-timeline">
      <figcaption className="figure-try">Drag along the line, or step. {timed.tells}</figcaption>
      <div className="exception-programs" role="group" aria-label="Programs">
        {timedPrograms.map((each) => <button key={each.name} type="button" className="button button-small" aria-pressed={each === timed} onClick={() => choose(each)}>{each.title}</button>)}
      </div>
      <TimelinePicture run={run} time={time} hasDevice={timed.asks !== undefined} onGo={go} />
      <label className="exception-rail">
        <span className="visually-hidden">Steps of the processor</span>
        <input type="range" min={0} max={last} value={time} aria-valuetext={`step ${time} of ${last}, EL${state.level}`} onChange={(event) => go(Number(event.target.value))} />
      </label>
      <div className="figure-controls exception-controls">
        <button type="button" className="button button-small" disabled={time === 0} onClick={() => go(earlier)}>To the last turn</button>
        <button type="button" className="button button-small" disabled={time === 0} onClick={() => go(time - 1)}>Back</button>
        <button type="button" className="button button-small button-strong" disabled={time === last} onClick={() => go(time + 1)}>Step</button>
        <button type="button" className="button button-small" disabled={time === last} onClick={() => go(later)}>To the next turn</button>
        <button type="button" className="button button-small" aria-pressed={isPlaying} disabled={time === last} onClick={() => setPlaying(!isPlaying)}>{isPlaying ? "Stop" : "Play"}</button>
        {timed.asks !== undefined && <button type="button" className="button button-small" aria-pressed={state.IRQ} onClick={toggleLine}>{state.IRQ ? "Deassert IRQ" : "Assert IRQ"}</button>}
        <button type="button" className="button button-small" onClick={() => choose(timed)}>Reset</button>
      </div>
      <p className="exception-happened">{text}</p>
      <p className="exception-next-text"><span className="label">{time} of {last}; next, at {placeText(state.pc, program)}</span> {instructionAt(state.pc, program)}</p>
      <div className="exception-inside">
        <CodeAt run={run} time={time} />
        <ProcessPanel program={program} state={state} before={states[Math.max(0, time - 1)]!} />
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}

/** The program, scrolled so that the next instruction is in sight. */
function CodeAt({ run: { program, states }, time }: { readonly run: ExceptionRun; readonly time: number }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const { pc } = states[time]!;
  useEffect(() => {
    const here = box.current?.querySelector<HTMLElement>(".program-line.here");
    if (box.current && here) box.current.scrollTop = here.offsetTop - box.current.clientHeight / 3;
  }, [pc, program]);
  return (
    <div ref={box} className="exception-code" tabIndex={0} role="region" aria-label="The program">
      <ProgramListing program={program} pc={pc} />
    </div>
  );
}
