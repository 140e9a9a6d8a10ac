/** The program's text: an editor, and without script the text itself, its lines numbered. */
import { useEffect, useState, type ReactNode } from "react";
import { SourceEditor } from "./source-editor";
import type { SourceMarks } from "./source-marks";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly marks: SourceMarks;
  readonly onChange: (text: string) => void;
  readonly onPoint: (line: number | undefined) => void;
  readonly onCursor: (line: number) => void;
}

export function SourceColumn({ title, text, ...rest }: Props): ReactNode {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return (
    <section className="compiler-column compiler-source">
      <p className="label">TypeScript</p>
      {isLive
        ? <SourceEditor label={`The program: ${title}`} text={text} {...rest} />
        : (
          <pre className="compiler-rows" tabIndex={0} aria-label={`The program: ${title}`}>
            {text.trimEnd().split("\n").map((line, i) => <div key={i} className="compiler-row"><span className="compiler-line">{i + 1}</span><code>{line}</code></div>)}
          </pre>
        )}
    </section>
  );
}
