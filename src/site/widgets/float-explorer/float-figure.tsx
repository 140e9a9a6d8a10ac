/** The pattern as boxes, the number it is, its neighbours on the number line, and how a decimal gets to one of them. */
import { useRef, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { FORMATS, type FpWidth } from "../../../machine/cpu/floating-point/format";
import { FPSR } from "../../../machine/cpu/floating-point/context";
import { fpRound } from "../../../machine/cpu/floating-point/round";
import { useLitFields } from "../word/lit-field";
import { useSettled } from "../word/settled";
import { parseHex } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { hexOf, type WordField } from "../word/word-layout";
import { FloatFacts } from "./float-facts";
import { NumberLine } from "./number-line";
import { type FloatNumber, neighbour, numberOf, shortDecimal } from "./number-of";
import { parseDecimal } from "./rounding";
import { RoundingTable } from "./rounding-table";

interface State {
  readonly width: FpWidth;
  readonly bits: bigint;
}

const widths = [16, 32, 64] as const;

export function FloatFigure({ start, startWidth }: { readonly start: string; readonly startWidth: string }): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const [initial] = useState((): State => startState(start, startWidth));
  const [state, setState] = useState(initial);
  const [typed, setTyped] = useState("0.1");
  const [lit, light] = useLitFields(figure);
  const { width, bits } = state;
  const number = numberOf(width, bits);
  const said = useSettled(`${hexOf(bits, width)}: ${number.class}, ${shortDecimal(number)}`);
  const show = (next: bigint): void => setState({ width, bits: next });
  const step = (by: bigint): ReactNode => {
    const next = neighbour(width, bits, by);
    return <button type="button" className="button button-small" disabled={next === undefined} onClick={() => show(next!)}>{by < 0n ? "one down" : "one up"}</button>;
  };

  return (
    <figure ref={figure} className="figure figure-wide float-explorer" data-fields="sign exponent fraction">
      <figcaption className="figure-try">Click a bit. Go one pattern up or down, past infinity if you can. Type a decimal number below and see where each way of rounding takes it.</figcaption>
      <div className="figure-controls float-controls">
        <span role="group" aria-label="Format" className="choice">
          {widths.map((each) => <button key={each} type="button" className="button button-small" aria-pressed={each === width} onClick={() => setState(inWidth(number, each))}>{each}</button>)}
          <span className="label">bits</span>
        </span>
        {step(-1n)}{step(1n)}
        <span role="group" aria-label="Landmarks" className="choice float-landmarks">
          {landmarks(width).map(([name, at]) => <button key={name} type="button" className="button button-small" aria-pressed={at === bits} onClick={() => show(at)}>{name}</button>)}
        </span>
        <button type="button" className="button button-small" disabled={state === initial && typed === "0.1"} onClick={() => { setState(initial); setTyped("0.1"); }}>Reset</button>
      </div>
      <WordBoxes width={width} value={bits} fields={fieldsOf(number)} label={`The pattern ${hexOf(bits, width)}, ${width} bits`} lit={lit} onPoint={light} onChange={show} />
      <FloatFacts number={number} />
      <NumberLine number={number} marked={parseDecimal(typed)} onChoose={show} />
      <RoundingTable width={width} typed={typed} onType={setTyped} onChoose={show} bits={bits} />
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

function startState(start: string, startWidth: string): State {
  const width = widths.find((each) => String(each) === startWidth) ?? bug(`<FloatExplorer>: no format has ${startWidth} bits`);
  return { width, bits: parseHex(start, width) ?? bug(`<FloatExplorer>: ${start} is no pattern of ${width} bits`) };
}

function fieldsOf({ width, exponentField, negative }: FloatNumber): readonly WordField[] {
  const { E, F, minimumExponent } = FORMATS[width];
  const power = Math.max(exponentField, 1) - 1 + minimumExponent;
  const exponentNote = exponentField === 2 ** E - 1 ? `${exponentField}: no number` : `${exponentField}: \u00d7 2^${power}`;
  return [
    { name: "sign", shift: width - 1, width: 1, role: "condition", label: width === 64 ? "" : "s", note: negative ? "\u2212" : "+" },
    { name: "exponent", shift: F, width: E, role: "opcode", note: exponentNote },
    { name: "fraction", shift: 0, width: F, role: "immediate" },
  ];
}

/** Places worth seeing, by name. */
function landmarks(width: FpWidth): readonly (readonly [string, bigint])[] {
  const { F, infinity, quietBit, minimumExponent } = FORMATS[width];
  return [
    ["smallest", 1n], ["smallest normal", 1n << BigInt(F)], ["one", BigInt(1 - minimumExponent) << BigInt(F)],
    ["largest", infinity - 1n], ["infinity", infinity], ["NaN", infinity | quietBit], ["signalling NaN", infinity | 1n],
  ];
}

/** The nearest number of the other format; a NaN keeps the top of its fraction, as FCVT does it. */
function inWidth(number: FloatNumber, width: FpWidth): State {
  const { F, infinity, signBit, quietBit } = FORMATS[width];
  const sign = number.negative ? signBit : 0n;
  if (number.class === "infinity") return { width, bits: sign | infinity };
  if (number.value === undefined) {
    const shift = F - FORMATS[number.width].F;
    const payload = shift >= 0 ? number.fraction << BigInt(shift) : number.fraction >> BigInt(-shift);
    return { width, bits: sign | infinity | quietBit | payload };
  }
  if (number.value.significand === 0n) return { width, bits: sign };
  return { width, bits: fpRound({ fpcr: 0, fpsr: FPSR.IXC }, width, number.value) };
}
