/** `<MemoryMap service="hello" />`: virtual and physical memory side by side, from the live tables of a machine in the page. */
import { lazy, Suspense, type ReactNode } from "react";
import type { ServiceName } from "../service/service-list";
import "./memory-map.css";

export interface MemoryMapProps {
  /** One of service-list.ts. */
  readonly service?: ServiceName;
}

const MapFigure = lazy(async () => ({ default: (await import("./map-figure")).MapFigure }));

export function MemoryMap({ service = "hello" }: MemoryMapProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide memory-map" />}><MapFigure start={service} /></Suspense>;
}
