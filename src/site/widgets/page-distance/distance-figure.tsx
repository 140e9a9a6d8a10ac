/** An instruction and a symbol that can be moved, a word at a time, and what the two words must hold. */
import { useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { begin, distance, hex, PAGE_BYTES, shownPages } from "./distance";
import { DistanceDrawing } from "./distance-drawing";

const placeAtStart = 0x40200ffc;
const symbolAtStart = 0x40201000;
/** Behind ADRP comes its ADD. */
const lastPlace = begin + shownPages * PAGE_BYTES - 8;

export function DistanceFigure(): ReactNode {
  const [place, setPlace] = useState(placeAtStart);
  const [symbol, setSymbol] = useState(symbolAtStart);
  const found = distance(place, symbol);
  const { bytes, pages, subtractedFirst, arrivesAt, words } = found;
  const isSame = pages === subtractedFirst;
  const says = `${bytes} bytes. Pages subtracted: ${pages}. Bytes subtracted, then divided: ${subtractedFirst}, ${isSame ? "which is the same here" : `and X0 would be ${hex(arrivesAt)}`}.`;
  const said = useSettled(says);
  return (
    <figure className="figure figure-wide page-distance">
      <figcaption className="figure-try">Move the instruction, and the symbol. When does it make no difference whether one subtracts addresses or pages?</figcaption>
      <div className="distance-scroll" tabIndex={0} role="region" aria-label="Pages"><DistanceDrawing place={place} symbol={symbol} found={found} /></div>
      <p className="distance-says" aria-hidden="true">{says}</p>
      <p className="distance-words">{words.map(({ word, text }) => <span key={text}><code>{hex(word)}</code> {text}</span>)}</p>
      <div className="figure-controls distance-sliders">
        <Slider name="adrp" value={place} last={lastPlace} onChange={setPlace} />
        <Slider name="S" value={symbol} last={lastPlace} onChange={setSymbol} />
        <button type="button" className="button button-small" onClick={() => { setPlace(placeAtStart); setSymbol(symbolAtStart); }}>Reset</button>
      </div>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

function Slider({ name, value, last, onChange }: { readonly name: string; readonly value: number; readonly last: number; readonly onChange: (value: number) => void }): ReactNode {
  return (
    <label className="time-rail">
      <span className="label">{name}</span>
      <input type="range" min={begin} max={last} step={4} value={value} aria-valuetext={hex(value)} onChange={(event) => onChange(Number(event.target.value))} />
      <output className="time-rail-text">{hex(value)}</output>
    </label>
  );
}
