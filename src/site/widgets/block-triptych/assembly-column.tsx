/** The program, to be changed; without script, its lines. */
import { useEffect, useState, type ReactNode } from "react";
import type { SourceMarks } from "../compiler-view/source-marks";
import { AssemblyText } from "../machine/assembly-text";
import { AssemblyEditor } from "./assembly-editor";

interface Props {
  readonly text: string;
  readonly marks: SourceMarks;
  readonly onChange: (text: string) => void;
  readonly onPoint: (line: number | undefined) => void;
  readonly onCursor: (line: number) => void;
}

export function AssemblyColumn(props: Props): ReactNode {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return (
    <section className="triptych-column triptych-assembly">
      <p className="label">AArch64, to be changed</p>
      {isLive ? <AssemblyEditor label="The program" {...props} /> : (
        <div className="triptych-rows">
          {props.text.trimEnd().split("\n").map((line, i) => (
            <div key={i} className={i + 1 === props.marks.pointed ? "triptych-source pointed" : "triptych-source"}><code><AssemblyText text={line} /></code></div>
          ))}
        </div>
      )}
    </section>
  );
}
