/**
 * The rows of all functions in one of their forms. A row that is pointed at, or gone to by the arrow keys, points at its
 * line of the source; rows of the line that is pointed at in any column are marked.
 */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { AssemblyText } from "../machine/assembly-text";
import type { FunctionView, Row } from "./compiled-view";

interface Props {
  readonly title: string;
  readonly form: "ir" | "assembly";
  readonly functions: readonly FunctionView[];
  readonly pointed: number | undefined;
  readonly onPoint: (line: number | undefined) => void;
  readonly onGo: (line: number) => void;
}

export function CodeColumn({ title, form, functions, pointed, onPoint, onGo }: Props): ReactNode {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const rows = useMemo(() => functions.flatMap((each) => each[form]), [functions, form]);
  useEffect(() => setActive(-1), [rows]);
  useEffect(() => {
    const { current } = scroller;
    if (current && !current.matches(":hover, :focus-within")) show(current, current.querySelector("[aria-selected='true']"));
  }, [pointed]);

  const go = (to: number): void => {
    setActive(to);
    const line = rows[to]?.line;
    if (line !== undefined) onGo(line);
    if (scroller.current) show(scroller.current, document.getElementById(`${id}-${to}`));
  };
  const press = (event: KeyboardEvent): void => {
    const to = goesTo(event.key, active, rows);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  let index = 0;
  return (
    <section className={`compiler-column compiler-${form}`}>
      <h4 className="label">{title}</h4>
      <div
        ref={scroller} className="compiler-rows" role="listbox" aria-multiselectable="true" aria-label={title} tabIndex={0}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`} onKeyDown={press} onMouseLeave={() => onPoint(undefined)}
      >
        {functions.map((each) => (
          <div key={each.name} className="compiler-function" role="group" aria-label={each.name}>
            {form === "assembly" && <p className="compiler-name" role="presentation">{each.name}:</p>}
            {each[form].map((row, i) => {
              const at = index++;
              const isNew = row.line !== undefined && row.line !== each[form][i - 1]?.line;
              return (
                <div
                  key={i} id={`${id}-${at}`} role="option" aria-selected={row.line !== undefined && row.line === pointed}
                  className={at === active ? "compiler-row active" : "compiler-row"}
                  onMouseEnter={() => onPoint(row.line)} onClick={() => go(at)}
                >
                  <span className="compiler-line">{isNew ? row.line : ""}</span>
                  {row.address !== undefined && <span className="compiler-address">{row.address}</span>}
                  <code>{form === "assembly" ? <AssemblyText text={row.text} /> : row.text}</code>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </section>
  );
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

/** Scrolls the column, and not the page. */
function show(scroller: HTMLElement, row: Element | null): void {
  if (row === null) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) scroller.scrollTop += inner.top - outer.top - outer.height / 3;
}
