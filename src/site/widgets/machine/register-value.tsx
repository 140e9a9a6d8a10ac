/** A register's value, which a press turns into a line to type another into. Enter takes it, Escape does not. */
import { useState, type ReactNode } from "react";
import { parseNumber } from "./numbers";

interface Props {
  readonly name: string;
  readonly bits: number;
  readonly value: bigint;
  readonly onChange: (value: bigint) => void;
}

export function RegisterValue({ name, bits, value, onChange }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const shown = `0x${value.toString(16)}`;
  if (typed === undefined) {
    return (
      <button type="button" className="register-value" aria-label={`${name} is ${shown}: change it`} onClick={() => setTyped(shown)}>
        <span className="register-prefix">0x</span>{value.toString(16)}
      </button>
    );
  }
  const read = parseNumber(typed, bits);
  const take = (): void => {
    if (read !== undefined && read !== value) onChange(read);
    setTyped(undefined);
  };
  return (
    <input
      className="register-input" aria-label={`A new value of ${name}`} aria-invalid={read === undefined} autoFocus value={typed} autoComplete="off" spellCheck={false}
      onFocus={(event) => event.currentTarget.select()} onChange={(event) => setTyped(event.target.value)} onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter" && read !== undefined) take();
        if (event.key === "Escape") setTyped(undefined);
      }}
    />
  );
}
