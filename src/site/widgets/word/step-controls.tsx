/** The buttons below a figure that is gone through step by step: back, on, a rail to anywhere; and whatever else it has. */
import type { ReactNode } from "react";

interface Props {
  /** What is counted. */
  readonly unit: string;
  readonly now: number;
  readonly last: number;
  /** What the step says, in place of its number. */
  readonly says: string;
  readonly onGo: (step: number) => void;
  /** Other buttons. */
  readonly children?: ReactNode;
}

export function StepControls({ unit, now, last, says, onGo, children }: Props): ReactNode {
  return (
    <div className="figure-controls">
      <button type="button" className="button button-small" disabled={now === 0} onClick={() => onGo(now - 1)}>Back</button>
      <button type="button" className="button button-small button-strong" disabled={now === last} onClick={() => onGo(now + 1)}>Step</button>
      <label className="time-rail">
        <span className="label">{unit}</span>
        <input type="range" min={0} max={last} value={now} aria-valuetext={says} onChange={(event) => onGo(Number(event.target.value))} />
        <output className="time-rail-text">{now} of {last}</output>
      </label>
      {children}
    </div>
  );
}
