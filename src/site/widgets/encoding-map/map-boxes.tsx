/** The sixteen boxes of a place, over its picture. The arrow keys move, Enter goes in; pointing reads the word under it. */
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import type { Decoder } from "../../../machine/decoder/decoder";
import { paint, pictureDots, wordOfDot } from "./picture";
import { bitOrder, bitsPerCut, contentsOf, cutsOf, titleOf, type Place } from "./space";

interface Props {
  readonly decoder: Decoder;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

const columns = 4;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };

export function MapBoxes({ decoder, place, onGo }: Props): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const [pointed, setPointed] = useState("");

  useEffect(() => {
    const image = new ImageData(paint(decoder, place), pictureDots, pictureDots);
    canvas.current?.getContext("2d")?.putImageData(image, 0, 0);
  }, [decoder, place]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = focused + (steps[event.key] ?? 16);
    if (target < 0 || target > 15) return;
    event.preventDefault();
    setFocused(target);
    grid.current?.querySelectorAll<HTMLElement>(".map-box")[target]?.focus();
  };
  const onMouseMove = (event: MouseEvent): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const dot = (offset: number, size: number): number => Math.min(pictureDots - 1, Math.max(0, Math.floor((offset / size) * pictureDots)));
    const word = wordOfDot(place, dot(event.clientX - left, width), dot(event.clientY - top, height));
    setPointed(`${word.toString(16).padStart(8, "0")}  ${decoder.disassemble(word).replace("\t", " ")}`);
  };
  const go = (next: Place): void => {
    setFocused(0);
    setPointed("");
    onGo(next);
  };
  const [row1, row2, column1, column2] = bitOrder.slice(place.length, place.length + bitsPerCut);

  return (
    <div className="map-frame">
      <p className="map-axis map-axis-across label" aria-hidden="true">bits {column1}, {column2}: 00, 01, 10, 11 &rarr;</p>
      <p className="map-axis map-axis-down label" aria-hidden="true">bits {row1}, {row2} &rarr;</p>
      <div ref={grid} className="map-grid" role="group" aria-label="Sixteen parts of this space" onKeyDown={onKeyDown} onMouseMove={onMouseMove} onMouseLeave={() => setPointed("")}>
        <canvas ref={canvas} width={pictureDots} height={pictureDots} className="map-canvas" aria-hidden="true" />
        {cutsOf(place).map((cut, index) => {
          const contents = contentsOf(decoder, cut);
          const digits = cut.slice(-bitsPerCut);
          return (
            <button
              key={cut} type="button" className={titleOf(contents) === "unallocated" ? "map-box map-box-empty" : "map-box"} tabIndex={index === focused ? 0 : -1}
              onFocus={() => setFocused(index)} onClick={() => go(cut)}
            >
              <span className="map-box-digits">{digits}</span>
              <span className="map-box-title">{titleOf(contents)}</span>
            </button>
          );
        })}
      </div>
      <p className="map-pointed label" aria-hidden="true">{pointed || "A dot is one word. Point at it to read it; click a box to go in."}</p>
    </div>
  );
}
