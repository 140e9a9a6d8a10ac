/**
 * `<ServiceLab service="hello" />`: a service of the unikernel, to be changed, compiled and booted here. The machine and
 * the editor come with the figure; the compiler, which is large, when a text has been changed.
 */
import { lazy, Suspense, type ReactNode } from "react";
import type { ServiceName } from "./service-list";
import "./service.css";

export interface ServiceLabProps {
  /** One of service-list.ts. */
  readonly service?: ServiceName;
}

const ServiceFigure = lazy(async () => ({ default: (await import("./service-figure")).ServiceFigure }));

export function ServiceLab({ service = "hello" }: ServiceLabProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide service-lab" />}><ServiceFigure name={service} /></Suspense>;
}
