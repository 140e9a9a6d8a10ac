/** The map, a cursor in it, and what was executed there. */
import { useState, type ReactNode } from "react";
import { millions } from "../boot-timeline/boot-reading";
import { withCommas } from "../machine/numbers";
import { useSettled } from "../word/settled";
import { linuxHeat } from "./heat-data";
import { HeatMap, InterpretedStrip } from "./heat-map";
import { bandText, beginOf, cellText, columnsOf, interpretedShare, lineAt, percent, type Share, totalText } from "./heat-reading";

const shares: readonly (readonly [share: Share, title: string])[] = [["all", "everything"], ["interpreted", "interpreted"], ["compiled", "compiled code"]];

export function HeatFigure(): ReactNode {
  const data = linuxHeat;
  const [share, setShare] = useState<Share>("all");
  const [column, setColumn] = useState(Math.floor(columnsOf(data) / 2));
  const [row, setRow] = useState(() => hottestBand());
  const band = data.bands[row]!;
  const most = Math.max(...data.interpreted);
  const text = `Behind ${millions(beginOf(column, data))} instructions, ${bandText(band)}: ${cellText(band, column)}.`;
  const said = useSettled(text);
  const go = (toColumn: number, toBand: number): void => {
    setColumn(toColumn);
    setRow(toBand);
  };
  return (
    <figure className="figure figure-wide boot-heat">
      <figcaption className="figure-try">Each column is a moment of the boot, each row 256 KiB of the kernel; the darker, the more was executed there. Press a dark place. Then look at what was interpreted: when is that, and why is it so little?</figcaption>
      <div className="heat-choices" role="group" aria-label="What is drawn">
        {shares.map(([each, title]) => <button key={each} type="button" className="button button-small" aria-pressed={each === share} onClick={() => setShare(each)}>{title}</button>)}
      </div>
      <div className="heat-inside">
        <HeatMap data={data} share={share} column={column} band={row} onGo={go} />
        <p className="label heat-axis"><span>first instruction</span><span>a shell&rsquo;s prompt</span></p>
        <InterpretedStrip data={data} most={most} />
        <p className="label">interpreted, of each column: the highest is {percent(most / 1000)}; of the whole boot {percent(interpretedShare(data))}</p>
      </div>
      <div className="heat-rails">
        <label><span className="label">when</span>
          <input type="range" min={0} max={columnsOf(data) - 1} value={column} aria-valuetext={`behind ${withCommas(beginOf(column, data))} instructions`} onChange={(event) => setColumn(Number(event.target.value))} /></label>
        <label><span className="label">where</span>
          <input type="range" min={0} max={data.bands.length - 1} value={row} aria-valuetext={bandText(band)} onChange={(event) => setRow(Number(event.target.value))} /></label>
      </div>
      <p className="heat-here">{text}</p>
      <div className="heat-below">
        <section aria-label={bandText(band)}>
          <p className="heat-total">{totalText(band)}</p>
          {band.functions.length > 0 && <p className="heat-functions"><span className="label">mostly in</span> {band.functions.map(([name, share]) => <code key={name}>{name} <span className="label">{share} %</span></code>)}</p>}
        </section>
        <section aria-label="On the console last">
          <p className="label">on the console last</p>
          <pre className="heat-console">{lineAt(column, data)}</pre>
        </section>
      </div>
      <p className="label">
        {data.kernel}, {data.machine}: {withCommas(data.instructions)} instructions to the prompt. Of the kernel&rsquo;s code, {withCommas(data.compiled.instructions)} instructions were compiled,
        {" "}in {withCommas(data.compiled.blocks)} blocks and {withCommas(data.compiled.modules)} modules: {Math.round(data.compiled.bytes / 2 ** 20)} MiB of WebAssembly.
      </p>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}

const hottestBand = (): number => linuxHeat.bands.reduce((most, { instructions }, i, bands) => (instructions > bands[most]!.instructions ? i : most), 0);
