/** The heap between two steps, what waits, and what can be taken away: words of the stack and references. */
import { useMemo, useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { StepControls } from "../word/step-controls";
import { HeapDrawing } from "./heap-drawing";
import { runCollection } from "./heap-run";
import { sceneLinks, sceneWords } from "./heap-scene";

const all = (count: number): readonly boolean[] => Array.from({ length: count }, () => true);
/** In the middle of marking: A has been looked into. */
const startsAt = 11;
const mostAllocated = 3;

export function HeapFigure(): ReactNode {
  const [words, setWords] = useState(() => all(sceneWords.length));
  const [links, setLinks] = useState(() => all(sceneLinks.length));
  const [more, setMore] = useState(0);
  const [at, setAt] = useState(startsAt);
  const present = useMemo(() => sceneLinks.filter((_, i) => links[i]), [links]);
  const run = useMemo(() => runCollection(present, words, more), [present, words, more]);
  const last = run.steps.length - 1;
  const now = Math.min(at, last);
  const step = run.steps[now]!;
  const said = useSettled(step.says);
  const waiting = step.waiting.length === 0 ? "nobody" : step.waiting.toReversed().join(", then ");

  /** What is taken away is answered by what is left of it. */
  const change = (): void => {
    setMore(0);
    setAt(Infinity);
  };
  const reset = (): void => {
    setWords(all(sceneWords.length));
    setLinks(all(sceneLinks.length));
    setMore(0);
    setAt(startsAt);
  };
  return (
    <figure className="figure figure-wide heap-picture">
      <figcaption className="figure-try">Step through the collection. Then take a word off the stack, or a reference away, and see who is garbage. What keeps L alive, and what F?</figcaption>
      <div className="heap-parts">
        <div className="heap-scroll" tabIndex={0} role="region" aria-label="The heap"><HeapDrawing step={step} links={present} words={run.words} begin={run.begin} /></div>
        <div className="heap-side">
          <p className="heap-phase label">{phaseText[step.phase]}</p>
          <p className="heap-says" aria-hidden="true">{step.says}</p>
          <p className="heap-waiting">To be looked into: <b>{waiting}</b></p>
          <div className="heap-changes" role="group" aria-label="Words on the stack">
            {sceneWords.map(({ title }, i) => (
              <button key={title} type="button" className="heap-change" aria-pressed={words[i]} onClick={() => { setWords(words.with(i, !words[i])); change(); }}>{title}</button>
            ))}
          </div>
          <div className="heap-changes" role="group" aria-label="References">
            {sceneLinks.map(({ from, to }, i) => (
              <button key={from + to} type="button" className="heap-change" aria-pressed={links[i]} onClick={() => { setLinks(links.with(i, !links[i])); change(); }}>{from} → {to}</button>
            ))}
          </div>
        </div>
      </div>
      <StepControls unit="step" now={now} last={last} says={step.says} onGo={setAt}>
        <button type="button" className="button button-small" disabled={more === mostAllocated} onClick={() => { setMore(more + 1); setAt(Infinity); }}>Allocate another</button>
        <button type="button" className="button button-small" onClick={reset}>Reset</button>
      </StepControls>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

const phaseText = {
  begin: "Before the collection", roots: "Roots: the words of the stack", mark: "Marking: what is reached from them", sweep: "Sweeping: what is not", end: "Behind the collection",
} as const;
