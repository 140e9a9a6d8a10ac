/** `<PageDistance />`: ADRP and ADD, and why pages are subtracted and not addresses. Loads the decoder when it comes. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./page-distance.css";

const DistanceFigure = lazy(async () => ({ default: (await import("./distance-figure")).DistanceFigure }));

export function PageDistance(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide page-distance" />}><DistanceFigure /></Suspense>;
}
