/** `<TreeToList />`: a statement's tree, gone through children first, and the list that this makes. */
import { useState, type ReactNode } from "react";
import { StepControls } from "../word/step-controls";
import { BoxDrawn } from "./drawn";
import { STEPS, TREE } from "./tree-steps";
import "../machine/machine.css";
import "./compiler-drawings.css";

const wide = 62;
const high = 30;

export function TreeToList(): ReactNode {
  const [done, setDone] = useState(STEPS.length);
  const last = STEPS.length;
  const says = done === 0 ? "Nothing is done yet. Which node comes first?" : STEPS[done - 1]!.says;
  const look = (i: number): string => (i === done - 1 ? "lost" : i < done ? "done" : "");
  return (
    <figure className="figure compiler-drawing">
      <figcaption className="figure-try">Go back to the start, and say before each step which node it is, and what it adds.</figcaption>
      <div className="drawn-parts">
        <svg className="drawn" viewBox="0 0 290 210" style={{ maxWidth: "20rem" }} role="img" aria-label={`The tree of total += each * 2. ${says}`}>
          {TREE.map(({ x, y, parent }, i) => {
            const above = parent === undefined ? undefined : TREE[parent]!;
            return above === undefined ? null : <path key={i} className="drawn-arrow" d={`M${x + wide / 2} ${y}L${above.x + wide / 2} ${above.y + high}`} />;
          })}
          {TREE.map(({ text, x, y }, i) => <g key={i} className={`drawn-node ${look(i)}`} onClick={() => setDone(i + 1)}><BoxDrawn box={{ x, y, wide, high, lines: [text] }} /></g>)}
        </svg>
        <pre className="drawn-list" tabIndex={0} aria-label="The list">
          {STEPS.slice(0, done).map(({ adds }, i) => adds.map((line) => <div key={line} className={i === done - 1 ? "now" : ""}>{line}</div>))}
        </pre>
      </div>
      <p className="drawn-says" aria-live="polite">{says}</p>
      <StepControls unit="nodes" now={done} last={last} says={says} onGo={setDone} />
    </figure>
  );
}
