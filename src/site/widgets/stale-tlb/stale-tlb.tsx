/** `<StaleTlb />`: tables that can be changed, a TLB that is not told, and what an access gets. The MMU comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "./stale-tlb.css";

const TlbFigure = lazy(async () => ({ default: (await import("./tlb-figure")).TlbFigure }));

export function StaleTlb(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide stale-tlb" />}><TlbFigure /></Suspense>;
}
