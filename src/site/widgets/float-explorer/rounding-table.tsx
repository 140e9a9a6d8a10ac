/** A decimal number, and the pattern that each of the four rounding modes makes of it, with the flags it sets. */
import type { ReactNode } from "react";
import type { FpWidth } from "../../../machine/cpu/floating-point/format";
import { hexOf } from "../word/word-layout";
import { exactDecimal, numberOf } from "./number-of";
import { parseDecimal, roundedAll, roundingNames } from "./rounding";

interface Props {
  readonly width: FpWidth;
  /** What the figure shows now. */
  readonly bits: bigint;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (bits: bigint) => void;
}

export function RoundingTable({ width, bits, typed, onType, onChoose }: Props): ReactNode {
  const decimal = parseDecimal(typed);
  return (
    <section className="rounding" aria-label="Rounding">
      <label className="number-field">
        <span className="label">round</span>
        <input className="bit-field-input" value={typed} placeholder="0.1, 1e-310, 1/3" autoComplete="off" spellCheck={false} aria-invalid={decimal === undefined} onChange={(event) => onType(event.target.value)} />
      </label>
      {decimal === undefined
        ? <p className="label" role="status">A decimal number, as 0.1 or 1e-310, or a fraction, as 1/3.</p>
        : (
          <div className="table-scroll" tabIndex={0} role="region" aria-label="What each mode makes of it">
            <table>
              <thead><tr><th>FPCR.RMode</th><th>pattern</th><th>which is</th><th>flags</th></tr></thead>
              <tbody>
                {roundedAll(width, decimal).map(({ rounding, bits: rounded, flags }) => (
                  <tr key={rounding} className={rounded === bits ? "here" : undefined}>
                    <td>{roundingNames[rounding]}</td>
                    <td><button type="button" className="rounding-pattern" onClick={() => onChoose(rounded)}>{hexOf(rounded, width)}</button></td>
                    <td className="rounding-value">{shortened(exactDecimal(numberOf(width, rounded)))}</td>
                    <td>{flags.join(" ") || "none"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
    </section>
  );
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 28)}\u2026` : text);
