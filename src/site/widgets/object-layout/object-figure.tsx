/** One kind of object at a time: what a program says, what is in memory, and one sentence on it. */
import { useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { useSettled } from "../word/settled";
import { ObjectDrawing } from "./object-drawing";
import { objectKinds, objectScenes, type ObjectKind } from "./object-scenes";

export function ObjectFigure({ start }: { readonly start: ObjectKind }): ReactNode {
  const [kind, setKind] = useState(start);
  const scene = objectScenes.find((each) => each.kind === kind) ?? bug(`no object is a ${kind}`);
  const said = useSettled(scene.says);
  return (
    <figure className="figure figure-wide object-layout">
      <figcaption className="figure-try">Choose a kind of object. Which of its words are references, and which one word says so to the collector?</figcaption>
      <div className="figure-controls" role="group" aria-label="Kinds of objects">
        {objectKinds.map((each) => (
          <button key={each} type="button" className="button button-small" aria-pressed={each === kind} onClick={() => setKind(each)}>{each}</button>
        ))}
      </div>
      <p className="object-source"><code>{scene.source}</code></p>
      <div className="object-scroll" tabIndex={0} role="region" aria-label="Objects in memory"><ObjectDrawing scene={scene} /></div>
      <p className="object-says" aria-hidden="true">{scene.says}</p>
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={kind === start} onClick={() => setKind(start)}>Reset</button>
      </div>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}
