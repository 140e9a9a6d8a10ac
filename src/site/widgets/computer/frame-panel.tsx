/** The frames that the machine has sent: a line each, and the bytes of one. */
import { useState, type ReactNode } from "react";
import { counted } from "../machine/numbers";
import type { Known } from "./remote-computer";
import { frameSummary } from "./frame-summary";

export function FramePanel({ known: { frames, frameCount, setup } }: { readonly known: Known }): ReactNode {
  const [open, setOpen] = useState<number>();
  if (setup?.hasNetwork !== true) return <p className="machine-note">This machine has no Ethernet card. Choose one in the options, and start it again.</p>;
  if (frames.length === 0) return <p className="label">It has sent nothing yet.</p>;
  const first = frameCount - frames.length;
  const shown = frames[(open ?? -1) - first];
  return (
    <section aria-label="Packets">
      <p className="machine-panel-head label">{counted(frameCount, "frame")} sent; nobody answers</p>
      <ol className="frame-list" start={first + 1}>
        {frames.map(({ seconds, bytes }, i) => {
          const { source, destination, protocol, says } = frameSummary(bytes);
          return (
            <li key={first + i}>
              <button type="button" className="frame-line" aria-pressed={first + i === open} onClick={() => setOpen(first + i === open ? undefined : first + i)}>
                <span className="frame-time">{seconds.toFixed(3)}</span> <b>{protocol}</b> {source} {"\u2192"} {destination} <span className="label">{says}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {shown !== undefined && <pre className="frame-bytes" tabIndex={0}>{hexDump(shown.bytes)}</pre>}
    </section>
  );
}

function hexDump(bytes: Uint8Array): string {
  const lines = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
    const line = [...bytes.subarray(16 * row, 16 * row + 16)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, "0")).join(" ").padEnd(47);
    const text = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    return `${(16 * row).toString(16).padStart(4, "0")}  ${hex}  ${text}`;
  });
  return lines.join("\n");
}
