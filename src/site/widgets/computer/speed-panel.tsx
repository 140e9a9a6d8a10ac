/** How fast it is, here and now, and how its own time goes beside that. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { withCommas } from "../machine/numbers";
import type { Known } from "./remote-computer";
import { speedText } from "./standing-text";

const samplesKept = 120;

export function SpeedPanel({ known: { status } }: { readonly known: Known }): ReactNode {
  const [samples, setSamples] = useState<readonly number[]>([]);
  const last = useRef(status);
  useEffect(() => {
    if (status === undefined || status === last.current) return;
    last.current = status;
    setSamples((before) => [...before, status.speed].slice(-samplesKept));
  }, [status]);
  if (status === undefined) return <p className="label">It is off.</p>;
  const most = Math.max(1, ...samples);
  return (
    <section aria-label="Speed">
      <dl className="machine-rows">
        <div><dt>instructions</dt><dd><code>{withCommas(status.time)}</code></dd></div>
        <div><dt>now</dt><dd>{status.speed === 0 ? "it stands" : speedText(status.speed)}</dd></div>
        <div><dt>its clock</dt><dd><code>{status.seconds.toFixed(3)}</code> seconds since it was switched on</dd></div>
      </dl>
      <svg className="speed-line" viewBox={`0 0 ${samplesKept} 40`} preserveAspectRatio="none" role="img" aria-label={`Speed lately, at most ${speedText(most)}`}>
        {samples.map((speed, i) => <rect key={i} x={samplesKept - samples.length + i} width="1" y={40 - (40 * speed) / most} height={(40 * speed) / most} />)}
      </svg>
    </section>
  );
}
