/**
 * A sum in columns: the carries small above, x, what is added, and the result, a box a bit. A line has 32
 * columns, or 16 on a phone; the lines stand one above the other, the high bits first.
 */
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { bitOf } from "../word/word-layout";
import type { SumRows } from "./sum";

interface Props {
  readonly sum: SumRows;
  readonly subtracts: boolean;
  /** A press on a bit of x, or of what is added. */
  readonly onFlip: (row: "x" | "y", bit: number) => void;
}

const lineColumns = 16;

export function SumBoxes({ sum, subtracts, onFlip }: Props): ReactNode {
  const { width } = sum;
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<readonly ["x" | "y", number]>(["x", width - 1]);
  const [row, bit] = [focused[0], Math.min(focused[1], width - 1)];
  const columns = Math.min(width, lineColumns);
  const carryOut = (sum.nzcv & 2) !== 0 ? 1 : 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = movedBy(event.key, row, bit);
    if (moved === undefined || moved[1] < 0 || moved[1] >= width) return;
    event.preventDefault();
    setFocused(moved);
    grid.current?.querySelector<HTMLElement>(`[data-box="${moved[0]}${moved[1]}"]`)?.focus();
  };
  const live = (which: "x" | "y", value: bigint, at: number, name: string): ReactNode => (
    <button
      key={at} type="button" data-box={`${which}${at}`} tabIndex={which === row && at === bit ? 0 : -1} aria-label={`bit ${at} of ${name}: ${bitOf(value, at)}`}
      aria-pressed={bitOf(value, at) === 1} className={bitOf(value, at) === 1 ? "word-bit one" : "word-bit"} onFocus={() => setFocused([which, at])} onClick={() => onFlip(which, at)}
    >
      {bitOf(value, at)}
    </button>
  );
  const still = (value: bigint, at: number, look: string): ReactNode => <span key={at} className={`${look}${bitOf(value, at) === 1 ? " one" : ""}`}>{bitOf(value, at)}</span>;

  return (
    <div ref={grid} className="sum-lines word-live" role="group" aria-label={`The sum, ${width} columns`} onKeyDown={onKeyDown}>
      {Array.from({ length: width / columns }, (_, line) => {
        const bits = Array.from({ length: columns }, (_ignored, i) => width - 1 - line * columns - i);
        const boxes = (render: (at: number) => ReactNode): ReactNode => <span className="sum-boxes" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>{bits.map(render)}</span>;
        return (
          <div key={line} className="sum-line">
            <div className="sum-row sum-numbers" aria-hidden="true"><span />{boxes((at) => <span key={at}>{at}</span>)}</div>
            <div className="sum-row sum-carries"><span className="sum-name">{line === 0 && <>carry <b className={carryOut === 1 ? "sum-carry one" : "sum-carry"} title="The carry out of the top: C">{carryOut}</b></>}</span>{boxes((at) => still(sum.carries, at, "sum-carry"))}</div>
            <div className="sum-row role-register"><span className="sum-name">{line === 0 ? "x" : ""}</span>{boxes((at) => live("x", sum.x, at, "x"))}</div>
            <div className="sum-row role-immediate"><span className="sum-name">{line === 0 ? (subtracts ? "+ ~y" : "+ y") : ""}</span>{boxes((at) => live("y", sum.addend, at, subtracts ? "~y" : "y"))}</div>
            <div className="sum-row sum-result role-fixed"><span className="sum-name">{line === 0 ? "=" : ""}</span>{boxes((at) => still(sum.value, at, "word-bit"))}</div>
          </div>
        );
      })}
    </div>
  );
}

function movedBy(key: string, row: "x" | "y", bit: number): readonly ["x" | "y", number] | undefined {
  switch (key) {
    case "ArrowLeft": return [row, bit + 1];
    case "ArrowRight": return [row, bit - 1];
    case "ArrowUp": return row === "y" ? ["x", bit] : ["y", bit + lineColumns];
    case "ArrowDown": return row === "x" ? ["y", bit] : ["x", bit - lineColumns];
    case "Home": return [row, lineColumns * Math.floor(bit / lineColumns) + lineColumns - 1];
    case "End": return [row, lineColumns * Math.floor(bit / lineColumns)];
    default: return undefined;
  }
}
