/** The open exercise: the editor, the check, the hints, the verdict. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import type { ExerciseRow } from "../../../course/exercises/exercise";
import type { Verdict } from "../../../course/judge/core/verdict";
import { checkExercise, engineAt, handoutOf } from "./check-exercise";
import { CodeEditor } from "./code-editor";
import { downloadWork } from "./export-work";
import { HandoutView } from "./handout-view";
import { VerdictView } from "./verdict-view";
import { currentWork, forgetFile, keepFile, keepPass } from "./work-store";

type Check = { readonly kind: "none" } | { readonly kind: "running" } | { readonly kind: "done"; readonly verdict: Verdict; readonly ms: number } | { readonly kind: "failed"; readonly why: string };

export function Workbench({ row }: { readonly row: ExerciseRow }): ReactNode {
  const folder = useBaseUrl("/judge/");
  const [starter, setStarter] = useState<string | undefined>();
  const [text, setText] = useState(currentWork().files[row.file] ?? "");
  const [handout, setHandout] = useState<string | undefined>();
  const [hints, setHints] = useState(0);
  const [check, setCheck] = useState<Check>({ kind: "none" });
  const latest = useRef(text);
  latest.current = text;

  const failed = (fault: unknown): void => setCheck({ kind: "failed", why: fault instanceof Error ? fault.message : String(fault) });
  useEffect(() => {
    starterOf(row, folder).then((given) => {
      setStarter(given);
      setText((old) => (old === "" ? given : old));
    }, failed);
    handoutOf(row).then(setHandout, failed);
    engineAt(folder).warmUp(row.file.split("/")[0] ?? "").catch(failed);
  }, [row, folder]);

  const change = (next: string): void => {
    setText(next);
    keepFile(row.file, next);
  };
  const run = async (): Promise<void> => {
    setCheck({ kind: "running" });
    const begun = performance.now();
    const judged = latest.current;
    const verdict = await checkExercise(row, judged, folder);
    if (verdict.status === "pass") keepPass(row.id, judged);
    setCheck({ kind: "done", verdict, ms: performance.now() - begun });
  };
  const startAgain = (): void => {
    forgetFile(row.file);
    setText(starter ?? "");
    setCheck({ kind: "none" });
  };

  return (
    <div className="workbench">
      {handout !== undefined && <HandoutView handout={handout} />}
      {starter === undefined && text === "" ? <p className="label">Loading {row.file}</p> : (
        <div className="exercise-editor"><CodeEditor label={`${row.file}: ${row.task}`} text={text} onChange={change} onCheck={() => void run().catch(failed)} /></div>
      )}
      <div className="figure-controls">
        <button type="button" className="button button-strong" disabled={check.kind === "running"} onClick={() => void run().catch(failed)}>Check</button>
        <button type="button" className="button" disabled={hints === row.hints.length} onClick={() => setHints(hints + 1)}>
          {hints === 0 ? "A hint" : hints < row.hints.length ? "Another hint" : "No more hints"}
        </button>
        <button type="button" className="button" disabled={starter === undefined || text === starter} onClick={startAgain}>Start again</button>
        <button type="button" className="button" onClick={downloadWork}>Download my work</button>
      </div>
      <p className="label">Ctrl-Enter checks. Tab indents; Escape, then Tab, leaves the editor. The zip is what <code>o2p grade</code> takes.</p>
      {hints > 0 && <ol className="hints">{row.hints.slice(0, hints).map((hint) => <li key={hint}>{hint}</li>)}</ol>}
      <div aria-live="polite">
        {check.kind === "running" && <p className="label">Checking. The first time, this loads the type checker.</p>}
        {check.kind === "failed" && <p className="verdict verdict-not">The judge could not be run: {check.why}</p>}
        {check.kind === "done" && <><VerdictView verdict={check.verdict} /><p className="label">judged in {(check.ms / 1000).toFixed(2)} s, in this page</p></>}
      </div>
    </div>
  );
}

async function starterOf(row: ExerciseRow, folder: string): Promise<string> {
  const response = await fetch(`${folder}starters.json`);
  if (!response.ok) throw new Error(`the starters did not come: ${response.status}`);
  const starters = (await response.json()) as Readonly<Record<string, string>>;
  const starter = starters[row.file];
  if (starter === undefined) throw new Error(`there is no starter ${row.file}`);
  return starter;
}
