/** What the pattern is: its class, its value to the last digit, and as a significand and a power of two. */
import { useState, type ReactNode } from "react";
import { withCommas } from "../machine/numbers";
import { hexOf } from "../word/word-layout";
import { exactDecimal, type FloatNumber, inPowers, shortDecimal } from "./number-of";

/** More digits than these are folded. */
const digitsAtOnce = 120;

const classes: Readonly<Record<FloatNumber["class"], string>> = {
  "zero": "a zero: exponent and fraction are 0, and only the sign is left",
  "denormal": "a denormal: the exponent is 0, so the leading bit is 0, too",
  "normal": "a normal number: a leading 1 that is not stored, then the fraction",
  "infinity": "an infinity: the exponent is all ones, the fraction 0",
  "quiet NaN": "a quiet NaN: the exponent is all ones, the top bit of the fraction 1",
  "signalling NaN": "a signalling NaN: the exponent is all ones, the top bit of the fraction 0, the rest not",
};

export function FloatFacts({ number }: { readonly number: FloatNumber }): ReactNode {
  const isNumber = number.value !== undefined;
  return (
    <div className="float-facts">
      <p><code className="float-hex">{hexOf(number.bits, number.width)}</code> <b className="float-short">{shortDecimal(number)}</b> <span className="float-class">{classes[number.class]}</span></p>
      {isNumber && <Powers number={number} />}
      {isNumber && <Exact text={exactDecimal(number)} />}
    </div>
  );
}

function Powers({ number }: { readonly number: FloatNumber }): ReactNode {
  const { significand, power } = inPowers(number);
  return <p className="float-powers"><span className="label">in binary</span> <code>{significand}{" \u00d7 2"}<sup>{String(power).replace("-", "\u2212")}</sup></code></p>;
}

function Exact({ text }: { readonly text: string }): ReactNode {
  const [all, showAll] = useState(false);
  const digits = text.replace(/\D/g, "").replace(/^0+/, "").length;
  const isLong = text.length > digitsAtOnce;
  return (
    <p className="float-exact">
      <span className="label">exactly</span> <code>{isLong && !all ? `${text.slice(0, digitsAtOnce)}\u2026` : text}</code>
      {isLong && <button type="button" className="more-digits" aria-pressed={all} onClick={() => showAll(!all)}>{all ? "fewer" : `all ${withCommas(digits)} digits`}</button>}
    </p>
  );
}
