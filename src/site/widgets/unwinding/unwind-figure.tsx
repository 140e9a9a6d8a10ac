/** A throw between two steps, and the try blocks that may be there. */
import { useMemo, useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { StepControls } from "../word/step-controls";
import { UnwindDrawing } from "./unwind-drawing";
import { runThrow } from "./unwind-run";
import { handlerRows, ownHandlers } from "./unwind-scene";

/** One function catches; it is looked for in the second frame. */
const presentAtStart: readonly boolean[] = ownHandlers.map(({ owner }) => owner === "tryToTell");
const startsAt = 5;

export function UnwindFigure(): ReactNode {
  const [present, setPresent] = useState(presentAtStart);
  const [at, setAt] = useState(startsAt);
  const rows = useMemo(() => handlerRows(present), [present]);
  const steps = useMemo(() => runThrow(rows), [rows]);
  const last = steps.length - 1;
  const now = Math.min(at, last);
  const step = steps[now]!;
  const said = useSettled(step.says);
  return (
    <figure className="figure figure-wide unwinding">
      <figcaption className="figure-try">Step until somebody catches. Then take that try block away, or put another one in, and see who does now.</figcaption>
      <div className="unwind-scroll" tabIndex={0} role="region" aria-label="Frames and handlers"><UnwindDrawing step={step} rows={rows} /></div>
      <p className="unwind-says" aria-hidden="true">{step.says}</p>
      <div className="figure-controls" role="group" aria-label="Try blocks">
        {ownHandlers.map(({ owner }, i) => (
          <button key={owner} type="button" className="button button-small" aria-pressed={present[i]} onClick={() => { setPresent(present.with(i, !present[i])); setAt(Infinity); }}>try in {owner}</button>
        ))}
      </div>
      <StepControls unit="step" now={now} last={last} says={step.says} onGo={setAt}>
        <button type="button" className="button button-small" onClick={() => { setPresent(presentAtStart); setAt(startsAt); }}>Reset</button>
      </StepControls>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}
