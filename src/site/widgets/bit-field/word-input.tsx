/** The line of a figure that takes a word, in hexadecimal or as an instruction, and says where a mistake is. */
import { useId, useState, type ReactNode } from "react";
import { wordOf } from "./word-of";

interface Props {
  readonly onRead: (word: number) => void;
  /** The figure's other controls. */
  readonly children: ReactNode;
}

export function WordInput({ onRead, children }: Props): ReactNode {
  const inputId = useId();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");
  const take = (): void => {
    const answer = wordOf(typed);
    if (typeof answer === "number") {
      onRead(answer);
      setTyped("");
      setFault("");
    } else {
      setFault(answer.fault);
    }
  };
  return (
    <form className="figure-controls" onSubmit={(event) => { event.preventDefault(); take(); }}>
      <label className="visually-hidden" htmlFor={inputId}>A word in hexadecimal, or an instruction</label>
      <input
        id={inputId} className="bit-field-input" value={typed} placeholder="8b020020 or add x0, x1, x2" autoComplete="off" autoCapitalize="off" spellCheck={false}
        aria-describedby={`${inputId}-fault`} aria-invalid={fault !== ""} onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button button-small">Read</button>
      {children}
      <p id={`${inputId}-fault`} className="bit-field-fault" role="status">{fault}</p>
    </form>
  );
}
