/** The whole machine: what it runs, its terminal, and its inside for whoever looks. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { liveProgram, livePrograms } from "../live-terminal/live-programs";
import { serviceRecord } from "../service/service-records";
import { serviceRows } from "../service/service-list";
import type { ImagePart } from "../service/service-record";
import { Terminal } from "../terminal/terminal";
import { useSettled } from "../word/settled";
import { type ChosenFile, chosenOf, withFiles } from "./chosen-files";
import { DropZone } from "./drop-zone";
import { FileList } from "./file-list";
import { type Choice, setupFor, softwareFor } from "./machine-choice";
import { MachineControls } from "./machine-controls";
import { MachineOptions } from "./machine-options";
import { MachinePanels } from "./machine-panels";
import { ProgramPanel } from "./program-panel";
import { SnapshotControls } from "./snapshot-controls";
import { standingText } from "./standing-text";
import { useComputer } from "./use-computer";
import "../machine/machine.css";
import "../page-walk/page-walk.css";
import "./machine-page.css";

const TypeScriptPanel = lazy(async () => ({ default: (await import("./typescript-panel")).TypeScriptPanel }));
const ServicePanel = lazy(async () => ({ default: (await import("./service-panel")).ServicePanel }));

const noParts: readonly ImagePart[] = [];
const startsWith: Choice = { kind: "program", name: "echo" };

export function MachinePage(): ReactNode {
  const { computer, known } = useComputer();
  const [choice, setChoice] = useState<Choice>(startsWith);
  const [setup, setSetup] = useState(() => setupFor(startsWith));
  const [source, setSource] = useState(() => liveProgram("echo").source);
  const [image, setImage] = useState<Uint8Array>();
  const [parts, setParts] = useState(noParts);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const standing = standingText(known);
  const said = useSettled(known.status?.standing === "runs" ? "" : standing);
  const hasWork = choice.kind === "program" || (choice.kind !== "files" ? image !== undefined : files.some(({ role }) => role === "kernel" || role === "firmware"));

  const start = (): void => computer.start(setup, softwareFor(choice, source, image, files));
  const startImage = (made: Uint8Array): void => {
    setImage(made);
    computer.start(setup, softwareFor({ kind: "typescript" }, "", made, []));
  };
  const startService = (made: Uint8Array, isOwn: boolean): void => {
    setParts(isOwn && choice.kind === "service" ? serviceRecord(choice.name).parts : noParts);
    startImage(made);
  };
  const choose = (next: Choice): void => {
    setChoice(next);
    setSetup(setupFor(next));
    setImage(undefined);
    setParts(noParts);
    if (next.kind !== "program") return;
    const program = liveProgram(next.name);
    setSource(program.source);
    computer.start(setupFor(next), { kind: "assembly", source: program.source });
  };
  const take = (added: readonly File[]): void => {
    if (choice.kind !== "files") {
      setChoice({ kind: "files" });
      setSetup(setupFor({ kind: "files" }));
    }
    void chosenOf(added).then((chosen) => {
      setFiles((before) => withFiles(before, chosen));
      // Firmware counts seconds down for somebody who may press a key: by the clock on the wall.
      if (chosen.some(({ role }) => role === "firmware")) setSetup((before) => ({ ...before, time: "host" }));
    });
  };
  useEffect(() => {
    // A link to a snapshot starts that one.
    if (!location.hash.startsWith("#snapshot=")) computer.start(setup, softwareFor(choice, source, undefined, []));
  }, [computer]);

  return (
    <DropZone onFiles={take}>
      <div className="machine-page">
        <div className="machine-choices" role="group" aria-label="What it runs">
          {serviceRows.map(({ name, title }) => (
            <button key={name} type="button" className="button button-small" aria-pressed={choice.kind === "service" && choice.name === name} onClick={() => choose({ kind: "service", name })}>{title}</button>
          ))}
          {livePrograms.map(({ name, title }) => (
            <button key={name} type="button" className="button button-small" aria-pressed={choice.kind === "program" && choice.name === name} onClick={() => choose({ kind: "program", name })}>{title}</button>
          ))}
          <button type="button" className="button button-small" aria-pressed={choice.kind === "typescript"} onClick={() => choose({ kind: "typescript" })}>TypeScript</button>
          <button type="button" className="button button-small" aria-pressed={choice.kind === "files"} onClick={() => choose({ kind: "files" })}>Your own files</button>
        </div>
        {choice.kind === "files" && <FileList files={files} onAdd={take} onChange={setFiles} />}
        {choice.kind === "typescript" && <Suspense><TypeScriptPanel onImage={startImage} /></Suspense>}
        <MachineOptions setup={setup} onChange={setSetup} />
        <div className={choice.kind === "service" ? "machine-beside" : undefined}>
          {choice.kind === "service" && <Suspense fallback={<div />}><ServicePanel key={choice.name} name={choice.name} onImage={startService} /></Suspense>}
          <Terminal label="The machine's terminal" line={computer.line} rows={26} convertEol={choice.kind !== "files"}>
            <p>The machine runs in a page with script. On the command line, <code>o2p boot</code> starts the same one.</p>
          </Terminal>
        </div>
        <p className="machine-standing" aria-hidden="true">{standing}</p>
        <p className="visually-hidden" role="status">{said}</p>
        <MachineControls computer={computer} known={known} canStart={hasWork} onStart={start} />
        <SnapshotControls computer={computer} known={known} files={files} />
        {choice.kind === "program" && <ProgramPanel title={liveProgram(choice.name).title} source={source} known={known} onChange={setSource} onBoot={start} />}
        <MachinePanels computer={computer} known={known} parts={parts} />
      </div>
    </DropZone>
  );
}
