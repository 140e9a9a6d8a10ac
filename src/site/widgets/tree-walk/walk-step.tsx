/**
 * One question: the number it reads, and a skyline of all its answers, each as high as the logarithm of the
 * rows it leaves. A hand on the skyline gives the word another answer; what opens below belongs to that one.
 */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import type { Step } from "./walk";

interface Props {
  readonly step: Step;
  readonly ordinal: string;
  readonly lit: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onAnswer: (number: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -16, PageUp: 16 };

export function WalkStep({ step, ordinal, lit, onPoint, onAnswer }: Props): ReactNode {
  const { name, number, width, before, leaves } = step;
  const line = useRef<HTMLDivElement>(null);
  const last = leaves.length - 1;
  const answer = (to: number): void => onAnswer(Math.min(last, Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? last : by === undefined ? undefined : number + by;
    if (to === undefined) return;
    event.preventDefault();
    answer(to);
  };
  const answerAt = (event: PointerEvent): void => {
    const box = line.current?.getBoundingClientRect();
    if (box) answer(Math.floor(((event.clientX - box.left) / box.width) * leaves.length));
  };
  const onPointerDown = (event: PointerEvent): void => {
    line.current?.setPointerCapture(event.pointerId);
    answerAt(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 0) answerAt(event);
  };
  const left = leaves[number] ?? 0;

  return (
    <li className={`walk-step role-opcode${lit ? " lit" : ""}`} onMouseEnter={() => onPoint(true)} onMouseLeave={() => onPoint(false)}>
      <p className="walk-question">
        <span className="walk-ordinal">{ordinal}</span>
        <span className="walk-asked">{name}</span>
        <code className="walk-number">{number.toString(2).padStart(width, "0")} = {number}</code>
        <span className="walk-count"><b>{before.toLocaleString("en")}</b> {before === 1 ? "row" : "rows"} before, <b>{left.toLocaleString("en")}</b> after</span>
      </p>
      <div
        ref={line} className="skyline" role="slider" tabIndex={0} aria-label={`The answer: ${name}`} aria-valuemin={0} aria-valuemax={last} aria-valuenow={number}
        aria-valuetext={`${number}: ${left} ${left === 1 ? "row" : "rows"}`} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerMove={onPointerMove}
        onFocus={() => onPoint(true)} onBlur={() => onPoint(false)}
      >
        <svg viewBox={`0 0 ${leaves.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <rect className="skyline-column" x={number} width={1} height={height} />
          <path className="skyline-others" d={leaves.map((rows, i) => (i === number ? "" : bar(rows, i, before))).join("")} />
          <path className="skyline-answer" d={bar(left, number, before)} />
        </svg>
      </div>
      <svg className="walk-opening" viewBox={`0 0 ${leaves.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M${number} 0h1L${leaves.length} 1H0z`} />
      </svg>
    </li>
  );
}

const height = 40;

/** A house on the skyline, none for an answer that leaves no row. */
function bar(rows: number, at: number, before: number): string {
  if (rows === 0) return "";
  const high = (height * Math.log2(1 + rows)) / Math.log2(1 + before);
  return `M${at + 0.1} ${height}v${-high.toFixed(1)}h.8v${high.toFixed(1)}z`;
}
