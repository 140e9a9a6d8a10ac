/** Who interrupts: what each one's line says, how it is set up, and what the distributor makes of it. */
import type { ReactNode } from "react";
import { type Action, priorities, sourceOf, type SourceState } from "./gic-actions";
import { byteText } from "./happened-text";
import { stateName } from "./priority-scale";

interface Props {
  readonly states: readonly SourceState[];
  readonly onAction: (action: Action) => void;
}

export function SourceRows({ states, onAction }: Props): ReactNode {
  return (
    <section className="gic-sources" aria-label="Interrupts">
      <p className="gic-head"><b>the distributor</b> <span className="label">four of its interrupts</span></p>
      <ul>{states.map((state) => <SourceRow key={state.intid} state={state} onAction={onAction} />)}</ul>
    </section>
  );
}

function SourceRow({ state, onAction }: { readonly state: SourceState; readonly onAction: (action: Action) => void }): ReactNode {
  const { intid, isHigh, isEdge, isOn, priority } = state;
  const { title, kind } = sourceOf(intid);
  return (
    <li className={`gic-source ${stateName(state).replace(/ and /, " ")}${isOn ? "" : " off"}`}>
      <span className="gic-name"><b>{intid}</b> {title} <span className="label">{kind}</span></span>
      <span className="gic-status">{stateName(state)}</span>
      <span className="gic-doing">
        {kind === "SGI"
          ? <button type="button" className="button button-small" onClick={() => onAction({ kind: "send", intid })}>Send</button>
          : <button type="button" className="button button-small" aria-pressed={isHigh} aria-label={`line is ${isHigh ? "high" : "low"}: ${title}`} onClick={() => onAction({ kind: "line", intid, isHigh: !isHigh })}>{isHigh ? "line is high" : "line is low"}</button>}
        <label className="gic-choice">
          <span className="visually-hidden">Priority of {title}</span>
          <select value={priority} onChange={(event) => onAction({ kind: "priority", intid, value: Number(event.target.value) })}>
            {priorities.map((each) => <option key={each} value={each}>{byteText(each)}</option>)}
          </select>
        </label>
        <button type="button" className="gic-switch" aria-pressed={isEdge} disabled={kind !== "SPI"} aria-label={`edge: ${title}`} onClick={() => onAction({ kind: "edge", intid, isEdge: !isEdge })}>edge</button>
        <button type="button" className="gic-switch" aria-pressed={isOn} disabled={kind === "SGI"} aria-label={`on: ${title}`} onClick={() => onAction({ kind: "enable", intid, isOn: !isOn })}>on</button>
      </span>
    </li>
  );
}
