/** The TLB's four places, each beside what the table says by now, and the instructions that empty them. */
import type { ReactNode } from "react";
import { addressText } from "../machine/numbers";
import { type Action, type Kept, pageAddresses, type PageName, type TlbiForm } from "./tlb-actions";
import type { TlbMachine } from "./tlb-machine";

interface Props {
  readonly machine: TlbMachine;
  /** What a TLBI by address means. */
  readonly page: PageName;
  readonly onAction: (...actions: readonly Action[]) => void;
}

export function TlbPlaces({ machine, page, onAction }: Props): ReactNode {
  const { asid } = machine;
  const forms: readonly (readonly [form: TlbiForm, means: string])[] = [
    ["VAE1", `${page}, ASID ${asid}`], ["VAAE1", `${page}, any ASID`], ["ASIDE1", `ASID ${asid}`], ["VMALLE1", "everything"],
  ];
  return (
    <section className="tlb-places" aria-label="The TLB">
      <p className="tlb-head"><b>the TLB</b> <span className="label">four entries</span></p>
      <ol className="tlb-kept">{machine.kept().map((kept, i) => <li key={i} className={lookOf(kept)}>{kept === undefined ? <span className="label">empty</span> : <Place kept={kept} asid={asid} />}</li>)}</ol>
      <div role="group" aria-label="TLBI" className="tlb-forms">
        {forms.map(([form, means]) => (
          <button key={form} type="button" className="button button-small" onClick={() => onAction({ kind: "TLBI", form, page })}>
            <span>TLBI {form}</span><span className="tlb-means">{means}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function Place({ kept: { asid: whose, page, frame, isCurrent, tableSays }, asid }: { readonly kept: Kept; readonly asid: number }): ReactNode {
  return (
    <>
      <span className="tlb-kept-line"><span>{whose === undefined ? "any ASID" : `ASID ${whose}`}</span><span>{page}</span><b>{"\u2192"} {frame}</b></span>
      <code className="label">{addressText(pageAddresses[page])}{!isCurrent && `, not for ASID ${asid}`}</code>
      {tableSays !== undefined && <span className="tlb-stale">stale: the table says {tableSays === frame ? "it is another's" : tableSays}</span>}
    </>
  );
}

function lookOf(kept: Kept | undefined): string {
  if (kept === undefined) return "tlb-place empty";
  return ["tlb-place", ...(kept.tableSays === undefined ? [] : ["stale"]), ...(kept.isCurrent ? [] : ["others"])].join(" ");
}
