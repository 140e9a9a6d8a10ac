/**
 * Time from the left. A tick is a snapshot, the taller the more pages it keeps, and dashed if the last journey
 * undid it; the arc is what was gone back, the bar what was executed again.
 */
import { type PointerEvent, type ReactNode } from "react";
import { counted, withCommas } from "../machine/numbers";
import type { Journey, SnapshotTick } from "./time-run";

interface Props {
  readonly ticks: readonly SnapshotTick[];
  readonly time: number;
  readonly furthest: number;
  readonly journey: Journey;
  readonly onGo: (time: number) => void;
}

/** The picture's units. */
const wide = 1000;
const high = 170;
const axis = 130;
const edge = 14;
const pageHigh = 9;

export function TimePicture({ ticks, time, furthest, journey, onGo }: Props): ReactNode {
  const place = (at: number): number => edge + ((wide - 2 * edge) * at) / Math.max(1, furthest);
  const timeUnder = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = ((event.clientX - left) / width) * wide;
    return Math.max(0, Math.min(furthest, Math.round(((share - edge) / (wide - 2 * edge)) * furthest)));
  };
  const drag = (event: PointerEvent): void => {
    if (event.buttons !== 0) onGo(timeUnder(event));
  };
  const { from, to, restored, undone } = journey;
  const begin = restored ?? from;
  return (
    <svg
      className="time-picture" viewBox={`0 0 ${wide} ${high}`} role="img"
      aria-label={`Time from 0 to ${withCommas(furthest)} instructions, with snapshots at ${ticks.map((tick) => tick.time).join(", ")}; the machine is at ${withCommas(time)}`}
      onPointerDown={drag} onPointerMove={drag}
    >
      <rect className="time-replayed" x={place(begin)} y={axis - 7} width={Math.max(0, place(to) - place(begin))} height="14" />
      <path className="time-axis" d={`M0 ${axis}H${wide}`} />
      {restored !== undefined && <path className="time-arc" d={arc(place(from), place(restored))} />}
      {undone.filter(({ time: at }) => at !== restored).map((tick) => <Tick key={tick.time} tick={tick} x={place(tick.time)} look="time-tick undone" />)}
      {ticks.map((tick) => <Tick key={tick.time} tick={tick} x={place(tick.time)} look={tick.time === restored ? "time-tick restored" : "time-tick"} />)}
      <g className="time-cursor"><path d={`M${place(time)} ${axis - 24}V${axis + 14}`} /><text x={place(time)} y={axis + 34} textAnchor={anchorOf(place(time))}>{withCommas(time)}</text></g>
    </svg>
  );
}

function Tick({ tick: { time, pages }, x, look }: { readonly tick: SnapshotTick; readonly x: number; readonly look: string }): ReactNode {
  return (
    <g className={look}>
      <title>{`The snapshot at ${withCommas(time)} keeps ${counted(pages, "page")}`}</title>
      <path d={`M${x} ${axis + 8}V${axis - 10}`} />
      {pages > 0 && <rect x={x - 4} y={axis - 10 - pages * pageHigh} width="8" height={pages * pageHigh} />}
    </g>
  );
}

const arc = (from: number, to: number): string => `M${from} ${axis - 26}C${from} 10 ${to} 10 ${to} ${axis - 26}`;

const anchorOf = (x: number): "start" | "middle" | "end" => (x < 60 ? "start" : x > wide - 60 ? "end" : "middle");
