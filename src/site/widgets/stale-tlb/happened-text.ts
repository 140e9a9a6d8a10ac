/** What happened, as a line of a program and what came of it. */
import { faultText } from "../machine/fault-text";
import { addressText } from "../machine/numbers";
import type { Happened } from "./tlb-actions";

export interface Line {
  readonly code: string;
  readonly says: string;
  /** How it is marked: an access that got something else than the table says; a fault. */
  readonly look: "stale" | "fault" | "plain";
}

export function lineOf(happened: Happened): Line {
  if ("isHit" in happened) return readLine(happened);
  if ("removed" in happened) return tlbiLine(happened);
  const { action } = happened;
  switch (action.kind) {
    case "switch": return { code: "msr  ttbr0_el1, x0", says: `program ${action.asid} runs; the TLB is as it was`, look: "plain" };
    case "replace": return { code: "str  x0, [tables]", says: "a new program's pages are others; the TLB is as it was", look: "plain" };
    case "write": {
      const { asid, page, entry: { frame, nG } } = action;
      const whose = page === "kernel" ? "the kernel's table" : `program ${asid}'s table`;
      return { code: "str  x0, [descriptor]", says: `${whose}: ${page} is ${frame === undefined ? "nothing" : `${frame}${nG ? "" : ", global"}`}`, look: "plain" };
    }
  }
}

function readLine({ action: { page }, isHit, got, isStale }: Extract<Happened, { readonly isHit: boolean }>): Line {
  const code = `ldr  x0, [${page}]`;
  const how = isHit ? "hit" : "miss, walked";
  if (typeof got !== "string") return { code, says: `${how}: ${faultText(got)}`, look: "fault" };
  return { code, says: `${how}: ${got}${isStale ? ", and the table says otherwise" : ""}`, look: isStale ? "stale" : "plain" };
}

function tlbiLine({ action: { form }, Xt, removed }: Extract<Happened, { readonly removed: number }>): Line {
  const operand = form === "VMALLE1" ? "" : `, ${addressText(Xt)}`;
  return { code: `tlbi ${form.toLowerCase()}${operand}`, says: removed === 0 ? "nothing in the TLB is meant" : `${removed === 1 ? "one entry goes" : `${removed} entries go`}`, look: "plain" };
}
