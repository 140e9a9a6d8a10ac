/** The three columns, and what points from one to the others. */
import { useMemo, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { withCommas } from "../machine/numbers";
import type { ProgramFault } from "../machine/program";
import { useSettled } from "../word/settled";
import { AssemblyColumn } from "./assembly-column";
import { MeaningColumn } from "./meaning-column";
import { type BlockSample, blockSamples } from "./samples";
import { triptychView, type TriptychView } from "./triptych-view";
import { WasmColumn } from "./wasm-column";

interface State {
  readonly sample: BlockSample;
  readonly text: string;
  /** Of the last text that could be assembled. */
  readonly view: TriptychView;
  readonly fault: ProgramFault | undefined;
}

export function TriptychFigure({ start }: { readonly start: string }): ReactNode {
  const [state, setState] = useState(() => stateOf(sampleCalled(start)));
  const [hovered, setHovered] = useState<number>();
  const [kept, setKept] = useState<number | undefined>(state.sample.points);
  const { sample, text, view, fault } = state;
  const pointed = hovered ?? kept;
  const refused = useMemo(() => (fault === undefined ? [] : [{ line: fault.line, column: 1, what: fault.what }]), [fault]);
  const marks = useMemo(() => ({ pointed, refused }), [pointed, refused]);
  const says = stateText(view, fault);
  const said = useSettled([pointedText(view, pointed), fault === undefined ? "" : says].filter((each) => each !== "").join(" "));

  const choose = (next: BlockSample): void => {
    setState(stateOf(next));
    setHovered(undefined);
    setKept(next.points);
  };
  const type = (typed: string): void => {
    if (typed === text) return;
    const next = triptychView(typed);
    setState(isFaulty(next) ? { ...state, text: typed, fault: next } : { sample, text: typed, view: next, fault: undefined });
  };

  return (
    <figure className="figure figure-wide block-triptych">
      <figcaption className="figure-try">{sample.tells}</figcaption>
      <div className="triptych-samples" role="group" aria-label="Programs">
        {blockSamples.map((each) => (
          <button key={each.name} type="button" className="button button-small" aria-pressed={each === sample} onClick={() => choose(each)}>{each.title}</button>
        ))}
      </div>
      <div className={fault === undefined ? "triptych-columns" : "triptych-columns stale"}>
        <AssemblyColumn text={text} marks={marks} onChange={type} onPoint={setHovered} onCursor={setKept} />
        <MeaningColumn view={view} pointed={pointed} onPoint={setHovered} onKeep={setKept} />
        <WasmColumn view={view} pointed={pointed} onPoint={setHovered} onKeep={setKept} />
      </div>
      <p className={fault === undefined ? "triptych-state" : "triptych-state wrong"} aria-hidden="true">{says}</p>
      <p className="visually-hidden" role="status">{said}</p>
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={text === sample.source} onClick={() => choose(sample)}>Reset</button>
        <span className="label">Marked <span className="triptych-flags-key">like this</span>: what NZCV is made of, or a question for it</span>
      </div>
    </figure>
  );
}

const isFaulty = (view: TriptychView | ProgramFault): view is ProgramFault => "what" in view;

const sampleCalled = (name: string): BlockSample => blockSamples.find((sample) => sample.name === name) ?? bug(`<BlockTriptych>: there is no program "${name}"`);

function stateOf(sample: BlockSample): State {
  const view = triptychView(sample.source);
  return { sample, text: sample.source, view: isFaulty(view) ? bug(`${sample.name}, line ${view.line}: ${view.what}`) : view, fault: undefined };
}

function pointedText({ rows }: TriptychView, pointed: number | undefined): string {
  const row = rows.find(({ line }) => line === pointed);
  return row === undefined ? "" : `${row.text}: ${row.says}.`;
}

function stateText({ blocks, instructions, codeBytes }: TriptychView, fault: ProgramFault | undefined): string {
  if (fault !== undefined) return `Line ${fault.line} has a mistake; beside it stands the program before it.`;
  const counted = (count: number, what: string): string => `${withCommas(count)} ${what}${count === 1 ? "" : "s"}`;
  return `${counted(instructions, "instruction")} in ${counted(blocks, "block")}: a function of ${counted(codeBytes, "byte")} of WebAssembly.`;
}
