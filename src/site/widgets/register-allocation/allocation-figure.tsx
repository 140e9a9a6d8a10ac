/** The code, the registers, and the scan's steps. */
import { useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { allocationSample, allocationSamples } from "./allocation-samples";
import { ScanDrawing } from "./scan-drawing";
import { aliveText, instructionOf, scanText, stateBehind, sumText, whereText } from "./scan-state";

/** Where everybody stands who was not left without a register by then. */
const behindFirstRound = { round: 0, step: Infinity };

export function AllocationFigure({ start }: { readonly start: string }): ReactNode {
  const [data, setData] = useState(() => allocationSample(start));
  const [count, setCount] = useState(data.startsWith);
  const [{ round: chosen, step }, go] = useState(behindFirstRound);
  const run = data.runs.find(({ registers }) => registers.length === count) ?? data.runs[0]!;
  const { rounds } = run;
  const at = Math.min(chosen, rounds.length - 1);
  const round = rounds[at]!;
  const last = round.intervals.length;
  const now = Math.min(step, last);
  const state = stateBehind(round, now);
  const says = scanText(round, state);
  const sum = now === last ? sumText(run, at, state) : "";
  const said = useSettled(`${says} ${sum}`);
  const line = state.current === undefined ? undefined : round.code[instructionOf(round.intervals[state.current]!.ranges[0]!.from)]?.line;

  const choose = (name: string): void => {
    const next = allocationSample(name);
    setData(next);
    setCount(next.startsWith);
    go(behindFirstRound);
  };
  const give = (registers: number): void => {
    setCount(registers);
    go(behindFirstRound);
  };
  const back = (): void => go(now > 0 ? { round: at, step: now - 1 } : { round: at - 1, step: Infinity });
  const forward = (): void => go(now < last ? { round: at, step: now + 1 } : { round: at + 1, step: 0 });
  return (
    <figure className="figure figure-wide register-allocation">
      <figcaption className="figure-try">{data.tells}</figcaption>
      <div className="scan-choices">
        <div role="group" aria-label="Functions">
          {allocationSamples.map(({ name, title }) => <button key={name} type="button" className="button button-small" aria-pressed={name === data.name} onClick={() => choose(name)}>{title}</button>)}
        </div>
        <div role="group" aria-label="Registers">
          {data.runs.map(({ registers: { length } }) => <button key={length} type="button" className="button button-small" aria-pressed={length === count} onClick={() => give(length)}>{length} registers</button>)}
        </div>
        <div role="group" aria-label="Rounds">
          {rounds.map((_, i) => <button key={i} type="button" className="button button-small" aria-pressed={i === at} onClick={() => go({ round: i, step: Infinity })}>Round {i + 1}</button>)}
        </div>
      </div>
      <div className="scan-parts">
        <div className="scan-side">
          <pre className="scan-source" tabIndex={0} aria-label={`The source of ${data.functionName}`}>
            {data.source.split("\n").map((text, i) => <div key={i} className={i + 1 === line ? "scan-source-line now" : "scan-source-line"}>{text === "" ? " " : text}</div>)}
          </pre>
          <p className="scan-says" aria-hidden="true">{says}</p>
          <p className="scan-sum" aria-hidden="true">{sum}</p>
        </div>
        <div className="scan-scroll" tabIndex={0} role="region" aria-label="The scan"><ScanDrawing functionName={data.functionName} registers={run.registers} round={round} state={state} /></div>
      </div>
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={now === 0 && at === 0} onClick={back}>Back</button>
        <button type="button" className="button button-small button-strong" disabled={now === last && at === rounds.length - 1} onClick={forward}>Step</button>
        <label className="time-rail">
          <span className="label">intervals</span>
          <input type="range" min={0} max={last} value={now} aria-valuetext={says} onChange={(event) => go({ round: at, step: Number(event.target.value) })} />
          <output className="time-rail-text">{now} of {last}</output>
        </label>
        <button type="button" className="button button-small" onClick={() => choose(data.name)}>Reset</button>
      </div>
      <details className="scan-table">
        <summary>The intervals as a table</summary>
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Table">
          <table>
            <thead><tr><th>interval</th><th>alive at instructions</th><th>weight</th><th>is in</th></tr></thead>
            <tbody>
              {round.intervals.map((interval, i) => {
                const where = state.where[i];
                return <tr key={i}><th scope="row">{interval.name}</th><td>{aliveText(interval)}</td><td>{interval.weight}</td><td>{where === undefined ? "not yet" : whereText(where)}</td></tr>;
              })}
            </tbody>
          </table>
        </div>
      </details>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}
