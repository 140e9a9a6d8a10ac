/** A service's text, to be changed, with what is refused of it at its line; without script, the text as it stands. */
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { SourceEditor } from "../compiler-view/source-editor";
import "../compiler-view/compiler-view.css";
import type { ServiceInPage } from "./use-service";

interface Props {
  /** "The service: Hello" */
  readonly label: string;
  readonly service: ServiceInPage;
}

const ignore = (): void => undefined;

export function ServiceEditor({ label, service: { text, refused, says, isWrong, change, build } }: Props): ReactNode {
  const [isLive, setLive] = useState(false);
  const marks = useMemo(() => ({ pointed: undefined, refused }), [refused]);
  useEffect(() => setLive(true), []);
  return (
    <div className="service-editor">
      {isLive
        ? <SourceEditor label={label} text={text} marks={marks} onChange={change} onPoint={ignore} onCursor={ignore} onRun={build} />
        : (
          <pre className="compiler-rows" tabIndex={0} aria-label={label}>
            {text.trimEnd().split("\n").map((line, i) => <div key={i} className="compiler-row"><span className="compiler-line">{i + 1}</span><code>{line}</code></div>)}
          </pre>
        )}
      <p className={isWrong ? "service-says wrong" : "service-says"} role="status">{says}</p>
    </div>
  );
}
