/**
 * `<ExceptionTimeline program="page-fault" />`: a program's run as a line that climbs to EL1 with an exception and
 * comes down with ERET, and the processor at any moment of it. The processor comes with the figure.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./exception-timeline.css";

export interface ExceptionTimelineProps {
  /** One of programs.ts. */
  readonly program?: string;
}

const TimelineFigure = lazy(async () => ({ default: (await import("./timeline-figure")).TimelineFigure }));

export function ExceptionTimeline({ program = "system-call" }: ExceptionTimelineProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide exception-timeline" />}><TimelineFigure start={program} /></Suspense>;
}
