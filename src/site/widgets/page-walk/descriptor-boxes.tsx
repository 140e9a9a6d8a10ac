/** The open descriptor: every bit a box to flip, what each field says, and the buttons for what one changes most. */
import { useState, type ReactNode } from "react";
import type { Regime, VaRange } from "../../../machine/mmu/regime";
import type { WalkStep } from "../../../machine/mmu/walk";
import { addressText } from "../machine/numbers";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { levelRoles } from "./address-fields";
import { descriptorFacts } from "./descriptor-fields";

interface Props {
  readonly step: WalkStep;
  readonly bits: bigint;
  readonly range: VaRange;
  readonly regime: Regime;
  /** As the preset has it. */
  readonly initial: bigint;
  readonly onChange: (bits: bigint) => void;
}

/** Bit 0: whether the descriptor says anything at all. */
const valid = 1n;

export function DescriptorBoxes({ step, bits, range, regime, initial, onChange }: Props): ReactNode {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const facts = descriptorFacts(step, range.granule, regime);
  const name = `The entry 0x${step.index.toString(16)} of level ${step.level}`;
  return (
    <section className="walk-descriptor" aria-label={name}>
      <p className={`walk-descriptor-head role-${levelRoles[step.level]!}`}>
        <b>{name}</b><span className="label">at {addressText(step.address)}</span><code>{hexOf(bits, 64)}</code>
        <button type="button" className="button button-small" aria-pressed={(bits & valid) !== 0n} onClick={() => onChange(bits ^ valid)}>valid</button>
        <button type="button" className="button button-small" disabled={bits === initial} onClick={() => onChange(initial)}>as it was</button>
      </p>
      <WordBoxes width={64} value={bits} fields={facts.map(({ field }) => field)} label={`${name}, ${hexOf(bits, 64)}`} lit={lit} onPoint={(names) => setLit(new Set(names))} onChange={onChange} />
      <dl className="walk-facts">
        {facts.map(({ field, value, says }) => (
          <div key={field.name} className={`role-${field.role}${lit.has(field.name) ? " lit" : ""}`} onMouseEnter={() => setLit(new Set([field.name]))} onMouseLeave={() => setLit(new Set())}>
            <dt>{field.name}</dt><dd><code>{value}</code> {says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
