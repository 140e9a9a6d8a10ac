/** `<Virtqueue />`: a queue in RAM between a driver and a disk, access by access. The disk comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "../stale-tlb/stale-tlb.css";
import "./virtqueue.css";

const VirtqueueFigure = lazy(async () => ({ default: (await import("./virtqueue-figure")).VirtqueueFigure }));

export function Virtqueue(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide virtqueue" />}><VirtqueueFigure /></Suspense>;
}
