/**
 * `<BootTimeline />`: what Debian's kernel does between its first instruction and a shell, by subsystem.
 * `<BootTimeline service="hello" />`: what the unikernel does until its service runs, by IncludeOS's steps.
 */
import { lazy, Suspense, type ReactNode } from "react";
import type { ServiceName } from "../service/service-list";
import "./boot-timeline.css";

export interface BootTimelineProps {
  /** One of service-list.ts; Linux without it. */
  readonly service?: ServiceName;
}

const BootFigure = lazy(async () => ({ default: (await import("./boot-figure")).BootFigure }));
const ServiceBootFigure = lazy(async () => ({ default: (await import("./service-boot-figure")).ServiceBootFigure }));

export function BootTimeline({ service }: BootTimelineProps): ReactNode {
  return (
    <Suspense fallback={<div className="figure figure-wide boot-timeline" />}>
      {service === undefined ? <BootFigure /> : <ServiceBootFigure start={service} />}
    </Suspense>
  );
}
