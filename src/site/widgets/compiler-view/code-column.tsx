/**
 * The rows of all functions in one of their forms. A row that is pointed at, or gone to by the arrow keys, points at its
 * line of the source; rows of the line that is pointed at in any column are marked.
 */
import { memo, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from "react";
import { codeGroups, lineOf, windowOver } from "./code-lines";
import { CodeRow } from "./code-row";
import type { FunctionView, Row } from "./compiled-view";

interface Props {
  readonly title: string;
  readonly form: "ir" | "assembly";
  readonly functions: readonly FunctionView[];
  readonly pointed: number | undefined;
  readonly onPoint: (line: number | undefined) => void;
  readonly onGo: (line: number) => void;
}

interface Sight {
  /** In lines. */
  readonly top: number;
  readonly visible: number;
}

export const CodeColumn = memo(function CodeColumn({ title, form, functions, pointed, onPoint, onGo }: Props): ReactNode {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const [sight, setSight] = useState<Sight>({ top: 0, visible: 0 });
  const rows = useMemo(() => functions.flatMap((each) => each[form]), [functions, form]);
  const groups = useMemo(() => codeGroups(functions, form), [functions, form]);
  const { above, below, groups: shown } = windowOver(groups, sight.top, sight.visible);
  useEffect(() => {
    setActive(-1);
    if (scroller.current) setSight(sightOf(scroller.current));
  }, [rows]);
  useEffect(() => {
    const { current } = scroller;
    if (current && !current.matches(":hover, :focus-within")) show(current, lineOf(groups, ({ line }) => line !== undefined && line === pointed));
  }, [groups, pointed]);

  const go = (to: number): void => {
    setActive(to);
    const line = rows[to]?.line;
    if (line !== undefined) onGo(line);
    if (scroller.current) show(scroller.current, lineOf(groups, (_, at) => at === to));
  };
  const press = (event: KeyboardEvent): void => {
    const to = goesTo(event.key, active, rows);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const point = (event: SyntheticEvent): void => {
    const at = rowAt(event);
    if (at !== undefined) onPoint(rows[at]?.line);
  };
  const click = (event: SyntheticEvent): void => {
    const at = rowAt(event);
    if (at !== undefined) go(at);
  };
  return (
    <section className={`compiler-column compiler-${form}`}>
      <p className="label">{title}</p>
      <div
        ref={scroller} className="compiler-rows" role="listbox" aria-multiselectable="true" aria-label={title} tabIndex={0}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`} onKeyDown={press} onMouseOver={point} onClick={click} onMouseLeave={() => onPoint(undefined)}
        onScroll={({ currentTarget }) => setSight(sightOf(currentTarget))}
      >
        <div role="presentation" style={{ height: `${above * lineHigh}em` }} />
        {shown.map(({ name, lines }) => (
          <div key={name} className="compiler-function" role="group" aria-label={name}>
            {lines.map((line, i) => {
              if (line.kind === "name") return <p key="name" className="compiler-name" role="presentation">{line.text}:</p>;
              if (line.kind === "gap") return <div key={i} className="compiler-gap" role="presentation" />;
              const { row, at, isNew } = line;
              return <CodeRow key={at} id={`${id}-${at}`} at={at} row={row} form={form} isNew={isNew} isPointed={row.line !== undefined && row.line === pointed} isActive={at === active} />;
            })}
          </div>
        ))}
        <div role="presentation" style={{ height: `${below * lineHigh}em` }} />
      </div>
    </section>
  );
});

/** As in compiler-view.css. */
const lineHigh = 1.6;

function sightOf(scroller: HTMLElement): Sight {
  const high = lineHeightOf(scroller);
  // Whole steps, so that most scrolling changes nothing.
  return { top: Math.floor(scroller.scrollTop / high / 20) * 20, visible: Math.ceil(scroller.clientHeight / high / 20) * 20 };
}

const lineHeightOf = (scroller: HTMLElement): number => lineHigh * parseFloat(getComputedStyle(scroller).fontSize);

/** The row that the mouse is on. */
function rowAt({ target }: SyntheticEvent): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  return row === null ? undefined : Number(row.dataset["at"]);
}

/** The row that a key leads to: only those with a line are gone to. */
function goesTo(key: string, from: number, rows: readonly Row[]): number | undefined {
  const linked = rows.flatMap(({ line }, i) => (line === undefined ? [] : [i]));
  switch (key) {
    case "ArrowDown": return linked.find((i) => i > from) ?? from;
    case "ArrowUp": return linked.findLast((i) => i < from) ?? from;
    case "Home": return linked[0];
    case "End": return linked.at(-1);
    default: return undefined;
  }
}

/** Scrolls the column to a line, and not the page. */
function show(scroller: HTMLElement, line: number | undefined): void {
  if (line === undefined) return;
  const high = lineHeightOf(scroller);
  const top = line * high;
  if (top < scroller.scrollTop || top + high > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top - scroller.clientHeight / 3;
}
