/** The stops one under the other: what was read, as which piece of the template, and what that made known. */
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { inFields } from "../bit-field/fields";
import { fieldsOf } from "../bit-field/reading";
import { CubeBoxes } from "../word/cube-boxes";
import { hexOf } from "../word/word-layout";
import type { Try } from "./line-reading";
import type { Stop } from "./stops";

interface Props {
  readonly line: string;
  readonly tried: Try;
  readonly stops: readonly Stop[];
  readonly at: number;
  readonly onFinger: (stop: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

export function StopList({ line, tried, stops, at, onFinger }: Props): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = Math.min(stops.length - 1, Math.max(0, at + step));
    list.current?.querySelectorAll<HTMLElement>("button")[target]?.focus();
  };
  const fields = fieldsOf(tried.row);
  return (
    <ol ref={list} className="stops" onKeyDown={onKeyDown}>
      {stops.map((stop, index) => (
        <li key={index}>
          <button
            type="button" className={stop.kind === "failure" ? "stop stop-failed" : "stop"} aria-current={index === at ? "step" : undefined} tabIndex={index === at ? 0 : -1}
            onFocus={() => onFinger(index)} onMouseEnter={() => onFinger(index)} onClick={() => onFinger(index)}
          >
            <span className="stop-text">{textOf(stop, line)}</span>
            <span className="stop-template">{templateOf(stop, tried)}</span>
            {stop.kind === "failure" ? <span className="stop-known">wanted: {tried.wanted}</span> : (
              <>
                <CubeBoxes cube={stop.known} fields={fields} marked={stop.kind === "mnemonic" ? 0 : stop.fresh} label="Known" />
                <span className="stop-known">{knownBy(stop, tried)}</span>
              </>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

function textOf({ kind, start, end }: Stop, line: string): ReactNode {
  if (kind === "end") return <i>the end</i>;
  const text = line.slice(start, end).trim();
  if (kind === "failure") return text === "" ? <i>the end</i> : <code>{text}</code>;
  return text === "" ? <i>left out</i> : <code>{text}</code>;
}

function templateOf({ kind, template }: Stop, { row }: Try): ReactNode {
  if (kind === "end") return null;
  return (
    <>
      <code>{template === "" ? " " : template}</code>
      {kind === "mnemonic" && <span className="stop-row"> of {row.name}</span>}
    </>
  );
}

function knownBy(stop: Stop, { row }: Try): string {
  if (stop.kind === "end") return `one word is left: ${hexOf(BigInt(stop.known.value), 32)}`;
  const facts = inFields(row, stop.known, stop.fields).join("  ");
  if (stop.kind === "mnemonic") return facts === "" ? "the fixed bits of the row" : `the fixed bits of the row, and ${facts}`;
  return facts === "" ? "nothing new" : facts;
}
