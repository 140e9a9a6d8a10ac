/** A table from its first entry to its last on one line: a mark for each that says something, and a hand on the chosen one. */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

interface Props {
  readonly level: number;
  readonly index: number;
  readonly entries: number;
  readonly occupied: readonly number[];
  readonly onIndex: (index: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -16, PageUp: 16 };

/** The picture's units, and the least width of a mark in them. */
const wide = 256;
const high = 24;
const least = 2;

export function TableStrip({ level, index, entries, occupied, onIndex }: Props): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const last = entries - 1;
  const go = (to: number): void => onIndex(Math.min(last, Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? last : by === undefined ? undefined : index + by;
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const goUnder = (event: PointerEvent): void => {
    const box = strip.current?.getBoundingClientRect();
    if (box) go(Math.floor(((event.clientX - box.left) / box.width) * entries));
  };
  const onPointerDown = (event: PointerEvent): void => {
    strip.current?.setPointerCapture(event.pointerId);
    goUnder(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 0) goUnder(event);
  };
  const width = Math.max(least, wide / entries);
  const place = (at: number): number => Math.min(wide - width, (wide * at) / entries);

  return (
    <div
      ref={strip} className="walk-strip" role="slider" tabIndex={0} aria-label={`Index at level ${level}`} aria-valuemin={0} aria-valuemax={last} aria-valuenow={index}
      aria-valuetext={`0x${index.toString(16)}${occupied.includes(index) ? "" : ", which is zero"}`} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerMove={onPointerMove}
    >
      <svg viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" aria-hidden="true">
        {occupied.map((at) => <rect key={at} className="walk-strip-mark" x={place(at)} y={8} width={width} height={high - 8} />)}
        <rect className="walk-strip-hand" x={Math.max(0, Math.min(wide - 4, place(index) + width / 2 - 2))} width={4} height={high} />
      </svg>
    </div>
  );
}
