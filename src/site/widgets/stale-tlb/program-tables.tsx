/** The tables as they are in memory: each program's, and the kernel's, with what can be done to an entry. */
import type { ReactNode } from "react";
import { addressText } from "../machine/numbers";
import { type Action, type Asid, type Frame, frames, pageAddresses, type PageName } from "./tlb-actions";
import type { TlbMachine } from "./tlb-machine";

interface Props {
  readonly machine: TlbMachine;
  readonly onAction: (...actions: readonly Action[]) => void;
}

export function ProgramTables({ machine, onAction }: Props): ReactNode {
  return (
    <section className="tlb-tables" aria-label="The tables">
      {([1, 2] as const).map((asid) => (
        <section key={asid} className={machine.asid === asid ? "tlb-table running" : "tlb-table"} aria-label={`Program ${asid}`}>
          <p className="tlb-head">
            <b>program {asid}</b> <span className="label">ASID {asid}</span>
            {machine.asid === asid ? <span className="label">runs</span> : <button type="button" className="tlb-action" onClick={() => onAction({ kind: "switch", asid })}>switch to it</button>}
          </p>
          {(["code", "data"] as const).map((page) => <TableEntry key={page} machine={machine} asid={asid} page={page} isReadable={machine.asid === asid} onAction={onAction} />)}
          {asid === 2 && <button type="button" className="tlb-action tlb-replace" onClick={() => onAction({ kind: "replace", asid })}>it ends, and a new one gets ASID 2</button>}
        </section>
      ))}
      <section className="tlb-table running" aria-label="The kernel">
        <p className="tlb-head"><b>the kernel</b> <span className="label">in both</span></p>
        <TableEntry machine={machine} asid={1} page="kernel" isReadable onAction={onAction} />
      </section>
    </section>
  );
}

interface EntryProps extends Props {
  readonly asid: Asid;
  readonly page: PageName;
  /** Whether its program runs. */
  readonly isReadable: boolean;
}

function TableEntry({ machine, asid, page, isReadable, onAction }: EntryProps): ReactNode {
  const { frame, nG } = machine.entry(asid, page);
  const name = page === "kernel" ? "the kernel" : `program ${asid}'s ${page}`;
  const stale = machine.staleFor(asid, page);
  const write = (entry: { readonly frame: Frame | undefined; readonly nG: boolean }): void => onAction({ kind: "write", asid, page, entry });
  return (
    <div className={stale === undefined ? "tlb-entry" : "tlb-entry stale"}>
      <span className={page === "kernel" ? "tlb-va tlb-va-long" : "tlb-va"}><b>{page}</b><code>{addressText(pageAddresses[page])}</code></span>
      <label className="tlb-frame">
        <span className="visually-hidden">Frame of {name}</span>
        <span aria-hidden="true">{"\u2192"}</span>
        <select value={frame ?? ""} onChange={(event) => write({ frame: frames.find((each) => each === event.target.value), nG })}>
          <option value="">nothing</option>
          {frames.map((each) => <option key={each} value={each}>{each}</option>)}
        </select>
      </label>
      <button type="button" className="tlb-action" aria-pressed={nG} disabled={frame === undefined} title="nG: not global, for this program's ASID only" aria-label={`nG of ${name}`} onClick={() => write({ frame, nG: !nG })}>nG</button>
      {isReadable && <button type="button" className="button button-small" onClick={() => onAction({ kind: "read", page })}>read<span className="visually-hidden"> {name}</span></button>}
      {stale !== undefined && <span className="tlb-stale">the TLB says {stale}</span>}
    </div>
  );
}
