/** `<BootHeat />`: where Debian's kernel executes between its first instruction and a shell, and how much of it is compiled code. */
import { lazy, Suspense, type ReactNode } from "react";
import "../boot-timeline/boot-timeline.css";
import "./boot-heat.css";

const HeatFigure = lazy(async () => ({ default: (await import("./heat-figure")).HeatFigure }));

export function BootHeat(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide boot-heat" />}><HeatFigure /></Suspense>;
}
