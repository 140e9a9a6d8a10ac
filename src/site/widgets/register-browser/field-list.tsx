/** The fields of a register, one a line: its bits, its name, what it holds, what that means. One of them is open, with all it could hold. */
import type { ReactNode } from "react";
import { NumberField } from "../machine/number-field";
import { bitsText, digitsOf, type FieldFact } from "./register-facts";

interface Props {
  readonly facts: readonly FieldFact[];
  /** The name of the open one's boxes. */
  readonly open: string | undefined;
  readonly lit: ReadonlySet<string>;
  readonly onOpen: (name: string | undefined) => void;
  readonly onPoint: (names: readonly string[]) => void;
  readonly onSet: (fact: FieldFact, value: bigint) => void;
}

export function FieldList({ facts, open, lit, onOpen, onPoint, onSet }: Props): ReactNode {
  return (
    <>
      <ul className="register-fields">
        {facts.filter(({ isReserved }) => !isReserved).map((fact) => {
          const { field: { name, role } } = fact;
          const isOpen = name === open;
          return (
            <li key={name} className={`register-field role-${role}${isOpen ? " open" : ""}${lit.has(name) ? " lit" : ""}`} onMouseEnter={() => onPoint([name])} onMouseLeave={() => onPoint([])}>
              <button type="button" className="register-field-line" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? undefined : name)}>
                <span className="register-field-bits">{bitsText(fact)}</span>
                <b className="register-field-name">{name}</b>
                <code>{fact.digits}</code>
                <span className="register-field-says">{fact.purpose}{fact.says !== "" && <>: <em>{fact.says}</em></>}</span>
              </button>
              {isOpen && <OpenField fact={fact} onSet={(value) => onSet(fact, value)} />}
            </li>
          );
        })}
      </ul>
      <Reserved facts={facts} />
    </>
  );
}

/** The bits that mean nothing on this machine: one line, and behind it what those that are 1 were for. */
function Reserved({ facts }: Pick<Props, "facts">): ReactNode {
  const ones = facts.filter(({ name }) => name === "RES1");
  const zeros = facts.filter(({ name }) => name === "RES0");
  const zerosText = zeros.length > 0 && <>RES0, always 0: {zeros.map(bitsText).join(", ")}</>;
  if (ones.length === 0) return zeros.length > 0 && <p className="register-zeros label">{zerosText}</p>;
  return (
    <details className="register-reserved">
      <summary>RES1, always 1: {ones.map(bitsText).join(", ")}{zeros.length > 0 && <><br />{zerosText}</>}</summary>
      <ul>
        {ones.map((fact) => <li key={fact.low}><span className="register-field-bits">{bitsText(fact)}</span> {fact.purpose}</li>)}
      </ul>
    </details>
  );
}

function OpenField({ fact, onSet }: { readonly fact: FieldFact; readonly onSet: (value: bigint) => void }): ReactNode {
  const { name, choices, value, high, low, isKept } = fact;
  const width = high - low + 1;
  return (
    <div className="register-open">
      {choices.length > 0 && (
        <ul className="register-choices" aria-label={`Values of ${name}`}>
          {choices.map((choice) => (
            <li key={String(choice.value)}>
              <button type="button" className="register-choice" aria-pressed={choice.value === value} onClick={() => onSet(choice.value)}>
                <code>{digitsOf(choice.value, width)}</code> <span>{choice.says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {width > 1 && <NumberField label={choices.length > 0 ? "or" : name} bits={width} value={value} onChange={onSet} />}
      {isKept && <p className="label">The machine says it: writing does not change it.</p>}
    </div>
  );
}
