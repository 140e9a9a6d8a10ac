/** Two numbers, their sum, what is kept of it in four flags, and what can be asked of those. */
import { useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { FlagBoxes } from "../machine/flag-boxes";
import { NumberField } from "../machine/number-field";
import { parseNumber } from "../machine/numbers";
import { useSettled } from "../word/settled";
import { hexOf } from "../word/word-layout";
import { conditionsOf } from "./conditions";
import { readingOf, reasonsOf, sumOf, type SumRows, type SumWidth } from "./sum";
import { SumBoxes } from "./sum-boxes";

interface Props {
  readonly startX: string;
  readonly startY: string;
  readonly startSubtracts: boolean;
}

interface State {
  readonly width: SumWidth;
  readonly x: bigint;
  readonly y: bigint;
  readonly subtracts: boolean;
}

const widths = [8, 32, 64] as const;

export function SumFigure({ startX, startY, startSubtracts }: Props): ReactNode {
  const [start] = useState((): State => ({ width: 64, x: mustBeNumber(startX), y: mustBeNumber(startY), subtracts: startSubtracts }));
  const [state, setState] = useState(start);
  const { width, x, y, subtracts } = state;
  const sum = sumOf(width, x, y, subtracts);
  const said = useSettled(`${hexOf(sum.value, width)}, ${["N", "Z", "C", "V"].filter((_, i) => (sum.nzcv & (8 >> i)) !== 0).join(" ") || "no flags"}`);
  const flip = (row: "x" | "y", bit: number): void => setState({ ...state, [row]: state[row] ^ (1n << BigInt(bit)) });

  return (
    <figure className="figure figure-wide add-with-carry">
      <figcaption className="figure-try">Click a bit of x or y, or type numbers. Add 1 to the largest; subtract 5 from 3; find two numbers where mi and lt disagree.</figcaption>
      <div className="figure-controls sum-controls">
        <span role="group" aria-label="Operation" className="choice">
          <button type="button" className="button button-small" aria-pressed={!subtracts} onClick={() => setState({ ...state, subtracts: false })}>x + y</button>
          <button type="button" className="button button-small" aria-pressed={subtracts} onClick={() => setState({ ...state, subtracts: true })}>{"x \u2212 y"}</button>
        </span>
        <NumberField label="x" bits={width} value={x} onChange={(next) => setState({ ...state, x: next })} />
        <NumberField label="y" bits={width} value={y} onChange={(next) => setState({ ...state, y: next })} />
        <span role="group" aria-label="Bits" className="choice">
          {widths.map((each) => <button key={each} type="button" className="button button-small" aria-pressed={each === width} onClick={() => setState(inWidth(state, each))}>{each}</button>)}
          <span className="label">bits</span>
        </span>
        <button type="button" className="button button-small" disabled={state === start} onClick={() => setState(start)}>Reset</button>
      </div>
      <SumBoxes sum={sum} subtracts={subtracts} onFlip={flip} />
      {subtracts && <p className="label sum-note">{"x \u2212 y is x + ~y + 1: the 1 is the carry into column 0."}</p>}
      <div className="sum-facts">
        <Readings sum={sum} y={y} subtracts={subtracts} />
        <FlagReasons sum={sum} y={y} subtracts={subtracts} />
      </div>
      <Conditions nzcv={sum.nzcv} subtracts={subtracts} />
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

interface FactsProps {
  readonly sum: SumRows;
  readonly y: bigint;
  readonly subtracts: boolean;
}

function Readings({ sum, y, subtracts }: FactsProps): ReactNode {
  return (
    <dl className="sum-readings">
      {(["unsigned", "signed"] as const).map((kind) => {
        const { sum: text, value, isRight } = readingOf(kind, sum, y, subtracts);
        return (
          <div key={kind} className={isRight ? "sum-reading" : "sum-reading wrong"}>
            <dt className="label">{kind}</dt>
            <dd><span>{text}</span><span>{isRight ? "and so it reads" : <>but it reads <b>{value}</b></>}</span></dd>
          </div>
        );
      })}
    </dl>
  );
}

function FlagReasons({ sum, y, subtracts }: FactsProps): ReactNode {
  const reasons = reasonsOf(sum, y, subtracts);
  return (
    <div className="flag-reasons">
      <FlagBoxes nzcv={sum.nzcv} />
      <dl>
        {["N", "Z", "C", "V"].map((flag, i) => <div key={flag} className={(sum.nzcv & (8 >> i)) !== 0 ? "set" : ""}><dt>{flag}</dt><dd>{reasons[i]}</dd></div>)}
      </dl>
    </div>
  );
}

/** Each question with its inverse: one of every pair is lit, but for the last. */
function Conditions({ nzcv, subtracts }: { readonly nzcv: number; readonly subtracts: boolean }): ReactNode {
  return (
    <ul className="conditions role-condition" aria-label="The sixteen conditions">
      {conditionsOf(nzcv, subtracts).map(({ name, meaning, holds }) => (
        <li key={name} className={holds ? "holds" : ""}>
          <b>{name}</b><span>{meaning}</span><span className="visually-hidden">{holds ? ": yes" : ": no"}</span>
        </li>
      ))}
    </ul>
  );
}

/** In fewer bits, a number keeps its low ones; in more, its sign. */
function inWidth(state: State, width: SumWidth): State {
  const fit = (value: bigint): bigint => BigInt.asUintN(width, BigInt.asIntN(state.width, value));
  return { ...state, width, x: fit(state.x), y: fit(state.y) };
}

function mustBeNumber(text: string): bigint {
  return parseNumber(text, 64) ?? bug(`<AddWithCarry>: "${text}" is no number of 64 bits`);
}
