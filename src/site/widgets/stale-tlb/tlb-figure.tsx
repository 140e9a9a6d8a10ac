/** The tables, the TLB, what the last accesses got, and three stories to be led through. */
import { useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { GuideSteps } from "./guide-steps";
import { guides } from "./guides";
import { type Line, lineOf } from "./happened-text";
import { ProgramTables } from "./program-tables";
import type { Action, PageName } from "./tlb-actions";
import { TlbMachine } from "./tlb-machine";
import { TlbPlaces } from "./tlb-places";

interface Shown {
  readonly machine: TlbMachine;
  /** The last lines, the newest at the end. */
  readonly lines: readonly Line[];
  readonly count: number;
  /** What a TLBI by address means: the page that was used last. */
  readonly page: PageName;
}

interface Told {
  readonly guide: number;
  /** How many of its steps are done. */
  readonly done: number;
}

const linesKept = 8;

/** An access, a change, the same access: the figure begins with a stale entry. */
const startsWith: readonly Action[] = guides[0]!.steps.slice(0, 3).flatMap(({ actions }) => actions);

const atStart = (): Shown => ({ machine: new TlbMachine(), lines: [], count: 0, page: "code" });

function after(shown: Shown, actions: readonly Action[]): Shown {
  const { machine } = shown;
  const lines = actions.map((action) => lineOf(machine.perform(action)));
  const page = actions.reduce((last, action) => ("page" in action ? action.page : last), shown.page);
  return { machine, lines: [...shown.lines, ...lines].slice(-linesKept), count: shown.count + lines.length, page };
}

export function TlbFigure(): ReactNode {
  const [shown, setShown] = useState(() => after(atStart(), startsWith));
  const [told, setTold] = useState<Told>({ guide: 0, done: 3 });
  const { machine, lines, count, page } = shown;
  const last = lines.at(-1);
  const said = useSettled(last === undefined ? "The machine begins again." : `${count}. ${last.code}: ${last.says}`);
  const perform = (...actions: readonly Action[]): void => setShown(after(shown, actions));
  const choose = (guide: number): void => {
    setShown(atStart());
    setTold({ guide, done: 0 });
  };
  const goOn = (): void => {
    perform(...guides[told.guide]!.steps[told.done]!.actions);
    setTold({ ...told, done: told.done + 1 });
  };

  return (
    <figure className="figure figure-wide stale-tlb">
      <figcaption className="figure-try">Read a page, give it another frame, and read it again. Then find the smallest TLBI that makes it right. What is in a frame is a tree: so you see where an access went.</figcaption>
      <GuideSteps guide={guides[told.guide]!} done={told.done} onNext={goOn} onAgain={() => choose(told.guide)}>
        {guides.map(({ title }, i) => <button key={title} type="button" className="button button-small" aria-pressed={i === told.guide} onClick={() => choose(i)}>{title}</button>)}
      </GuideSteps>
      <div className="tlb-machine">
        <ProgramTables machine={machine} onAction={perform} />
        <TlbPlaces machine={machine} page={page} onAction={perform} />
        <section className="tlb-log" aria-label="What happened">
          <p className="tlb-head"><b>what happened</b></p>
          <ol start={Math.max(1, count - lines.length + 1)}>
            {lines.map(({ code, says, look }, i) => (
              <li key={count - lines.length + i} className={`tlb-line tlb-line-${look}`}><code>{code}</code><span>{says}</span></li>
            ))}
          </ol>
        </section>
      </div>
      <div className="figure-controls">
        <button type="button" className="button button-small" onClick={() => choose(told.guide)}>Reset</button>
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
