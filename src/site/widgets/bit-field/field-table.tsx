/** Each field, from the left: its bits, its value, and what of the text it decides. */
import type { ReactNode } from "react";
import { valueOf } from "../word/word-layout";
import { roleNames } from "../word/role";
import type { Reading } from "./reading";

interface Props {
  readonly reading: Reading;
  readonly lit: ReadonlySet<string>;
  readonly onPoint: (names: readonly string[]) => void;
}

export function FieldTable({ reading, lit, onPoint }: Props): ReactNode {
  if (reading.fields.length === 0) return null;
  const word = BigInt(reading.word);
  return (
    <div className="table-scroll">
      <table className="field-table">
        <thead><tr><th>field</th><th>bits</th><th>binary</th><th>decimal</th><th>what it is</th><th>in the text</th></tr></thead>
        <tbody>
          {reading.fields.map((field) => {
            const { name, shift, width, role } = field;
            const value = valueOf(word, field);
            const decides = reading.text.filter(({ fields }) => fields.includes(name)).map(({ text }) => text);
            return (
              <tr key={name} className={`role-${role}${lit.has(name) ? " lit" : ""}`} onMouseEnter={() => onPoint([name])} onMouseLeave={() => onPoint([])}>
                <td className="field-table-name">{name}</td>
                <td>{width === 1 ? shift : `${shift + width - 1}:${shift}`}</td>
                <td>{value.toString(2).padStart(width, "0")}</td>
                <td>{String(value)}</td>
                <td className="field-table-role">{roleNames[role]}</td>
                <td>{decides.join("  ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
