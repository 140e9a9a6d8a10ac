/**
 * `<LiveTerminal program="echo" />`: a program, a whole board that runs it, and its terminal. The machine and the
 * editor come with the figure, and it is switched on when it comes into sight.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./live-terminal.css";

export interface LiveTerminalProps {
  /** One of live-programs.ts. */
  readonly program?: string;
}

const LiveFigure = lazy(async () => ({ default: (await import("./live-figure")).LiveFigure }));

export function LiveTerminal({ program = "hello" }: LiveTerminalProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide live-terminal" />}><LiveFigure start={program} /></Suspense>;
}
