/** ESR_EL1 as a row of boxes, each field with what it says, and FAR_EL1: what a handler is told of an exception. */
import { useState, type ReactNode } from "react";
import type { VirtAddr } from "../../../base/word";
import { type ExplainedField, explainSyndrome } from "../../../formats/syndromes/syndrome";
import type { Role } from "../word/role";
import { WordBoxes } from "../word/word-boxes";
import { hexOf, type WordField } from "../word/word-layout";
import "./machine.css";

interface Props {
  readonly esr: bigint;
  /** undefined: the exception says nothing about an address. */
  readonly far: VirtAddr | undefined;
}

export function SyndromeBoxes({ esr, far }: Props): ReactNode {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const explained = explainSyndrome(esr);
  const fields = explained.map(fieldOf);
  return (
    <div className="syndrome">
      <p className="syndrome-head"><span className="label">ESR_EL1</span> <code>{hexOf(esr, 32)}</code>{far !== undefined && <> <span className="label">FAR_EL1</span> <code>{hexOf(far, 64)}</code></>}</p>
      <WordBoxes width={32} value={esr} fields={fields} label={`ESR_EL1, ${hexOf(esr, 32)}`} lit={lit} onPoint={(names) => setLit(new Set(names))} />
      <dl className="syndrome-fields">
        {explained.filter(isTelling).map((field) => (
          <div key={field.name} className={`role-${roleOf(field)}${lit.has(field.name) ? " lit" : ""}`} onMouseEnter={() => setLit(new Set([field.name]))} onMouseLeave={() => setLit(new Set())}>
            <dt title={field.purpose}>{field.name}</dt>
            <dd><code>{digitsOf(field)}</code> {field.meaning || field.purpose}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The class, what is set, and what is about the access: a 0 in the others says nothing. */
const isTelling = ({ name, value }: ExplainedField): boolean => value !== 0 || /^(EC|WnR|.FSC|TI|Direction|imm16|Comment)$/.test(name);

function roleOf(field: ExplainedField): Role {
  const { name } = field;
  if (name === "EC") return "opcode";
  if (name === "IL" || !isTelling(field)) return "fixed";
  return /^(.FSC|imm16|Comment)$/.test(name) ? "immediate" : "condition";
}

const fieldOf = (field: ExplainedField): WordField =>
  ({ name: field.name, label: field.name === "S1PTW" ? "PTW" : field.name, shift: field.low, width: field.high - field.low + 1, role: roleOf(field), note: digitsOf(field) });

const digitsOf = ({ high, low, value }: ExplainedField): string => (high - low > 7 ? `0x${value.toString(16)}` : value.toString(2).padStart(high - low + 1, "0"));
