/** `<BootTimeline />`: what Debian's kernel does between its first instruction and a shell, by subsystem. */
import { lazy, Suspense, type ReactNode } from "react";
import "./boot-timeline.css";

const BootFigure = lazy(async () => ({ default: (await import("./boot-figure")).BootFigure }));

export function BootTimeline(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide boot-timeline" />}><BootFigure /></Suspense>;
}
