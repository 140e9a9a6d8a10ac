/** What the driver can do now. */
import { useState, type ReactNode } from "react";
import type { Action } from "./moments";
import { type QueueMachine, sectorTexts } from "./queue-machine";
import { requestNames, type RequestName } from "./queue-memory";

interface Props {
  readonly machine: QueueMachine;
  readonly onAction: (...actions: readonly Action[]) => void;
}

export function DriverActions({ machine, onAction }: Props): ReactNode {
  const [sector, setSector] = useState(1);
  const free = requestNames.find((name) => machine.stateOf(name) === "free");
  const described = requestNames.filter((name) => machine.stateOf(name) === "described");
  const isBroken = machine.fault !== undefined;
  const describe = (operation: "read" | "write") => (): void => { if (free !== undefined) onAction({ kind: "describe", name: free, operation, sector }); };
  const button = (text: string, isOff: boolean, onClick: () => void): ReactNode => <button type="button" className="button button-small" disabled={isOff || isBroken} onClick={onClick}>{text}</button>;
  return (
    <section className="queue-driver" aria-label="The driver">
      <p className="queue-head"><b>the driver</b> <span className="label">whenever you like</span></p>
      <div className="queue-buttons">
        <label className="queue-sector"><span className="label">sector</span>
          <select value={sector} aria-label="Sector" onChange={(event) => setSector(Number(event.target.value))}>{sectorTexts.map((_, i) => <option key={i} value={i}>{i}, {machine.sectorText(i)}</option>)}</select>
        </label>
        {button("Describe a read", free === undefined, describe("read"))}
        {button("Describe a write", free === undefined, describe("write"))}
        {button(described.length > 1 ? "Make both available" : "Make available", described.length === 0, () => onAction(...described.map((name: RequestName): Action => ({ kind: "offer", name }))))}
        {button("Notify", false, () => onAction({ kind: "notify" }))}
        {button("Take back", !machine.hasUsed, () => onAction({ kind: "collect" }))}
        <button type="button" className="button button-small" aria-pressed={machine.wantsInterrupts} disabled={isBroken} onClick={() => onAction({ kind: "want interrupts", wants: !machine.wantsInterrupts })}>interrupts</button>
      </div>
    </section>
  );
}
