/** A line to look for a register with, and what it finds. Enter takes the first. */
import { useState, type ReactNode } from "react";
import type { SystemRegister } from "../../../machine/sysregs/registers";
import { searchRegisters } from "./register-search";

interface Props {
  readonly current: string;
  readonly onChoose: (register: SystemRegister) => void;
}

const mostShown = 12;

export function RegisterSearch({ current, onChoose }: Props): ReactNode {
  const [text, setText] = useState("");
  const { registers, says } = searchRegisters(text);
  const shown = registers.slice(0, mostShown);
  const choose = (register: SystemRegister): void => {
    onChoose(register);
    setText("");
  };
  const count = registers.length > mostShown ? `${mostShown} of ${registers.length}` : registers.length === 1 ? "1 register" : `${registers.length} registers`;
  return (
    <form
      className="register-search" role="search" aria-label="System registers"
      onSubmit={(event) => {
        event.preventDefault();
        if (shown[0] !== undefined) choose(shown[0]);
      }}
    >
      <label className="register-search-line">
        <span className="label">find</span>
        <input
          className="bit-field-input" type="search" value={text} placeholder="TCR, translation, S3_0_C1_C0_0, d5381000" autoComplete="off" autoCapitalize="off" spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className="label" role="status">{text.trim() === "" ? "" : says || count}</span>
      {shown.length > 0 && (
        <ul className="register-found">
          {shown.map((register) => (
            <li key={register.name}>
              <button type="button" className="register-hit" aria-current={register.name === current ? "true" : undefined} onClick={() => choose(register)}>
                <b>{register.name}</b> <span>{register.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
