/** `<Unwinding />`: a throw on its way out, step by step, over frames and the handler table. The runtime's own throw comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./unwinding.css";

const UnwindFigure = lazy(async () => ({ default: (await import("./unwind-figure")).UnwindFigure }));

export function Unwinding(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide unwinding" />}><UnwindFigure /></Suspense>;
}
