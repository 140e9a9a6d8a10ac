/** The CPU interface: the pin, the mask, what is being handled, and the two accesses that a handler makes. */
import type { ReactNode } from "react";
import { type Action, type CpuSide, masks, sourceOf } from "./gic-actions";
import { byteText } from "./happened-text";

interface Props {
  readonly cpu: CpuSide;
  readonly onAction: (action: Action) => void;
}

export function CpuSidePanel({ cpu: { IRQ, mask, running, handling }, onAction }: Props): ReactNode {
  return (
    <section className="gic-cpu" aria-label="The CPU interface">
      <p className="gic-head"><b>the CPU interface</b></p>
      <p className={IRQ ? "gic-pin high" : "gic-pin"}><span className="label">IRQ</span> {IRQ ? "asserted" : "not asserted"}</p>
      <dl className="gic-facts">
        <div>
          <dt>GICC_PMR</dt>
          <dd>
            <label className="gic-choice"><span className="visually-hidden">Priority mask</span>
              <select value={mask} onChange={(event) => onAction({ kind: "mask", value: Number(event.target.value) })}>{masks.map((each) => <option key={each} value={each}>{byteText(each)}</option>)}</select>
            </label>
          </dd>
        </div>
        <div><dt>GICC_RPR</dt><dd><code>{byteText(running)}</code> {running === 0xff && <span className="label">nothing runs</span>}</dd></div>
      </dl>
      <ol className="gic-handling" aria-label="Being handled">
        {handling.length === 0 && <li className="label">no handler runs</li>}
        {handling.map((intid, i) => <li key={i} className={i === handling.length - 1 ? "gic-handler top" : "gic-handler"}><b>{intid}</b> {sourceOf(intid).title}</li>)}
      </ol>
      <div className="gic-accesses">
        <button type="button" className="button button-small button-strong" onClick={() => onAction({ kind: "acknowledge" })}>Acknowledge <span className="gic-access">read IAR</span></button>
        <button type="button" className="button button-small" disabled={handling.length === 0} onClick={() => onAction({ kind: "end" })}>End <span className="gic-access">write EOIR</span></button>
      </div>
    </section>
  );
}
