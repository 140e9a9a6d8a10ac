/** Who asks, and for what: the exception level, the kind of access, and whether EL1 keeps its hands off EL0's pages. */
import type { ReactNode } from "react";
import type { Asked } from "./access";

interface Props {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  /** The address, to be typed. */
  readonly children: ReactNode;
}

const purposes = ["read", "write", "fetch"] as const;

export function AccessControls({ asked, onAsk, children }: Props): ReactNode {
  const { level, purpose, PAN } = asked;
  return (
    <div className="walk-asked-line">
      <span role="group" aria-label="Exception level" className="choice">
        {([0, 1] as const).map((each) => <button key={each} type="button" className={`button button-small walk-level role-el${each}`} aria-pressed={each === level} onClick={() => onAsk({ ...asked, level: each })}>EL{each}</button>)}
      </span>
      <span role="group" aria-label="Access" className="choice">
        {purposes.map((each) => <button key={each} type="button" className="button button-small" aria-pressed={each === purpose} onClick={() => onAsk({ ...asked, purpose: each })}>{each}</button>)}
      </span>
      <button type="button" className="button button-small" aria-pressed={PAN} title="PSTATE.PAN: EL1 does not read or write what EL0 may" onClick={() => onAsk({ ...asked, PAN: !PAN })}>PAN</button>
      {children}
    </div>
  );
}
