/** A program in TypeScript: what it compiles to is what the machine boots. The compiler comes with the first of them. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { compiledSamples } from "../compiler-view/compiled-samples";
import { newsText, refusedText } from "../compiler-view/compiler-text";
import { SourceEditor } from "../compiler-view/source-editor";
import { useCompiler } from "../compiler-view/use-compiler";
import "../compiler-view/compiler-view.css";

interface Props {
  /** An image, as soon as there is one, and each time that one is asked for. */
  readonly onImage: (image: Uint8Array) => void;
}

const [first] = compiledSamples;
const ignore = (): void => undefined;
const none = [] as const;

export function TypeScriptPanel({ onImage }: Props): ReactNode {
  const { compiler, news } = useCompiler();
  const [text, setText] = useState(first?.source ?? "");
  const take = useRef(onImage);
  take.current = onImage;
  const outcome = news.answer?.outcome;
  const refused = outcome?.kind === "refused" && news.answer?.request.source === text ? outcome.lines : none;
  const marks = useMemo(() => ({ pointed: undefined, refused }), [refused]);
  const build = (source: string): void => compiler.compile({ source, isOptimized: true });
  useEffect(() => build(first?.source ?? ""), [compiler]);
  useEffect(() => { if (outcome?.kind === "compiled") take.current(outcome.image); }, [outcome]);

  const choose = (source: string): void => {
    setText(source);
    build(source);
  };
  const state = newsText(news) ?? refusedText(refused);
  return (
    <div className="machine-program machine-typescript">
      <div className="machine-choices" role="group" aria-label="Programs in TypeScript">
        {compiledSamples.map(({ name, title, source }) => <button key={name} type="button" className="button button-small" aria-pressed={source === text} onClick={() => choose(source)}>{title}</button>)}
      </div>
      <SourceEditor label="The program, in TypeScript" text={text} marks={marks} onChange={setText} onPoint={ignore} onCursor={ignore} />
      <p className="compiler-state" role="status">{state}</p>
      <button type="button" className="button button-small" disabled={news.isBusy} onClick={() => build(text)}>Compile and boot it</button>
    </div>
  );
}
