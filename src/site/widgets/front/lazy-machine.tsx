/** The machine of the front page, which brings the decoder with it. */
import { lazy, Suspense, type ReactNode } from "react";
import "./front.css";
import "../bit-field/bit-field.css";

const ReadingMachine = lazy(async () => ({ default: (await import("./reading-machine")).ReadingMachine }));

export function LazyMachine(): ReactNode {
  return <Suspense fallback={<div className="machine" />}><ReadingMachine /></Suspense>;
}
