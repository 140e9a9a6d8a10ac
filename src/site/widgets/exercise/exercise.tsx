/** `<Exercise id="decoder/field" />`: what to write, where it goes, and a place to write it. */
import { lazy, Suspense, useState, type ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import "./exercise.css";
import { exerciseCalled } from "../../../course/exercises/manifest";
import { useWork } from "./work-store";

const Workbench = lazy(async () => ({ default: (await import("./workbench")).Workbench }));

export function Exercise({ id }: { readonly id: string }): ReactNode {
  const row = exerciseCalled(id);
  const anchor = `exercise-${row.id.replace("/", "-")}`;
  useBrokenLinks().collectAnchor(anchor);
  const { passed, files } = useWork();
  const [open, setOpen] = useState(false);
  const started = files[row.file] !== undefined;
  const done = passed[row.id] !== undefined;
  return (
    <section id={anchor} className={done ? "exercise exercise-done" : "exercise"} aria-label={`Exercise: ${row.title}`}>
      <header className="exercise-head">
        <span className="label">Exercise, {row.points} points{row.kind === "graded question" ? "; a graded question" : ""}</span>
        <span className="label exercise-state">{done ? "passed" : started ? "begun" : ""}</span>
      </header>
      <h3>{row.title}</h3>
      <p className="exercise-task">{row.task}</p>
      <dl className="exercise-place">
        <dt>file</dt><dd><code>{row.file}</code></dd>
        <dt>export</dt><dd><code>{row.exports.name}</code>, of type <code>{row.exports.type}</code></dd>
        <dt>goes into</dt><dd>{goesInto[row.kind]}</dd>
      </dl>
      {open ? (
        <Suspense fallback={<p className="label">Loading the editor</p>}><Workbench row={row} /></Suspense>
      ) : (
        <div className="figure-controls">
          <button type="button" className="button button-strong" onClick={() => setOpen(true)}>{started ? "Go on writing" : "Write it here"}</button>
          <span className="exercise-elsewhere">
            or in your own editor: <code>npx o2p start</code>, then <code>npx o2p learn</code>
          </span>
        </div>
      )}
    </section>
  );
}

const goesInto = {
  part: "the machine, in place of ours: --mine runs with yours",
  practice: "nothing: it is for practice",
  "graded question": "your grade; the constants here are the practice variant",
} as const;
