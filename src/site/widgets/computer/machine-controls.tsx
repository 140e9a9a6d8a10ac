/** On, stop, go on, step, and the power button. */
import type { ReactNode } from "react";
import type { RemoteComputer, Known } from "./remote-computer";

interface Props {
  readonly computer: RemoteComputer;
  readonly known: Known;
  readonly canStart: boolean;
  readonly onStart: () => void;
}

export function MachineControls({ computer, known: { status, isBuilding }, canStart, onStart }: Props): ReactNode {
  const standing = status?.standing;
  const isGoing = standing === "runs" || standing === "sleeps" || standing === "waits";
  return (
    <div className="figure-controls machine-controls">
      <button type="button" className="button button-small button-strong" disabled={!canStart || isBuilding} onClick={onStart}>{status === undefined ? "Switch it on" : "Switch it off and on"}</button>
      {isGoing
        ? <button type="button" className="button button-small" onClick={() => computer.stop()}>Stop</button>
        : <button type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.run()}>Go on</button>}
      {[1, 1000].map((count) => (
        <button key={count} type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.step(count)}>{count === 1 ? "Step" : "1,000 steps"}</button>
      ))}
      <button type="button" className="button button-small" disabled={!isGoing} title="The guest hears of it, and may switch itself off" onClick={() => computer.pressPowerButton()}>Power button</button>
    </div>
  );
}
