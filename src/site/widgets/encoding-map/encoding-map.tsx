/** `<EncodingMap />`: all 2^32 words, to walk about in. Loads the decoder when it comes. */
import { lazy, Suspense, type ReactNode } from "react";
import "./encoding-map.css";

const MapFigure = lazy(async () => ({ default: (await import("./map-figure")).MapFigure }));

export function EncodingMap(): ReactNode {
  return (
    <div className="encoding-map-holder">
      <Suspense fallback={<p className="label">Reading the tables</p>}><MapFigure /></Suspense>
    </div>
  );
}
