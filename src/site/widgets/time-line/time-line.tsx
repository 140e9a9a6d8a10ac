/** `<TimeLine />`: a run as a line of instructions, its snapshots as ticks, and what going back costs. */
import { lazy, Suspense, type ReactNode } from "react";
import "./time-line.css";

const TimeFigure = lazy(async () => ({ default: (await import("./time-figure")).TimeFigure }));

export function TimeLine(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide time-line" />}><TimeFigure /></Suspense>;
}
