/** The parts by name, in the file's order. The arrow keys move. */
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { hex, type FilePart } from "./file-parts";

interface Props {
  readonly parts: readonly FilePart[];
  readonly chosen: number;
  readonly onChoose: (part: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

export function PartList({ parts, chosen, onChoose }: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = Math.min(parts.length - 1, Math.max(0, chosen + step));
    onChoose(target);
    list.current?.querySelectorAll<HTMLElement>("button")[target]?.focus();
  };
  return (
    <ul ref={list} className="part-list" onKeyDown={onKeyDown}>
      {parts.map(({ name, offset, size }, index) => (
        <li key={offset}>
          <button type="button" className="part" aria-pressed={index === chosen} tabIndex={index === chosen ? 0 : -1} onClick={() => onChoose(index)}>
            <span className="part-offset">{hex(offset)}</span><span className="part-name">{name}</span><span className="part-size">{size}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
