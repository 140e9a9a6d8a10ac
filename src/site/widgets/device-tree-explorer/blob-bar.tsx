/** The whole blob as a bar, its blocks side by side, and where in it the node is. */
import type { ReactNode } from "react";
import type { Blob, BlobNode } from "./blob";

const WIDE = 1000;
const HIGH = 26;
/** A node of a few bytes can still be seen. */
const LEAST = 3;

export function BlobBar({ blob: { bytes, header }, node: { begin, end, path } }: { readonly blob: Blob; readonly node: BlobNode }): ReactNode {
  const scale = WIDE / bytes.length;
  const blocks = [
    ["header", 0, 40],
    ["reservations", header.off_mem_rsvmap, Math.max(0, header.off_dt_struct - header.off_mem_rsvmap)],
    ["structure block", header.off_dt_struct, header.size_dt_struct],
    ["strings block", header.off_dt_strings, header.size_dt_strings],
  ] as const;
  const width = Math.max(LEAST, (end.at + end.size - begin.at) * scale);
  return (
    <div className="blob-bar">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" role="img" aria-label={`${path} is bytes ${begin.at} to ${end.at + end.size - 1} of ${bytes.length}`}>
        {blocks.map(([name, at, size], i) => <rect key={name} className={i % 2 === 0 ? "blob-block even" : "blob-block"} x={at * scale} y={0} width={size * scale} height={HIGH} />)}
        <rect className="blob-node" x={Math.min(begin.at * scale, WIDE - LEAST)} y={0} width={width} height={HIGH} />
      </svg>
      <p className="label">
        {blocks.map(([name, at, size]) => `${name}: ${size} bytes at 0x${at.toString(16)}`).join(" \u00b7 ")}
      </p>
    </div>
  );
}
