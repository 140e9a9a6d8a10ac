/** The program's text, its terminal, and the machine between them. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Setup } from "../computer/messages";
import { standingText } from "../computer/standing-text";
import { useComputer } from "../computer/use-computer";
import { AssemblyText } from "../machine/assembly-text";
import { ProgramEditor } from "../machine/program-editor";
import { Terminal } from "../terminal/terminal";
import { useSettled } from "../word/settled";
import { liveProgram } from "./live-programs";
import { notesOf } from "./program-notes";

const setupFor = (cpus: number): Setup => ({ ramMiB: 16, cpus, gic: 2, bootargs: "", time: "steady", hasNetwork: false });

export function LiveFigure({ start }: { readonly start: string }): ReactNode {
  const program = liveProgram(start);
  const figure = useRef<HTMLElement>(null);
  const { computer, known } = useComputer();
  const [text, setText] = useState(program.source);
  const [isLive, setLive] = useState(false);
  const { status, fault } = known;
  const standing = status?.standing;
  const isGoing = standing === "runs" || standing === "sleeps" || standing === "waits";
  const pc = standing === "stopped" ? known.view?.cpu.pc : undefined;
  const notes = useMemo(() => notesOf(text, known, pc), [text, known.lines, fault, pc]);
  const said = useSettled(isGoing ? "" : standingText(known));

  const boot = (source: string): void => {
    computer.start(setupFor(program.cpus), { kind: "assembly", source });
    computer.watch({ cpu: 0, devices: false, walk: undefined });
  };
  useEffect(() => {
    setLive(true);
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      seen.disconnect();
      boot(program.source);
    });
    if (figure.current) seen.observe(figure.current);
    return () => seen.disconnect();
  }, [computer, program]);
  const reset = (): void => {
    setText(program.source);
    boot(program.source);
  };

  return (
    <figure ref={figure} className="figure figure-wide live-terminal">
      <figcaption className="figure-try">{program.tells}</figcaption>
      <div className="live-parts">
        <div className="live-program">
          {isLive
            ? <ProgramEditor label={`The program: ${program.title}`} text={text} notes={notes} onChange={setText} />
            : <pre className="live-listing"><code>{text.split("\n").map((line, i) => <span key={i} className="live-line"><AssemblyText text={line} />{"\n"}</span>)}</code></pre>}
        </div>
        <Terminal label={`Terminal: ${program.title}`} line={computer.line} rows={16} convertEol>
          <p className="live-still">On the command line: <code>o2p boot {program.file}</code></p>
        </Terminal>
      </div>
      <div className="figure-controls">
        <button type="button" className="button button-small button-strong" onClick={() => boot(text)}>{text === program.source ? "Boot" : "Boot it, as it is now"}</button>
        {isGoing
          ? <button type="button" className="button button-small" onClick={() => computer.stop()}>Stop</button>
          : <button type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.run()}>Go on</button>}
        <button type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.step(1)}>Step</button>
        <button type="button" className="button button-small" disabled={text === program.source} onClick={reset}>Reset</button>
      </div>
      <p className="live-state" aria-hidden="true">{standingText(known)}</p>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
