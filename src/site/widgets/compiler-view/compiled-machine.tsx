/** The terminal of the machine that has booted the program, and what the machine does. A program need not end by itself. */
import type { ReactNode } from "react";
import type { Known, RemoteComputer } from "../computer/remote-computer";
import { standingText } from "../computer/standing-text";
import { Terminal } from "../terminal/terminal";
import { useSettled } from "../word/settled";

interface Props {
  /** The program's. */
  readonly title: string;
  readonly computer: RemoteComputer;
  readonly known: Known;
}

export function CompiledMachine({ title, computer, known }: Props): ReactNode {
  const standing = known.status?.standing;
  const isGoing = standing === "runs" || standing === "sleeps" || standing === "waits";
  const said = useSettled(isGoing ? "" : standingText(known));
  return (
    <div className="compiler-machine">
      <Terminal label={`Terminal: ${title}`} line={computer.line} rows={10} convertEol />
      <div className="figure-controls">
        {standing === "stopped"
          ? <button type="button" className="button button-small" onClick={() => computer.run()}>Go on</button>
          : <button type="button" className="button button-small" disabled={!isGoing} onClick={() => computer.stop()}>Stop</button>}
        <span className="compiler-machine-state" aria-hidden="true">{standingText(known)}</span>
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </div>
  );
}
