/** The queue at a moment, the tape of all moments, what the driver can do, and stories to be led through. */
import { useState, type ReactNode } from "react";
import { GuideSteps } from "../stale-tlb/guide-steps";
import { useSettled } from "../word/settled";
import { DriverActions } from "./driver-actions";
import { type Action, momentText } from "./moments";
import { guides } from "./queue-guides";
import { QueueMachine } from "./queue-machine";
import { QueueAreas, QueueBuffers } from "./queue-picture";

interface Shown {
  readonly machine: QueueMachine;
  /** How many moments have been. */
  readonly at: number;
}

interface Told {
  readonly guide: number;
  readonly done: number;
}

/** Behind a notification: the device has read the chain, and is about to write. */
const startsBehind = 3;
const startsAt = 17;

function after({ machine }: Shown, actions: readonly Action[]): Shown {
  const before = machine.moments.length;
  for (const action of actions) machine.perform(action);
  const notified = machine.moments.findIndex(({ place }, i) => i >= before && place.area === "register" && place.name === "QueueNotify");
  // What the driver does is done; what the device does is there to be stepped through.
  return { machine, at: notified < 0 ? machine.moments.length : notified + 1 };
}

const atStart = (): Shown => ({ machine: new QueueMachine(), at: 0 });

function telling(): Shown {
  const { machine } = after(atStart(), guides[0]!.steps.slice(0, startsBehind).flatMap(({ actions }) => actions));
  return { machine, at: startsAt };
}

export function VirtqueueFigure(): ReactNode {
  const [shown, setShown] = useState(telling);
  const [told, setTold] = useState<Told>({ guide: 0, done: startsBehind });
  const { machine, at } = shown;
  const { moments } = machine;
  const moment = moments[at - 1];
  const { ram, isHigh, fault } = moment ?? machine.start;
  const text = moment === undefined ? "The queue is set up, and empty." : momentText(moment);
  const said = useSettled(text);
  const go = (to: number): void => setShown({ machine, at: Math.max(0, Math.min(moments.length, to)) });
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
    <figure className="figure figure-wide virtqueue">
      <figcaption className="figure-try">Step through what the device does with a chain. Then take the driver's part: describe, make available, notify, and leave one of them out.</figcaption>
      <GuideSteps guide={guides[told.guide]!} done={told.done} onNext={goOn} onAgain={() => choose(told.guide)}>
        {guides.map(({ title }, i) => <button key={title} type="button" className="button button-small" aria-pressed={i === told.guide} onClick={() => choose(i)}>{title}</button>)}
      </GuideSteps>
      <p className={moment === undefined ? "queue-moment" : `queue-moment by-${moment.who}`}>{text}</p>
      <div className="figure-controls queue-tape">
        <button type="button" className="button button-small" disabled={at === 0} onClick={() => go(at - 1)}>Back</button>
        <button type="button" className="button button-small button-strong" disabled={at === moments.length} onClick={() => go(at + 1)}>Step</button>
        <button type="button" className="button button-small" disabled={at === moments.length} onClick={() => go(moments.length)}>To the end</button>
        <label className="queue-rail">
          <span className="visually-hidden">Accesses</span>
          <input type="range" min={0} max={Math.max(1, moments.length)} value={at} aria-valuetext={`behind ${at} of ${moments.length} accesses`} onChange={(event) => go(Number(event.target.value))} />
        </label>
        <span className="label">{at} of {moments.length}</span>
        <span className={isHigh ? "queue-line high" : "queue-line"}><span className="label">interrupt</span> {isHigh ? "asserted" : "not asserted"}</span>
        {fault !== undefined && <span className="queue-line high">the device needs a reset</span>}
      </div>
      <QueueAreas ram={ram} moment={moment} />
      <QueueBuffers ram={ram} moment={moment} />
      <DriverActions machine={machine} onAction={perform} />
      <div className="figure-controls">
        <button type="button" className="button button-small" onClick={() => choose(told.guide)}>Reset</button>
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
