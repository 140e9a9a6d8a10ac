/**
 * A run as a line in time. EL0 is below and EL1 above, so an exception is a rise and a return is a fall; an
 * exception inside a handler rises once more. A box is an instruction, a hollow one was not completed.
 *
 *          SVC                  the exception's name
 *           _________
 *   EL1    |         |
 *   EL0 ___|         |_____
 *   IRQ                         the device's line, where there is a device
 */
import type { PointerEvent, ReactNode } from "react";
import type { ExceptionRun, State } from "./exception-run";
import { shortName } from "./run-text";

interface Props {
  readonly run: ExceptionRun;
  readonly time: number;
  readonly hasDevice: boolean;
  readonly onGo: (time: number) => void;
}

/** Heights, in pixels; a unit of width is a step. */
const laneEl0 = 96;
const laneEl1 = 62;
const nested = 18;
const boxHigh = 10;
const high = { plain: 112, withDevice: 138 };
const lineHigh = { asserted: 118, not: 132 };

const laneOf = ({ level, depth }: State): number => (level === 0 ? laneEl0 : laneEl1 - nested * Math.min(2, Math.max(0, depth - 1)));

export function TimelinePicture({ run, time, hasDevice, onGo }: Props): ReactNode {
  const { states, steps } = run;
  const count = steps.length;
  const height = hasDevice ? high.withDevice : high.plain;
  const drag = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onGo(Math.max(0, Math.min(count, Math.round(((event.clientX - left) / width) * count))));
  };
  const exceptions = steps.flatMap((step, i) => (step.kind === "exception" ? [{ at: i + 1, name: shortName(step.cause), lane: laneOf(states[i + 1]!) }] : []));
  return (
    <div className="exception-picture" style={{ height }}>
      <div className="exception-lanes" aria-hidden="true">
        <span className="role-el1" style={{ top: laneEl1 }}>EL1</span>
        <span className="role-el0" style={{ top: laneEl0 }}>EL0</span>
        {hasDevice && <span style={{ top: lineHigh.asserted + 4 }}>IRQ</span>}
      </div>
      <div
        className="exception-drawing" role="img" onPointerDown={drag} onPointerMove={drag}
        aria-label={`${count} steps; exceptions: ${exceptions.map(({ at, name }) => `${name} at ${at}`).join(", ")}; the processor is at ${time}, at EL${states[time]!.level}`}
      >
        <svg viewBox={`0 0 ${count} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <rect className="exception-next" x={time} y="0" width={time < count ? 1 : 0} height={laneEl0 + boxHigh / 2 + 2} />
          <path className="exception-path" d={pathOf(states.map(laneOf))} />
          {steps.map((step, i) => {
            const { level } = states[i]!;
            const isHollow = step.kind === "exception" && !step.isDone;
            return <rect key={i} className={`exception-step role-el${level}${isHollow ? " hollow" : ""}${i < time ? "" : " to-come"}`} x={i + 0.14} y={laneOf(states[i]!) - boxHigh / 2} width="0.72" height={boxHigh} />;
          })}
          {hasDevice && <path className="exception-line" d={pathOf(states.map(({ IRQ }) => (IRQ ? lineHigh.asserted : lineHigh.not)))} />}
          <path className="exception-cursor" d={`M${time} 0V${height}`} />
        </svg>
        {exceptions.map(({ at, name, lane }) => (
          <span key={at} aria-hidden="true" className={at === time ? "exception-name here" : "exception-name"} style={{ left: `${(at / count) * 100}%`, top: lane - 26 }}>{name}</span>
        ))}
      </div>
    </div>
  );
}

/** A line that is at its i-th height from i to i + 1, and climbs or falls between. */
const pathOf = (heights: readonly number[]): string =>
  heights.slice(0, -1).map((y, i) => `${i === 0 ? "M" : "L"}${i} ${y}L${i + 1} ${y}`).join("") + (heights.length > 1 ? `V${heights.at(-1)!}` : "");
