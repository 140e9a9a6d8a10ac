/**
 * A word as a row of boxes: the part that instructions, descriptors, system registers, addresses and packets
 * are all drawn with. Click or space flips a bit, dragging paints, the arrow keys move.
 */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import "./word-boxes.css";
import { bitOf, fieldAt, piecesOf, valueOf, withBit, type Piece, type WordField } from "./word-layout";

interface Props {
  /** 16, 32 or 64. */
  readonly width: number;
  readonly value: bigint;
  readonly fields: readonly WordField[];
  /** The bits that are known, where some are still open; all if absent. */
  readonly known?: bigint;
  /** What the word is, for those who do not see it. */
  readonly label: string;
  readonly lit: ReadonlySet<string>;
  readonly onPoint: (names: readonly string[]) => void;
  /** Absent: the word is for reading only. */
  readonly onChange?: ((value: bigint) => void) | undefined;
}

const lineBits = 32;
const halfBits = 16;

export function WordBoxes({ width, value, known, fields, label, lit, onPoint, onChange }: Props): ReactNode {
  const boxes = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(width - 1);
  const drag = useRef<{ readonly from: number; readonly to: 0 | 1; painting: boolean } | undefined>(undefined);
  const latest = useRef(value);
  latest.current = value;

  const set = (bit: number, to: 0 | 1): void => {
    latest.current = withBit(latest.current, bit, to);
    onChange?.(latest.current);
  };
  const flip = (bit: number): void => set(bit, bitOf(latest.current, bit) ? 0 : 1);

  const onPointerDown = (event: PointerEvent): void => {
    const from = bitUnder(event);
    drag.current = from === undefined || !onChange ? undefined : { from, to: bitOf(value, from) ? 0 : 1, painting: false };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const bit = bitUnder(event);
    const started = drag.current;
    if (!started || event.buttons === 0 || bit === undefined || (bit === started.from && !started.painting)) return;
    if (!started.painting) set(started.from, started.to);
    started.painting = true;
    set(bit, started.to);
  };
  const onBoxClick = (bit: number): void => {
    const painted = drag.current?.painting === true;
    drag.current = undefined;
    setFocused(bit);
    if (!painted) flip(bit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const target = event.key === "Home" ? width - 1 : event.key === "End" ? 0 : step === undefined ? undefined : focused + step;
    if (target === undefined || target < 0 || target >= width) return;
    event.preventDefault();
    setFocused(target);
    boxes.current?.querySelector<HTMLElement>(`[data-bit="${target}"]`)?.focus();
  };

  const point = (field: WordField | undefined): void => onPoint(field ? [field.name] : []);
  const box = (bit: number): ReactNode => {
    const field = fieldAt(fields, bit);
    const bitValue = bitOf(value, bit);
    const look = ["word-bit", `role-${field?.role ?? "fixed"}`];
    const open = known !== undefined && bitOf(known, bit) === 0;
    if (open) look.push("open");
    if (bitValue === 1) look.push("one");
    if (field === undefined || bit === field.shift + field.width - 1) look.push("field-start");
    if (field && lit.has(field.name)) look.push("lit");
    const pointing = { onMouseEnter: () => point(field), onMouseLeave: () => point(undefined) };
    return (
      <div key={bit} className="word-cell">
        <span className="word-number" aria-hidden="true">{bit}</span>
        {onChange ? (
          <button
            type="button" className={look.join(" ")} data-bit={bit} tabIndex={bit === focused ? 0 : -1} aria-pressed={bitValue === 1}
            aria-label={`bit ${bit}, ${field?.name ?? "fixed"}: ${bitValue}`} onClick={() => onBoxClick(bit)} onFocus={() => setFocused(bit)} {...pointing}
          >
            {bitValue}
          </button>
        ) : (
          <span className={look.join(" ")} {...pointing}>{open ? "\u00b7" : bitValue}</span>
        )}
      </div>
    );
  };
  const names = (hi: number, lo: number, look: string): ReactNode => (
    <div className={`word-names ${look}`} style={{ gridTemplateColumns: `repeat(${hi - lo + 1}, minmax(0, 1fr))` }}>
      {piecesOf(fields, hi, lo, hi - lo + 1).map((piece) => <PieceName key={piece.hi} piece={piece} value={value} lit={lit} onPoint={point} />)}
    </div>
  );

  return (
    <div
      ref={boxes} className={onChange ? "word word-live" : "word"} role="group" aria-label={label} onKeyDown={onKeyDown}
      onPointerDown={onPointerDown} onPointerMove={onPointerMove}
    >
      {rangesOf(width, lineBits).map(([hi, lo]) => (
        <div key={hi} className="word-line">
          {rangesOf(hi - lo + 1, halfBits).map(([halfHi, halfLo]) => (
            <div key={halfHi} className="word-half">
              <div className="word-boxes">{Array.from({ length: halfHi - halfLo + 1 }, (_, i) => box(lo + halfHi - i))}</div>
              {names(lo + halfHi, lo + halfLo, "word-names-narrow")}
            </div>
          ))}
          {names(hi, lo, "word-names-wide")}
        </div>
      ))}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: 1, ArrowRight: -1, ArrowUp: 16, ArrowDown: -16 };

/** Bits width-1..0 in runs of `length`, each [hi, lo]. */
function rangesOf(width: number, length: number): readonly (readonly [number, number])[] {
  const count = Math.ceil(width / length);
  return Array.from({ length: count }, (_, i) => [width - 1 - i * length, Math.max(0, width - (i + 1) * length)] as const);
}

/** A finger keeps its pointer events on the box where it came down, so the box under it is asked for by place. */
function bitUnder(event: PointerEvent): number | undefined {
  const bit = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-bit]")?.getAttribute("data-bit");
  return bit === null || bit === undefined ? undefined : Number(bit);
}

interface PieceNameProps {
  readonly piece: Piece;
  readonly value: bigint;
  readonly lit: ReadonlySet<string>;
  readonly onPoint: (field: WordField | undefined) => void;
}

function PieceName({ piece: { field, hi, lo, named }, value, lit, onPoint }: PieceNameProps): ReactNode {
  const columns = hi - lo + 1;
  if (!field) return <span style={{ gridColumn: `span ${columns}` }} />;
  const look = ["word-name", `role-${field.role}`];
  if (lit.has(field.name)) look.push("lit");
  const label = field.label ?? field.name;
  if (label.length > 2.4 * columns) look.push("tight");
  return (
    <span
      className={look.join(" ")} style={{ gridColumn: `span ${columns}` }} title={field.name}
      onMouseEnter={() => onPoint(field)} onMouseLeave={() => onPoint(undefined)}
    >
      {named ? <span className="word-name-text">{label}</span> : <span aria-hidden="true">…</span>}
      {named && <span className="word-name-value">{field.note ?? String(valueOf(value, field))}</span>}
    </span>
  );
}
