/**
 * The number line around a number: its neighbours, at their true distances. Zoomed out, a tick is every 2^n-th
 * pattern, and the line shows how they thin out.
 */
import { useState, type ReactNode } from "react";
import { FORMATS } from "../../../machine/cpu/floating-point/format";
import type { Real } from "../../../machine/cpu/floating-point/real";
import { type FloatNumber, neighbour, numberOf, shortDecimal } from "./number-of";
import type { Decimal } from "./rounding";

interface Props {
  readonly number: FloatNumber;
  /** A number to mark that need not be a pattern's. */
  readonly marked: Decimal | undefined;
  readonly onChoose: (bits: bigint) => void;
}

const ticksEachSide = 6;
const edge = 40;
/** The picture's units. */
const wide = 1000;
const high = 104;
const axis = 50;

export function NumberLine({ number, marked, onChoose }: Props): ReactNode {
  const [zoom, setZoom] = useState(0);
  const { width, bits } = number;
  const most = FORMATS[width].F;
  const ticks = ticksOf(number, Math.min(zoom, most));
  if (ticks.length === 0) return <p className="float-no-line label">A NaN is nowhere on the number line.</p>;
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const at = (fraction: number): number => edge + (wide - 2 * edge) * fraction;
  const place = (value: Real): number => at(fractionOf(value, first.value, last.value));
  const mark = marked === undefined ? undefined : markedFraction(marked, first.value, last.value);
  return (
    <div className="number-line">
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`The number line around ${shortDecimal(number)}: ${ticks.length} patterns`}>
        <path className="line-axis" d={`M0 ${axis}H${wide}`} />
        {ticks.map((tick, i) => {
          const x = place(tick.value);
          const isHere = tick.bits === bits;
          return (
            <g key={String(tick.bits)} className={isHere ? "line-tick here" : "line-tick"} onClick={() => onChoose(tick.bits)}>
              <rect className="line-target" x={x - 14} y="0" width="28" height={high} />
              <path d={`M${x} ${isHere ? 26 : 36}V${isHere ? 74 : 64}`} />
              {(isHere || i === 0 || i === ticks.length - 1) && (
                <text x={i === 0 && !isHere ? 0 : i === ticks.length - 1 && !isHere ? wide : x} y={isHere ? 18 : 96} textAnchor={isHere ? anchorOf(x) : i === 0 ? "start" : "end"}>{shortDecimal(tick)}</text>
              )}
            </g>
          );
        })}
        {mark !== undefined && mark >= 0 && mark <= 1 && <path className="line-mark" d={`M${at(mark)} ${axis}l-9 16h18z`}><title>the number that is rounded below</title></path>}
      </svg>
      <label className="line-zoom">
        <span className="label">a tick every</span>
        <input type="range" min={0} max={most} value={Math.min(zoom, most)} aria-valuetext={stepText(zoom)} onChange={(event) => setZoom(Number(event.target.value))} />
        <output className="label">{stepText(Math.min(zoom, most))}</output>
      </label>
    </div>
  );
}

type Tick = FloatNumber & { readonly value: Real };

function ticksOf({ width, bits }: FloatNumber, zoom: number): readonly Tick[] {
  const step = 1n << BigInt(zoom);
  return Array.from({ length: 2 * ticksEachSide + 1 }, (_, i) => neighbour(width, bits, BigInt(i - ticksEachSide) * step))
    .flatMap((at) => (at === undefined ? [] : [numberOf(width, at)]))
    .filter((number): number is Tick => number.value !== undefined);
}

/** How far `value` lies on the way from `first` to `last`. */
function fractionOf(value: Real, first: Real, last: Real): number {
  const exponent = Math.min(value.exponent, first.exponent, last.exponent);
  const [at, from, to] = [value, first, last].map((real) => real.significand << BigInt(real.exponent - exponent)) as [bigint, bigint, bigint];
  return to === from ? 0.5 : Number(((at - from) * 1_000_000n) / (to - from)) / 1_000_000;
}

/** The same for any fraction; undefined where the line is a point. */
function markedFraction({ negative, numerator, denominator }: Decimal, first: Real, last: Real): number | undefined {
  const exponent = Math.min(0, first.exponent, last.exponent);
  const [from, to] = [first, last].map((real) => real.significand << BigInt(real.exponent - exponent)) as [bigint, bigint];
  const value = (negative ? -numerator : numerator) << BigInt(-exponent);
  return to === from ? undefined : Number(((value - from * denominator) * 1_000_000n) / ((to - from) * denominator)) / 1_000_000;
}

const anchorOf = (x: number): "start" | "middle" | "end" => (x < 150 ? "start" : x > wide - 150 ? "end" : "middle");

const stepText = (zoom: number): string => (zoom === 0 ? "pattern" : zoom < 10 ? `${2 ** zoom} patterns` : `2^${zoom} patterns`);
