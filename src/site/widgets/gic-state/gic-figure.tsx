/** The distributor, the CPU interface, the ruler of priorities, what happened, and stories to be led through. */
import { useState, type ReactNode } from "react";
import { GuideSteps } from "../stale-tlb/guide-steps";
import { useSettled } from "../word/settled";
import { CpuSidePanel } from "./cpu-side";
import { type Action, sources } from "./gic-actions";
import { guides } from "./gic-guides";
import { GicMachine } from "./gic-machine";
import { type Line, lineOf } from "./happened-text";
import { PriorityScale } from "./priority-scale";
import { SourceRows } from "./source-rows";

interface Shown {
  readonly machine: GicMachine;
  /** The last lines, the newest at the end. */
  readonly lines: readonly Line[];
  readonly count: number;
}

interface Told {
  readonly guide: number;
  /** How many of its steps are done. */
  readonly done: number;
}

const linesKept = 8;
/** A handler runs, and something more urgent asks. */
const startsBehind = 3;

const atStart = (): Shown => ({ machine: new GicMachine(), lines: [], count: 0 });

function after({ machine, lines, count }: Shown, actions: readonly Action[]): Shown {
  const added = actions.map((action) => lineOf(machine.perform(action)));
  return { machine, lines: [...lines, ...added].slice(-linesKept), count: count + added.length };
}

const startsWith = guides[0]!.steps.slice(0, startsBehind).flatMap(({ actions }) => actions);

export function GicFigure(): ReactNode {
  const [shown, setShown] = useState(() => after(atStart(), startsWith));
  const [told, setTold] = useState<Told>({ guide: 0, done: startsBehind });
  const { machine, lines, count } = shown;
  const { cpu } = machine;
  const states = sources.map(({ intid }) => machine.state(intid));
  const last = lines.at(-1);
  const said = useSettled(last === undefined ? "The controller is as a kernel has set it up." : `${count}. ${last.code}: ${last.says}`);
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
    <figure className="figure figure-wide gic-state">
      <figcaption className="figure-try">Raise a line, acknowledge, end. Then end an interrupt without having served its device, and see what the next acknowledge says.</figcaption>
      <GuideSteps guide={guides[told.guide]!} done={told.done} onNext={goOn} onAgain={() => choose(told.guide)}>
        {guides.map(({ title }, i) => <button key={title} type="button" className="button button-small" aria-pressed={i === told.guide} onClick={() => choose(i)}>{title}</button>)}
      </GuideSteps>
      <PriorityScale states={states} cpu={cpu} />
      <div className="gic-machine">
        <SourceRows states={states} onAction={perform} />
        <CpuSidePanel cpu={cpu} onAction={perform} />
        <section className="gic-log" aria-label="What happened">
          <p className="gic-head"><b>what happened</b></p>
          <ol start={Math.max(1, count - lines.length + 1)}>
            {lines.map(({ code, says, isStriking }, i) => (
              <li key={count - lines.length + i} className={isStriking ? "gic-line striking" : "gic-line"}><code>{code}</code><span>{says}</span></li>
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
