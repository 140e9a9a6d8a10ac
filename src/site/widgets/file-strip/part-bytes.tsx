/** The first bytes of a part: eight a line with their letters beside them, or a word a line with what it says. */
import type { ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { FilePart } from "./file-parts";

const bytesALine = 8;
const linesAtMost = 12;
const wordsAtMost = 8;

export function PartBytes({ part }: { readonly part: FilePart }): ReactNode {
  const { bytes, offset, size, codeAt } = part;
  const lines = codeAt === undefined ? byteLines(bytes, offset) : wordLines(bytes, offset, codeAt);
  const shown = Math.min(size, codeAt === undefined ? linesAtMost * bytesALine : wordsAtMost * 4);
  return (
    <div className="part-bytes-holder">
      <ul className={codeAt === undefined ? "part-bytes" : "part-bytes part-words"}>{lines}</ul>
      {shown < size && <p className="label">and {size - shown} bytes more</p>}
    </div>
  );
}

function byteLines(bytes: Uint8Array, offset: number): ReactNode {
  const count = Math.min(linesAtMost, Math.ceil(bytes.length / bytesALine));
  return Array.from({ length: count }, (_, i) => {
    const line = [...bytes.subarray(i * bytesALine, (i + 1) * bytesALine)];
    return (
      <li key={i}>
        <span className="bytes-offset">{place(offset + i * bytesALine)}</span>
        <span className="bytes-hex">{line.map(two).join(" ")}</span>
        <span className="bytes-text">{line.map(letter).join("")}</span>
      </li>
    );
  });
}

function wordLines(bytes: Uint8Array, offset: number, codeAt: bigint): ReactNode {
  const decoder = standardDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.min(wordsAtMost, Math.floor(bytes.length / 4)) }, (_, i) => {
    const word = view.getUint32(4 * i, true);
    const pc = codeAt + BigInt(4 * i);
    return (
      <li key={i}>
        <span className="bytes-offset">{place(offset + 4 * i)}</span>
        <span className="bytes-hex">{[...bytes.subarray(4 * i, 4 * i + 4)].map(two).join(" ")}</span>
        <span className="bytes-word">{word.toString(16).padStart(8, "0")}</span>
        <span className="bytes-says">{decoder.disassemble(word, pc).replace("\t", " ")}</span>
      </li>
    );
  });
}

const place = (offset: number): string => offset.toString(16).padStart(4, "0");
const two = (byte: number): string => byte.toString(16).padStart(2, "0");

/** A byte as ASCII prints it; a dot if it does not. */
const letter = (byte: number): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "\u00b7");
