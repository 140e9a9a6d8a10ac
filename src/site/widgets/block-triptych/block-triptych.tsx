/**
 * `<BlockTriptych sample="loop" />`: assembly to be changed, what each instruction means, and the WebAssembly that
 * chapter 11's engine makes of it. What is pointed at in one is marked in all. The engine comes with the figure.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "../compiler-view/compiler-view.css";
import "./block-triptych.css";

export interface BlockTriptychProps {
  /** One of samples.ts. */
  readonly sample?: string;
}

const TriptychFigure = lazy(async () => ({ default: (await import("./triptych-figure")).TriptychFigure }));

export function BlockTriptych({ sample = "loop" }: BlockTriptychProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide block-triptych" />}><TriptychFigure start={sample} /></Suspense>;
}
