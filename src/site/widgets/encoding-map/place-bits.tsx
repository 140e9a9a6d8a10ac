/** The word, as far as it is decided: 32 boxes, of which the next click decides four. A decided one goes back to it. */
import type { ReactNode } from "react";
import { bitOrder, bitsPerCut, type Place } from "./space";

interface Props {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

export function PlaceBits({ place, onGo }: Props): ReactNode {
  return (
    <div className="place-bits" role="group" aria-label={`${place.length} of 32 bits decided`}>
      {Array.from({ length: 32 }, (_, i) => 31 - i).map((bit) => {
        const index = bitOrder.indexOf(bit);
        const digit = place[index];
        const next = digit === undefined && index < place.length + bitsPerCut;
        return (
          <span key={bit} className="place-bit">
            <span className="word-number" aria-hidden="true">{bit}</span>
            {digit === undefined ? (
              <span className={next ? "place-digit next" : "place-digit"} aria-hidden="true">{next ? "?" : "\u00b7"}</span>
            ) : (
              <button
                type="button" className="place-digit decided" aria-label={`bit ${bit} is ${digit}; undecide it`}
                onClick={() => onGo(place.slice(0, Math.floor(index / bitsPerCut) * bitsPerCut))}
              >
                {digit}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}
