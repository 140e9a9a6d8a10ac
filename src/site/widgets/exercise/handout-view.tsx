/** The question of a graded exercise, as this page's reader is asked it. */
import { Fragment, type ReactNode } from "react";
import { blocksOf, spansOf } from "./handout-blocks";

export function HandoutView({ handout }: { readonly handout: string }): ReactNode {
  return (
    <div className="exercise-handout">
      {blocksOf(handout).map((block, index) => {
        if (block.kind === "code") return <pre key={index} tabIndex={0}>{block.text}</pre>;
        if (block.kind === "paragraph") return <p key={index}><Spans text={block.text} /></p>;
        return <ol key={index}>{block.items.map((item) => <li key={item}><Spans text={item} /></li>)}</ol>;
      })}
    </div>
  );
}

function Spans({ text }: { readonly text: string }): ReactNode {
  return spansOf(text).map((span, index) => (index % 2 === 1 ? <code key={index}>{span}</code> : <Fragment key={index}>{span}</Fragment>));
}
