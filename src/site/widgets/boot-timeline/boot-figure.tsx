/** The lanes, a cursor on them, and what was going on there. */
import { useState, type ReactNode } from "react";
import { withCommas } from "../machine/numbers";
import { useSettled } from "../word/settled";
import { type BootPart, linuxBoot } from "./boot-data";
import { BootLanes } from "./boot-lanes";
import { beginOf, linesAt, millions, mostOf, slicesOf } from "./boot-reading";

const linesShown = 5;

export function BootFigure(): ReactNode {
  const data = linuxBoot;
  const slices = slicesOf(data);
  const [slice, go] = useState(Math.floor(slices / 2));
  const [chosen, choose] = useState<BootPart>();
  const here = mostOf(slice, data);
  const shown = chosen ?? here?.part;
  const at = beginOf(slice, data);
  const text = `Behind ${millions(at)} instructions${here === undefined ? "" : `: ${here.part.title}, ${Math.round(here.percent)} % of the time around here`}.`;
  const said = useSettled(text);
  return (
    <figure className="figure figure-wide boot-timeline">
      <figcaption className="figure-try">Drag along the lanes, from the first instruction to the prompt. Press a name to read what the kernel does there.</figcaption>
      <BootLanes data={data} slice={slice} chosen={chosen} onGo={go} onChoose={choose} />
      <label className="boot-rail">
        <span className="visually-hidden">Instructions executed</span>
        <input type="range" min={0} max={slices - 1} value={slice} aria-valuetext={`behind ${withCommas(at)} instructions`} onChange={(event) => go(Number(event.target.value))} />
      </label>
      <p className="boot-here">{text}</p>
      <div className="boot-below">
        {shown !== undefined && (
          <section aria-label={shown.title}>
            <p className="boot-says"><b>{shown.title}.</b> {shown.says}</p>
            <p className="boot-functions"><span className="label">mostly in</span> {shown.functions.map(([name, percent]) => <code key={name}>{name} <span className="label">{percent} %</span></code>)}</p>
          </section>
        )}
        <section aria-label="On the console by then">
          <p className="label">on the console by then</p>
          <pre className="boot-console">{linesAt(beginOf(slice + 1, data), data, linesShown).map(({ text: line }) => line).join("\n") || "nothing"}</pre>
        </section>
      </div>
      <p className="boot-source label">{data.kernel}, {data.machine}: {withCommas(data.instructions)} instructions to the prompt</p>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
