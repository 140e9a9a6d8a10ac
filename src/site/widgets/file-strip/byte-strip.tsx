/**
 * The strip: a row is 64 bytes, a byte a box, filled unless it is zero. Neighbouring parts are told apart by
 * their paper and the line between them. A press chooses the part under it; dragging goes on choosing.
 */
import { useState, type PointerEvent, type ReactNode } from "react";
import { hex, type FilePart } from "./file-parts";

interface Props {
  readonly bytes: Uint8Array;
  readonly parts: readonly FilePart[];
  readonly chosen: number;
  readonly onChoose: (part: number) => void;
}

const columns = 64;
/** A byte's box, in the picture's units. */
const wide = 10;
const high = 20;

export function ByteStrip({ bytes, parts, chosen, onChoose }: Props): ReactNode {
  const [pointed, setPointed] = useState<number>();
  const rows = Math.ceil(bytes.length / columns);
  const offsetUnder = (event: PointerEvent): number | undefined => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - left) / width) * columns);
    const row = Math.floor(((event.clientY - top) / height) * rows);
    const offset = row * columns + column;
    return column < 0 || column >= columns || row < 0 || offset >= bytes.length ? undefined : offset;
  };
  const partAt = (offset: number): number => parts.findIndex((part) => offset >= part.offset && offset < part.offset + part.size);
  const chooseUnder = (event: PointerEvent): void => {
    const offset = offsetUnder(event);
    setPointed(offset);
    if (offset !== undefined && event.buttons !== 0) onChoose(partAt(offset));
  };
  const lit = pointed === undefined ? undefined : parts[partAt(pointed)];

  return (
    <div className="strip-bytes">
      <svg
        viewBox={`0 0 ${columns * wide} ${rows * high}`} role="img" aria-label={`The ${bytes.length} bytes of hello, in ${parts.length} parts`}
        onPointerDown={chooseUnder} onPointerMove={chooseUnder} onPointerLeave={() => setPointed(undefined)}
      >
        {parts.map((part, index) => {
          const look = ["strip-part", ...(index % 2 === 0 ? ["even"] : []), ...(index === chosen ? ["chosen"] : []), ...(part === lit ? ["lit"] : [])];
          return (
            <g key={part.offset} className={look.join(" ")}>
              <path className="strip-paper" d={outline(part.offset, part.offset + part.size)} />
              <path className="strip-ink" d={[...part.bytes].map((byte, i) => (byte === 0 ? "" : box(part.offset + i))).join("")} />
            </g>
          );
        })}
        <path className="strip-frame" d={outline(parts[chosen]?.offset ?? 0, (parts[chosen]?.offset ?? 0) + (parts[chosen]?.size ?? 0))} />
      </svg>
      <p className="label" aria-hidden="true">
        {pointed === undefined ? `0x0 to ${hex(bytes.length - 1)}` : `${hex(pointed)}: ${(bytes[pointed] ?? 0).toString(16).padStart(2, "0")}, ${lit?.name ?? ""}`}
      </p>
    </div>
  );
}

function box(offset: number): string {
  return `M${(offset % columns) * wide + 1.5} ${Math.floor(offset / columns) * high + 2}h7v16h-7z`;
}

/** The line around the bytes from `start` to `end`: down the right side and up the left, with a step where a row is not whole. */
function outline(start: number, end: number): string {
  const [top, bottom] = [Math.floor(start / columns), Math.ceil(end / columns)];
  const left = (start % columns) * wide;
  const right = ((end - 1) % columns + 1) * wide;
  const whole = columns * wide;
  if (bottom - top === 1) return `M${left} ${top * high}H${right}V${bottom * high}H${left}z`;
  const lastTop = (bottom - 1) * high;
  // Two rows of which neither reaches under the other are two boxes.
  if (bottom - top === 2 && right <= left) return `M${left} ${top * high}H${whole}V${lastTop}H${left}zM0 ${lastTop}H${right}V${bottom * high}H0z`;
  return `M${left} ${top * high}H${whole}V${lastTop}H${right}V${bottom * high}H0V${(top + 1) * high}H${left}z`;
}
