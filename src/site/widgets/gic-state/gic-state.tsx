/** `<GicState />`: four interrupts, a controller and a handler. The controller comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "../stale-tlb/stale-tlb.css";
import "./gic-state.css";

const GicFigure = lazy(async () => ({ default: (await import("./gic-figure")).GicFigure }));

export function GicState(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide gic-state" />}><GicFigure /></Suspense>;
}
