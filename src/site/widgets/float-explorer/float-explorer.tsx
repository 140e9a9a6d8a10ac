/** `<FloatExplorer value="0x3fb999999999999a" width="64" />`: a floating-point pattern, what it is, and what lies beside it. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./float-explorer.css";

export interface FloatExplorerProps {
  /** A pattern. */
  readonly value: string;
  readonly width?: string;
}

const FloatFigure = lazy(async () => ({ default: (await import("./float-figure")).FloatFigure }));

export function FloatExplorer({ value, width = "64" }: FloatExplorerProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide float-explorer" />}><FloatFigure start={value} startWidth={width} /></Suspense>;
}
