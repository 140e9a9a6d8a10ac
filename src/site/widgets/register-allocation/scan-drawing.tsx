/**
 * Instructions downwards; beside them a column for each register, and one for each interval in the frame. A bar is where
 * an interval is alive, thin where it has a hole. The line is where the scan stands; hatched is what a call takes.
 */
import type { ReactNode } from "react";
import type { AliveInterval, ScanRound } from "./allocation-data";
import { instructionOf, type ScanState, whereText } from "./scan-state";

interface Props {
  readonly functionName: string;
  readonly registers: readonly number[];
  readonly round: ScanRound;
  readonly state: ScanState;
}

/** The picture's units; half an instruction is `half` high. */
const half = 11;
const head = 30;
const codeAt = 62;
const letterWide = 7.9;
const columnWide = 40;
const frameWide = 30;
/** Of the registers that a call loses, the last. */
const lastLost = 15;

export function ScanDrawing({ functionName, registers, round, state }: Props): ReactNode {
  const { code, intervals, calls, steps } = round;
  const moves = steps.flat();
  const spilled = intervals.flatMap((_, i) => (moves.some(([each, where]) => each === i && typeof where !== "number") ? [i] : []));
  const frameText = moves.some(([, where]) => where === "anew") ? "frame, or anew" : "frame";
  const columnsAt = codeAt + Math.ceil(Math.max(...code.map(({ text }) => text.length)) * letterWide) + 14;
  const wide = columnsAt + registers.length * columnWide + Math.max(frameText.length * letterWide + 12, spilled.length * frameWide + 8);
  const high = head + code.length * 2 * half + 8;
  const frameAt = columnsAt + registers.length * columnWide + 6;
  const lost = registers.filter((register) => register <= lastLost).length * columnWide;
  const columnOf = (interval: number): { readonly x: number; readonly wide: number } => {
    const where = state.where[interval]!;
    if (typeof where !== "number") return { x: frameAt + spilled.indexOf(interval) * frameWide, wide: frameWide };
    return { x: columnsAt + registers.indexOf(where) * columnWide, wide: columnWide };
  };
  const scansAt = state.current === undefined ? undefined : intervals[state.current]!.ranges[0]!.from;
  return (
    <svg className="scan-drawing" viewBox={`0 0 ${wide} ${high}`} style={{ minWidth: `${wide / 19}rem`, maxWidth: `${wide / 15}rem` }} role="img" aria-label={describe(functionName, round, state)}>
      <defs>
        <pattern id="scan-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" /></pattern>
      </defs>
      {scansAt !== undefined && <rect className="scan-here" x={codeAt - 6} y={yOf(2 * instructionOf(scansAt))} width={columnsAt - codeAt} height={2 * half} />}
      {code.map(({ block, text }, i) => (
        <g key={i}>
          {block !== undefined && i > 0 && <path className="scan-rule" d={`M0 ${yOf(2 * i)}H${wide}`} />}
          <text className="scan-number" x="22" y={yOf(2 * i) + 15}>{i}</text>
          {block !== undefined && <text className="scan-block" x="28" y={yOf(2 * i) + 15}>{block}</text>}
          <text className="scan-code" x={codeAt} y={yOf(2 * i) + 15}>{text}</text>
        </g>
      ))}
      {registers.map((register, i) => (
        <g key={register}>
          <path className="scan-rule" d={`M${columnsAt + i * columnWide} ${head - 4}V${high}`} />
          <text className="scan-head" x={columnsAt + (i + 0.5) * columnWide} y="18">X{register}</text>
        </g>
      ))}
      <path className="scan-frame-rule" d={`M${frameAt - 3} 4V${high}`} />
      <text className="scan-head scan-frame-head" x={frameAt + 2} y="18">{frameText}</text>
      {calls.map((i) => <rect key={i} className="scan-call" x={columnsAt} y={yOf(2 * i + 1)} width={lost} height={half} />)}
      {state.where.map((where, i) => (where === undefined ? null : (
        <Bar key={i} interval={intervals[i]!} {...columnOf(i)} look={["scan-bar", typeof where === "number" ? "" : "spilled", i === state.current || state.evicted.includes(i) ? "now" : ""].join(" ")} />
      )))}
      {scansAt !== undefined && <path className="scan-line" d={`M${columnsAt - 6} ${yOf(scansAt)}H${wide}`} />}
    </svg>
  );
}

function Bar({ interval: { name, ranges }, x, wide, look }: { readonly interval: AliveInterval; readonly x: number; readonly wide: number; readonly look: string }): ReactNode {
  const [first, last] = [ranges[0]!, ranges.at(-1)!];
  return (
    <g className={look}>
      <path className="scan-hole" d={`M${x + wide / 2} ${yOf(first.from)}V${yOf(last.to)}`} />
      {ranges.map(({ from, to }) => <rect key={from} x={x + 4} y={yOf(from) + 1} width={wide - 8} height={Math.max(6, (to - from) * half - 2)} rx="2" />)}
      <text x={x + wide / 2} y={yOf(first.from) + Math.max(11, Math.min(15, (first.to - first.from) * half * 0.5 + 5))}>{name}</text>
    </g>
  );
}

const yOf = (at: number): number => head + at * half;

function describe(functionName: string, { intervals }: ScanRound, state: ScanState): string {
  const placed = state.where.flatMap((where, i) => (where === undefined ? [] : [`${intervals[i]!.name} in ${whereText(where)}`]));
  const at = state.current === undefined ? "" : `, at instruction ${instructionOf(intervals[state.current]!.ranges[0]!.from)}`;
  return `Linear scan of ${functionName}${at}: ${placed.join(", ") || "nothing is placed"}.`;
}
