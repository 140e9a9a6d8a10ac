/** A node's properties, and what they say. */
import type { ReactNode } from "react";
import type { BlobNode } from "./blob";
import { type Piece, readingOf } from "./property-reading";

interface Props {
  readonly node: BlobNode;
  /** A property, by its number. */
  readonly lit: number | undefined;
  readonly onLight: (property: number | undefined) => void;
  readonly onChoose: (path: string) => void;
}

export function PropertyList({ node, lit, onLight, onChoose }: Props): ReactNode {
  return (
    <div className="property-side">
      <p className="property-path"><code>{node.path}</code></p>
      {node.properties.length === 0 && <p className="label">no properties: its name says it</p>}
      <dl className="property-list">
        {node.properties.map(({ property }, i) => (
          <div key={i} className={lit === i ? "lit" : ""} tabIndex={0} onMouseEnter={() => onLight(i)} onMouseLeave={() => onLight(undefined)} onFocus={() => onLight(i)} onBlur={() => onLight(undefined)} onClick={() => onLight(i)}>
            <dt>{property.name}</dt>
            <dd>{readingOf(node.way, property).map((piece, k) => <PieceText key={k} piece={piece} onChoose={onChoose} />)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function PieceText({ piece, onChoose }: { readonly piece: Piece; readonly onChoose: (path: string) => void }): ReactNode {
  if (typeof piece === "string") return piece;
  return <button type="button" className="property-link" onClick={() => onChoose(piece.path)}>{piece.text}</button>;
}
