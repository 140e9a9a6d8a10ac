/** A command and what it printed when it was run: the weave runs it, so it is never typed by hand. */
import type { ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import type { TranscriptProps } from "../../course/weave/excerpt-props";

export function Transcript({ id, command, output, status, marked }: TranscriptProps): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const lines = output === "" ? [] : output.replace(/\n$/, "").split("\n");
  return (
    <div className="code code-wide transcript" id={id}>
      <pre tabIndex={0}>
        <code>
          <span className="code-line"><span className="t-prompt">$ </span><span className="t-command">{command}</span></span>
          {lines.map((line, index) => (
            <span key={index} className={marked.includes(index + 1) ? "code-line pointed" : "code-line"}>{line || "\n"}</span>
          ))}
          {status !== 0 && <span className="code-line tok-comment">exit status {status}</span>}
        </code>
      </pre>
    </div>
  );
}
