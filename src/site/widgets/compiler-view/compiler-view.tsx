/**
 * `<CompilerView program="fib" />`: a program, its intermediate representation and its instructions side by side. The
 * samples come compiled; the compiler itself, which is large, comes when a program is changed or booted.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./compiler-view.css";

export interface CompilerViewProps {
  /** One of sample-programs.ts. */
  readonly program?: string;
}

const CompilerFigure = lazy(async () => ({ default: (await import("./compiler-figure")).CompilerFigure }));

export function CompilerView({ program = "fib" }: CompilerViewProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide compiler-view" />}><CompilerFigure start={program} /></Suspense>;
}
