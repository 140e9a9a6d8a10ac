/** A number to type, in hexadecimal or decimal, with a sign or none. What is no number changes nothing, and is marked. */
import { useState, type ReactNode } from "react";
import { parseNumber } from "./numbers";

interface Props {
  readonly label: string;
  readonly bits: number;
  readonly value: bigint;
  readonly onChange: (value: bigint) => void;
}

export function NumberField({ label, bits, value, onChange }: Props): ReactNode {
  /** What is being typed stands as it was typed, as long as it is the number. */
  const [typed, setTyped] = useState<string>();
  const shown = typed !== undefined && (parseNumber(typed, bits) ?? value) === value ? typed : `0x${value.toString(16)}`;
  return (
    <label className="number-field">
      <span className="label">{label}</span>
      <input
        className="bit-field-input" value={shown} autoComplete="off" autoCapitalize="off" spellCheck={false} aria-invalid={parseNumber(shown, bits) === undefined}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => {
          setTyped(event.target.value);
          const read = parseNumber(event.target.value, bits);
          if (read !== undefined) onChange(read);
        }}
      />
    </label>
  );
}
