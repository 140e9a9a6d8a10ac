/** What the processor of the front page's machine is at: its level, what comes next, and its last exception. */
import type { ReactNode } from "react";
import { explainSyndrome } from "../../../formats/syndromes/syndrome";
import type { View } from "../computer/view";
import { addressText } from "../machine/numbers";

const none = "…";

export function FrontActivity({ view }: { readonly view: View | undefined }): ReactNode {
  const cpu = view?.cpu;
  return (
    <dl className="machine-activity">
      <div><dt>level</dt><dd>{cpu === undefined ? none : <span className={`cpu-level role-el${cpu.level}`}>EL{cpu.level}</span>}</dd></div>
      <div><dt>PC</dt><dd><code>{cpu === undefined ? none : addressText(cpu.pc)}</code></dd></div>
      <div><dt>next</dt><dd><code>{cpu?.next ?? none}</code></dd></div>
      <div><dt>last exception</dt><dd>{cpu === undefined ? none : exceptionText(cpu.exception)}</dd></div>
    </dl>
  );
}

/** An interrupt leaves no syndrome. */
function exceptionText({ ESR_EL1, ELR_EL1 }: View["cpu"]["exception"]): string {
  if (ELR_EL1 === 0n) return "none yet";
  const what = ESR_EL1 === 0n ? "an interrupt" : explainSyndrome(ESR_EL1).find(({ name }) => name === "EC")?.meaning ?? "";
  return `${what}, at ${addressText(ELR_EL1)}`;
}
