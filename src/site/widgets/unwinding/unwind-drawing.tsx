/** The frames on the left, from the innermost out, each with the arrow to its caller's; on the right the handler table. */
import type { ReactNode } from "react";
import { hex, type UnwindStep } from "./unwind-run";
import { calls, type HandlerRow } from "./unwind-scene";

/** The picture's units. */
const wide = 640;
const frameWide = 330;
const frameHigh = 46;
const framePitch = 62;
const nameHigh = 26;
const top = 26;
const tableAt = 410;
const rowHigh = 30;

export function UnwindDrawing({ step, rows }: { readonly step: UnwindStep; readonly rows: readonly HandlerRow[] }): ReactNode {
  const high = top + calls.length * framePitch + nameHigh + 6;
  return (
    <svg className="unwind-drawing" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={describe(step, rows)}>
      <text className="unwind-label" x="4" y={top - 10}>the stack, innermost frame first</text>
      {calls.map((_, i) => <Frame key={i} at={i} step={step} />)}
      <g className={step.frame === calls.length ? "unwind-end now" : "unwind-end"}>
        <text x="46" y={frameTop(calls.length) + 16}>0: the frame of _start, where the chain ends</text>
      </g>
      <text className="unwind-label" x={tableAt} y={top - 10}>returns to, handler</text>
      {rows.map((row, i) => <Row key={`${row.owner} ${row.returnsTo}`} row={row} at={i} step={step} />)}
    </svg>
  );
}

function Frame({ at, step }: { readonly at: number; readonly step: UnwindStep }): ReactNode {
  const { callee, caller, returnsTo } = calls[at]!;
  const y = frameTop(at);
  const isGone = step.kind === "caught" && at < step.frame;
  const look = ["unwind-frame", step.frame === at ? "now" : "", isGone ? "gone" : ""].join(" ");
  const isRead = step.frame === at && (step.kind === "return address" || step.kind === "rows");
  return (
    <g className={look}>
      <rect className="unwind-box" x="36" y={y} width={frameWide - 32} height={frameHigh} />
      <text className="unwind-name" x="46" y={y + 18}>{callee}</text>
      <text className={isRead ? "unwind-return read" : "unwind-return"} x="46" y={y + 37}>{`returns to ${hex(returnsTo)} in ${caller}`}</text>
      <path className="unwind-link" d={`M36 ${y + 12}C4 ${y + 14} 4 ${y + framePitch + 6} 32 ${y + framePitch + 8}M25 ${y + framePitch + 3}L33 ${y + framePitch + 8}L25 ${y + framePitch + 13}`} />
    </g>
  );
}

function Row({ row: { returnsTo, handler, owner }, at, step }: { readonly row: HandlerRow; readonly at: number; readonly step: UnwindStep }): ReactNode {
  const y = top + at * rowHigh;
  const look = ["unwind-row", step.rows.includes(at) ? "probed" : "", step.found === at ? "now" : ""].join(" ");
  return (
    <g className={look}>
      <rect x={tableAt} y={y} width={wide - tableAt - 4} height={rowHigh} />
      <text x={tableAt + 10} y={y + 20}>{`${hex(returnsTo)}  ${hex(handler)}  ${owner}`}</text>
    </g>
  );
}

const frameTop = (at: number): number => top + at * framePitch;

function describe({ frame, found }: UnwindStep, rows: readonly HandlerRow[]): string {
  const looked = frame < calls.length ? `the frame of ${calls[frame]!.callee}` : "the chain's end";
  const row = found === undefined ? "no handler is found" : `the handler of ${rows[found]!.owner} is found`;
  return `Five frames and a table of ${rows.length} handlers: ${looked} is looked at, ${row}`;
}
