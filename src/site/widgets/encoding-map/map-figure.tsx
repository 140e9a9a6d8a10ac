/** The map: the bits decided so far, the picture of what is left, and the rows that it holds. */
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { MapBoxes } from "./map-boxes";
import { MapLegend } from "./map-legend";
import { PlaceBits } from "./place-bits";
import { PlaceRows } from "./place-rows";
import { PlaceWord } from "./place-word";
import { bitsPerCut, contentsOf, isPlace, titleOf, type Place } from "./space";

const addressName = "at";

export function MapFigure(): ReactNode {
  const decoder = standardDecoder();
  const [place, setPlace] = useState<Place>("");
  useEffect(() => {
    const readAddress = (): void => {
      const given = new URLSearchParams(location.search).get(addressName) ?? "";
      if (isPlace(given)) setPlace(given);
    };
    readAddress();
    addEventListener("popstate", readAddress);
    return () => removeEventListener("popstate", readAddress);
  }, []);

  const go = (next: Place): void => {
    const url = new URL(location.href);
    if (next === "") url.searchParams.delete(addressName);
    else url.searchParams.set(addressName, next);
    history.pushState(history.state, "", url);
    setPlace(next);
  };
  const out = (): void => go(place.slice(0, -bitsPerCut));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (place === "" || (event.key !== "Backspace" && event.key !== "Escape")) return;
    event.preventDefault();
    out();
  };
  const contents = contentsOf(decoder, place);

  return (
    <div className="encoding-map" onKeyDown={onKeyDown}>
      <div className="map-picture">
        <PlaceBits place={place} onGo={go} />
        {place.length < 32 ? <MapBoxes decoder={decoder} place={place} onGo={go} /> : <PlaceWord place={place} />}
        <div className="figure-controls">
          <button type="button" className="button button-small" disabled={place === ""} onClick={out}>Back out</button>
          <button type="button" className="button button-small" disabled={place === ""} onClick={() => go("")}>All words</button>
          <span className="label" role="status">{place === "" ? "4,294,967,296 words" : `${(2 ** (32 - place.length)).toLocaleString("en")} words: ${titleOf(contents)}`}</span>
        </div>
        <MapLegend decoder={decoder} />
      </div>
      <PlaceRows decoder={decoder} place={place} contents={contents} />
    </div>
  );
}
