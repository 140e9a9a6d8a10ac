/** The program that the machine runs, to be changed: a new start runs it as it is then. */
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { notesOf } from "../live-terminal/program-notes";
import { ProgramEditor } from "../machine/program-editor";
import type { Known } from "./remote-computer";

interface Props {
  readonly title: string;
  readonly source: string;
  readonly known: Known;
  readonly onChange: (source: string) => void;
  readonly onBoot: () => void;
}

export function ProgramPanel({ title, source, known, onChange, onBoot }: Props): ReactNode {
  const [isOpen, open] = useState(false);
  const { status, view, fault } = known;
  const pc = status?.standing === "stopped" ? view?.cpu.pc : undefined;
  const notes = useMemo(() => notesOf(source, known, pc), [source, known.lines, fault, pc]);
  useEffect(() => { if (fault?.line !== undefined) open(true); }, [fault]);
  return (
    <details className="machine-fold" open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>Program <span className="label">its text, to be changed</span></summary>
      {isOpen && (
        <div className="machine-program">
          <ProgramEditor label={`The program: ${title}`} text={source} notes={notes} onChange={onChange} />
          <button type="button" className="button button-small" onClick={onBoot}>Boot it, as it is now</button>
        </div>
      )}
    </details>
  );
}
