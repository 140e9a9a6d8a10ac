/** The columns, what points from one to the others, the compiler behind them, and the machine that boots what it has made. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import type { Setup } from "../computer/messages";
import { useComputer } from "../computer/use-computer";
import { useSettled } from "../word/settled";
import { CompiledMachine } from "./compiled-machine";
import { CodeColumn } from "./code-column";
import { compiledSample, compiledSamples } from "./compiled-samples";
import type { CompiledView } from "./compiled-view";
import { lineText, newsText, refusedText, viewText } from "./compiler-text";
import type { CompileOutcome } from "./messages";
import { SourceColumn } from "./source-column";
import { useCompiler } from "./use-compiler";

const machine: Setup = { ramMiB: 16, cpus: 1, gic: 2, bootargs: "", time: "steady", hasNetwork: false };
/** From the last key to the compiler's next run. */
const settleMs = 350;

export function CompilerFigure({ start }: { readonly start: string }): ReactNode {
  const { compiler, news } = useCompiler();
  const { computer, known } = useComputer();
  const [sample, setSample] = useState(() => compiledSample(start));
  const [text, setText] = useState(sample.source);
  const [isOptimized, setOptimized] = useState(true);
  const [hovered, setHovered] = useState<number>();
  const [kept, setKept] = useState<number | undefined>(sample.points);
  const [boots, setBoots] = useState(false);
  const [hasBooted, setBooted] = useState(false);

  const outcome = answerTo(news.answer, text, isOptimized);
  const given = text === sample.source ? sample[isOptimized ? "optimized" : "written"] : undefined;
  const latest = useRef<CompiledView>(sample.optimized);
  const view = outcome?.kind === "compiled" ? outcome.view : given ?? latest.current;
  latest.current = view;
  const refused = outcome?.kind === "refused" ? outcome.lines : none;
  const pointed = hovered ?? kept;
  const marks = useMemo(() => ({ pointed, refused }), [pointed, refused]);

  useEffect(() => {
    if (given !== undefined || outcome !== undefined) return undefined;
    const timer = setTimeout(() => compiler.compile({ source: text, isOptimized }), settleMs);
    return () => clearTimeout(timer);
  }, [compiler, text, isOptimized, given, outcome]);
  useEffect(() => {
    if (!boots || (outcome === undefined && news.fault === undefined)) return;
    setBoots(false);
    if (outcome?.kind !== "compiled") return;
    setBooted(true);
    computer.start(machine, { kind: "files", kernel: new Blob([outcome.image as Uint8Array<ArrayBuffer>]), disks: [] });
  }, [boots, outcome, news.fault, computer]);

  const choose = (name: string): void => {
    const next = compiledSample(name);
    setSample(next);
    setText(next.source);
    setKept(next.points);
    setHovered(undefined);
    setBoots(false);
    setBooted(false);
    computer.close();
  };
  const boot = (): void => {
    setBoots(true);
    if (outcome === undefined) compiler.compile({ source: text, isOptimized });
  };
  const state = newsText(news) ?? (refused.length > 0 ? refusedText(refused) : viewText(view));
  const lineSays = pointed === undefined ? "" : lineText(pointed, view);
  const said = useSettled([lineSays, newsText(news) ?? refusedText(refused)].filter((each) => each !== "").join(" "));

  return (
    <figure className="figure figure-wide compiler-view">
      <figcaption className="figure-try">{sample.tells}</figcaption>
      <div className="compiler-choices">
        <div role="group" aria-label="Programs">
          {compiledSamples.map(({ name, title }) => (
            <button key={name} type="button" className="button button-small" aria-pressed={name === sample.name} onClick={() => choose(name)}>{title}</button>
          ))}
        </div>
        <div role="group" aria-label="The optimizer">
          <button type="button" className="button button-small" aria-pressed={!isOptimized} onClick={() => setOptimized(false)}>As written</button>
          <button type="button" className="button button-small" aria-pressed={isOptimized} onClick={() => setOptimized(true)}>Optimized</button>
        </div>
      </div>
      <div className="compiler-columns">
        <SourceColumn title={sample.title} text={text} marks={marks} onChange={setText} onPoint={setHovered} onCursor={setKept} />
        <CodeColumn title="Intermediate representation" form="ir" functions={view.functions} pointed={pointed} onPoint={setHovered} onGo={setKept} />
        <CodeColumn title="Instructions" form="assembly" functions={view.functions} pointed={pointed} onPoint={setHovered} onGo={setKept} />
      </div>
      <p className="compiler-pointed" aria-hidden="true">{lineSays}</p>
      <p className={refused.length > 0 || news.fault !== undefined ? "compiler-state wrong" : "compiler-state"} aria-hidden="true">{state}</p>
      <p className="visually-hidden" role="status">{said}</p>
      <div className="figure-controls">
        <button type="button" className="button button-small button-strong" disabled={boots && news.isBusy} onClick={boot}>{text === sample.source ? "Boot" : "Boot it, as it is now"}</button>
        <button type="button" className="button button-small" disabled={text === sample.source} onClick={() => setText(sample.source)}>Reset</button>
        <Link className="label" to="/language/">What the language has</Link>
        <span className="label compiler-command">On the command line: o2p build {sample.file}{isOptimized ? "" : " --no-optimize"} --emit asm</span>
      </div>
      {hasBooted && <CompiledMachine title={sample.title} computer={computer} known={known} />}
    </figure>
  );
}

const none = [] as const;

function answerTo(answer: { readonly request: { readonly source: string; readonly isOptimized: boolean }; readonly outcome: CompileOutcome } | undefined, source: string, isOptimized: boolean): CompileOutcome | undefined {
  return answer?.request.source === source && answer.request.isOptimized === isOptimized ? answer.outcome : undefined;
}
