/** The file as a strip of bytes, its parts to choose from, and what the chosen one says. */
import { useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { ByteStrip } from "./byte-strip";
import { hex, partsOf, type FilePart } from "./file-parts";
import { helloBytes } from "./hello-file";
import { PartBytes } from "./part-bytes";
import { PartList } from "./part-list";

/** The part that the page is after. */
const telling = ".text";

export function StripFigure(): ReactNode {
  const [bytes] = useState(helloBytes);
  const [parts] = useState(() => partsOf(bytes));
  const start = parts.findIndex(({ name }) => name === telling);
  const [chosen, choose] = useState(start);
  const part = parts[chosen] ?? bug(`no part ${chosen}`);
  return (
    <figure className="figure figure-wide file-strip">
      <figcaption className="figure-try">Every byte of <code>hello</code>, sixty-four to a row; a zero is left empty. Press on one, or choose a part.</figcaption>
      <div className="strip-picture">
        <ByteStrip bytes={bytes} parts={parts} chosen={chosen} onChoose={choose} />
        <PartList parts={parts} chosen={chosen} onChoose={choose} />
      </div>
      <PartFacts part={part} />
      <PartBytes part={part} />
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={chosen === start} onClick={() => choose(start)}>Reset</button>
      </div>
    </figure>
  );
}

function PartFacts({ part: { name, offset, size, what, facts } }: { readonly part: FilePart }): ReactNode {
  return (
    <div className="part-facts" role="status">
      <p><b>{name}</b><span className="label"> offset {hex(offset)}, {size} bytes</span></p>
      <p>{what}</p>
      {facts.length > 0 && (
        <dl>
          {facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
        </dl>
      )}
    </div>
  );
}
