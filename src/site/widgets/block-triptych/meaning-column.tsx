/** What each instruction does, by chapter 2's explainer: another executor of the same semantics. */
import { useRef, type ReactNode } from "react";
import { AssemblyText } from "../machine/assembly-text";
import type { TriptychView } from "./triptych-view";
import { useShown } from "./use-shown";

interface Props {
  readonly view: TriptychView;
  readonly pointed: number | undefined;
  readonly onPoint: (line: number | undefined) => void;
  readonly onKeep: (line: number) => void;
}

export function MeaningColumn({ view, pointed, onPoint, onKeep }: Props): ReactNode {
  const scroller = useRef<HTMLOListElement>(null);
  useShown(scroller, pointed);
  return (
    <section className="triptych-column triptych-meaning">
      <p className="label">What it means</p>
      <ol ref={scroller} className="triptych-rows" onMouseLeave={() => onPoint(undefined)}>
        {view.rows.map(({ line, place, text, says, isCompiled }) => (
          <li key={place} className={line === pointed ? "triptych-row pointed" : "triptych-row"} data-line={line} onMouseEnter={() => onPoint(line)}>
            <button type="button" className="triptych-name" aria-pressed={line === pointed} onClick={() => onKeep(line)}><AssemblyText text={text} /></button>
            <ul>{says.split("; ").map((statement, i) => <li key={i}><code>{statement}</code></li>)}</ul>
            {!isCompiled && <p className="triptych-note">Nobody comes here from the first instruction: it is not compiled.</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
