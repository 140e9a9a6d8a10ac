/** The bytes of a node, a token or a part of one to a line; those of the lit property marked, and its name in the strings block. */
import { useMemo, type ReactNode } from "react";
import type { Blob, BlobNode } from "./blob";
import { blobLines } from "./blob-lines";

interface Props {
  readonly blob: Blob;
  readonly node: BlobNode;
  readonly lit: number | undefined;
  readonly onLight: (property: number | undefined) => void;
}

export function BlobBytes({ blob, node, lit, onLight }: Props): ReactNode {
  const lines = useMemo(() => blobLines(blob, node), [blob, node]);
  const name = lit === undefined ? undefined : node.properties[lit]?.name;
  return (
    <div className="blob-bytes-holder">
      <ul className="blob-bytes" tabIndex={0} aria-label="The bytes of the node">
        {lines.map(({ at, bytes, says, property }, i) => (
          <li key={i} className={property !== undefined && property === lit ? "lit" : ""} onMouseEnter={() => onLight(property)} onMouseLeave={() => onLight(undefined)}>
            <span className="blob-at">{bytes.length === 0 ? "" : place(at)}</span>
            <span className="blob-hex">{words(bytes)}</span>
            <span className="blob-says">{says}</span>
          </li>
        ))}
      </ul>
      <p className="label blob-name">
        {name === undefined ? "Names of properties are in the strings block." : `${place(name.at)} ${words([...blob.bytes.subarray(name.at, name.at + name.size)])}: in the strings block`}
      </p>
    </div>
  );
}

const place = (at: number): string => at.toString(16).padStart(4, "0");

/** Four bytes together. */
const words = (bytes: readonly number[]): string =>
  bytes.map((byte, i) => `${i > 0 && i % 4 === 0 ? " " : ""}${byte.toString(16).padStart(2, "0")}`).join("");
