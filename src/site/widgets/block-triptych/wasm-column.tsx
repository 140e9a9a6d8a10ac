/** The function of WebAssembly, in the text format, an instruction of the program after another. */
import { Fragment, useRef, type ReactNode } from "react";
import { AssemblyText } from "../machine/assembly-text";
import type { CodeLine, Part, Section } from "./sections";
import { lineAt, type TriptychView } from "./triptych-view";
import { useShown } from "./use-shown";

interface Props {
  readonly view: TriptychView;
  readonly pointed: number | undefined;
  readonly onPoint: (line: number | undefined) => void;
  readonly onKeep: (line: number) => void;
}

export function WasmColumn({ view, pointed, onPoint, onKeep }: Props): ReactNode {
  const scroller = useRef<HTMLOListElement>(null);
  useShown(scroller, pointed);
  return (
    <section className="triptych-column triptych-wasm">
      <p className="label">WebAssembly</p>
      <ol ref={scroller} className="triptych-rows" onMouseLeave={() => onPoint(undefined)}>
        {view.sections.map((section, i) => {
          if (section.kind !== "instruction") return <li key={i} className="triptych-frame" onMouseEnter={() => onPoint(undefined)}><Title section={section} /><Parts parts={section.parts} /></li>;
          const line = lineAt(view, section.place);
          return (
            <li key={i} className={line !== undefined && line === pointed ? "triptych-row pointed" : "triptych-row"} data-line={line} onMouseEnter={() => onPoint(line)}>
              <button type="button" className="triptych-name" aria-pressed={line !== undefined && line === pointed} onClick={() => { if (line !== undefined) onKeep(line); }}>
                <AssemblyText text={view.rows.find(({ place }) => place === section.place)?.text ?? ""} />
              </button>
              <Parts parts={section.parts} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Title({ section }: { readonly section: Section }): ReactNode {
  if (section.kind !== "block") return null;
  return <p className="triptych-block">block at {section.place.toString(16).padStart(2, "0")}, {section.count === 1 ? "1 instruction" : `${section.count} instructions`}</p>;
}

function Parts({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  if (parts.length === 0) return <p className="triptych-note">Nothing: it is only how the block ends.</p>;
  return parts.map((part, i) => (part.kind === "line" ? <Line key={i} line={part.line} /> : (
    <details key={i} className="triptych-fold">
      <summary>{part.says} <span className="label">{part.lines.length} lines</span></summary>
      {part.lines.map((line, k) => <Line key={k} line={line} />)}
    </details>
  )));
}

function Line({ line: { text, depth, comment, isFlags } }: { readonly line: CodeLine }): ReactNode {
  return (
    <div className={isFlags ? "triptych-line flags" : "triptych-line"} style={{ paddingLeft: `${Math.min(depth, 6)}ch` }}>
      <code>{text.split(/(\$[\w.]+)/).map((piece, i) => (i % 2 === 0 ? <Fragment key={i}>{piece}</Fragment> : <span key={i} className={/^\$(x\d|sp)/.test(piece) ? "asm role-register" : "triptych-local"}>{piece}</span>))}</code>
      {comment !== undefined && <span className="asm-comment"> ;; {comment}</span>}
    </div>
  );
}
