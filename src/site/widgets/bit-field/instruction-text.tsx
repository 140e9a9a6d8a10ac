/** The disassembly, each operand in the colour of the field that decides it; pointing at either lights both. */
import type { ReactNode } from "react";
import type { Reading } from "./reading";

interface Props {
  readonly reading: Reading;
  readonly lit: ReadonlySet<string>;
  readonly onPoint: (names: readonly string[]) => void;
}

export function InstructionText({ reading, lit, onPoint }: Props): ReactNode {
  if (reading.text.length === 0) {
    return <span className="instruction-text instruction-none">{reading.state === "SVE" || reading.state === "SME" ? `an ${reading.state} instruction` : reading.state}</span>;
  }
  return (
    <code className="instruction-text">
      {reading.text.map(({ text, fields, role }, index) => {
        if (!role) return text;
        const isLit = fields.length > 0 && fields.some((name) => lit.has(name));
        return (
          <span
            key={index} className={`operand role-${role}${isLit ? " lit" : ""}`}
            onMouseEnter={() => onPoint(fields)} onMouseLeave={() => onPoint([])}
          >
            {text}
          </span>
        );
      })}
    </code>
  );
}
