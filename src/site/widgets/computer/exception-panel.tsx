/** What the last exception to EL1 left in its four registers. */
import type { ReactNode } from "react";
import { savedText } from "../exception-timeline/run-text";
import { addressText } from "../machine/numbers";
import { SyndromeBoxes } from "../machine/syndrome-boxes";
import { CpuPicker } from "./cpu-picker";
import type { View } from "./view";

interface Props {
  readonly view: View;
  readonly cpu: number;
  readonly onCpu: (cpu: number) => void;
}

export function ExceptionPanel({ view: { cpu: { exception }, activities }, cpu, onCpu }: Props): ReactNode {
  const { ESR_EL1, FAR_EL1, ELR_EL1, SPSR_EL1 } = exception;
  const isNone = Object.values(exception).every((value) => value === 0n);
  return (
    <section aria-label="Last exception">
      <CpuPicker activities={activities} chosen={cpu} onChoose={onCpu} />
      {isNone ? <p className="label">This CPU has not taken one.</p> : (
        <>
          {ESR_EL1 === 0n ? <p className="label">ESR_EL1 is 0: interrupts only, so far.</p> : <SyndromeBoxes esr={ESR_EL1} far={FAR_EL1} />}
          <dl className="machine-rows">
            <div><dt>ELR_EL1</dt><dd><code>{addressText(ELR_EL1)}</code> where it was</dd></div>
            <div><dt>SPSR_EL1</dt><dd><code>{addressText(SPSR_EL1)}</code> {savedText(SPSR_EL1)}</dd></div>
          </dl>
          <p className="machine-note">An interrupt leaves ESR_EL1 and FAR_EL1 as they were; a return changes none of the four.</p>
        </>
      )}
    </section>
  );
}
